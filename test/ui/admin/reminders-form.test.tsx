/** The settings of reminders: what is sent, and what is refused before it is. */
import { screen, waitFor } from '@testing-library/react';
import type { Input } from '../../../src/contract/api';
import RemindersForm from '../../../static/features/admin/reminders-form';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const value = { isOn: true, againDays: 1, staleDays: 3, escalateDays: 7, perWeek: 10, digest: true };

const form = () => {
  const sent: Input<'changeSetting'>[] = [];
  const host = createFakeHost({
    changeSetting: (input) => {
      sent.push(input);
      throw new Error('What is stored is not the matter here.');
    },
  });
  return { sent, ...renderScreen(<RemindersForm setting={{ value, version: 4 }} />, host) };
};

const days = (name: RegExp) => screen.getByRole('spinbutton', { name });

it('sends what was changed, under its version', async () => {
  const { user, sent } = form();
  await user.clear(days(/said again/));
  await user.type(days(/said again/), '2');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Weekly digest' }), 'Off');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([{ group: 'reminders', version: 4, value: { ...value, againDays: 2, digest: false } }]));
});

it.each([
  [/said to be stale/, '7', 'Each step comes after the one before. Give days that grow from one to the next.'],
  [/said again/, '61', 'Give a whole number of days, 1 to 60.'],
  [/within seven days/, '0', 'Give a whole number, 1 to 100.'],
])('refuses what the ladder cannot be: %s %s', async (name, typed, words) => {
  const { user, sent } = form();
  await user.clear(days(name));
  await user.type(days(name), typed);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(words)).toBeInTheDocument();
  expect(sent).toEqual([]);
});
