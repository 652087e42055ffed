/** The record of a scope and a plan: growth, comings and goings, changes with their reasons. */
import { screen, within } from '@testing-library/react';
import type { ScopeLedger } from '../../../src/contract/history';
import { ApiError } from '../../../static/api-error';
import { Ledger } from '../../../static/features/history/ledger';
import { people } from '../project-okrs/sample-okrs';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { ledger } from './sample-history';

const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' } as const;
const open = (getLedger: () => ScopeLedger) => {
  const host = createFakeHost({ getLedger }, { people });
  return { host, ...renderScreen(<Ledger keyResultId="kr-32" rule={rule} />, host) };
};
const text = (element: HTMLElement) => (element.textContent ?? '').replaceAll('\u00a0', ' ');

it('says by how much the scope grew since it was frozen, and how much of the plan is done', async () => {
  open(() => ledger());
  expect(text(await screen.findByText(/^Since/))).toBe('Since 1 Oct the scope grew by 20 %: from 44 to 53 issues; 11 issues came, 2 left.');
  expect(screen.getByText(/Of what was planned, 70/)).toBeInTheDocument();
});

it.each<[string, Partial<ScopeLedger>, string]>([
  [
    'shrank',
    { growth: -0.25, now: { issues: 33, weight: 33 }, entered: 0, left: 11 },
    'Since 1 Oct the scope shrank by 25 %: from 44 to 33 issues; 0 issues came, 11 left.',
  ],
  [
    'changed without growing',
    { growth: 0, now: { issues: 44, weight: 44 }, entered: 1, left: 1 },
    'Since 1 Oct the scope is as large as it was: from 44 to 44 issues; 1 issue came, 1 left.',
  ],
  [
    'did not change',
    { growth: 0, now: { issues: 44, weight: 44 }, entered: 0, left: 0 },
    'The scope is what it was when it was frozen on 1 Oct: 44 issues.',
  ],
])('says that the scope %s', async (_case, over, words) => {
  open(() => ledger(over));
  expect(text(await screen.findByText(/^(Since|The scope is what)/))).toBe(words);
});

it('says when the scope will be frozen', async () => {
  open(() => ledger({ baseline: null, growth: null, entered: 0, left: 0 }));
  expect(await screen.findByText(/^The scope is frozen once/)).toBeInTheDocument();
});

it('lists which issues came and went, when and through whom, without those the reader may not see', async () => {
  const { user, host } = open(() =>
    ledger({
      entries: [
        {
          issue: { issueId: '3', key: 'WEB-3', summary: 'iDEAL', statusName: 'Done', statusCategory: 'done' },
          way: 'entered',
          at: '2026-11-20T09:30:00.000Z',
          byAccountId: 'mia',
        },
        { issue: null, way: 'left', at: '2026-11-19T09:30:00.000Z', byAccountId: null },
      ],
      moreEntries: 4,
    }),
  );
  const entries = within(await screen.findByRole('region', { name: 'Issues that came and went' }));
  expect(await entries.findByText('Mia Kern')).toBeInTheDocument();
  expect(entries.getAllByRole('row').slice(1).map(text)).toEqual([
    '20 Nov, 9:30+ cameWEB-3 iDEALMKMia Kern',
    '19 Nov, 9:30− leftan issue you cannot see–',
  ]);
  expect(entries.getByText('4 older ones are not listed.')).toBeInTheDocument();
  await user.click(entries.getByRole('link', { name: 'WEB-3' }));
  expect(host.openedIssues).toEqual(['WEB-3']);
});

it('lists the changes of the plan with who, why, before and after', async () => {
  open(() =>
    ledger({
      changes: [
        {
          id: 'c1',
          at: '2026-11-20T09:30:00.000Z',
          byAccountId: 'mia',
          reason: 'The audit moved',
          fields: [
            { field: 'due day', before: '2026-12-31', after: '2027-01-15' },
            { field: 'target', before: '2', after: '1.8' },
          ],
        },
        {
          id: 'c2',
          at: '2026-10-02T09:30:00.000Z',
          byAccountId: 'jan',
          reason: null,
          fields: [{ field: 'source', before: null, after: 'labels = pay' }],
        },
      ],
    }),
  );
  const changes = within(await screen.findByRole('list', { name: 'Changes of the plan' }));
  expect(await changes.findByText('Mia Kern')).toBeInTheDocument();
  expect(changes.getByText('“The audit moved”')).toBeInTheDocument();
  expect(changes.getAllByRole('listitem').map(text)).toEqual([
    expect.stringContaining('20 Nov, 9:30'),
    'due day: 31 Dec →to 15 Jan',
    'target: 2 →to 1.8',
    expect.stringContaining('2 Oct, 9:30'),
    'source: added labels = pay',
  ]);
});

it('says what failed, with a way to try again', async () => {
  open(() => {
    throw new ApiError({ code: 'NOT_FOUND', message: 'This key result is gone.' });
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('This key result is gone.');
  expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument();
});
