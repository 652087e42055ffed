/** The summary of a project's week: what it says as plain text, and how it is taken along. */
import { screen } from '@testing-library/react';
import type { ProjectWeek, WeekKeyResult } from '../../../src/contract/rhythm';
import { ApiError } from '../../../static/api-error';
import ProjectWeekDialog from '../../../static/features/rhythm/project-week-dialog';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const keyResult = (key: string, over: Partial<WeekKeyResult> = {}): WeekKeyResult => ({
  id: key,
  key,
  title: `Title of ${key}`,
  ownerAccountId: null,
  objectiveId: 'o-7',
  from: 0.4,
  to: 0.4,
  healthFrom: 'on-track',
  health: 'on-track',
  dueDay: null,
  isStale: false,
  said: [],
  ...over,
});

const week: ProjectWeek = {
  fromDay: '2026-11-16',
  toDay: '2026-11-22',
  cycleName: 'Q4 2026',
  objectives: [
    {
      id: 'o-7',
      key: 'O-7',
      title: 'A quick checkout',
      ownerAccountId: null,
      from: 0.4,
      to: 0.45,
      health: 'on-track',
      keyResults: [
        keyResult('KR-1', {
          to: 0.52,
          healthFrom: 'at-risk',
          said: [{ day: '2026-11-18', byAccountId: 'jan', words: 'Cards work', blockers: 'The bank is slow' }],
        }),
        keyResult('KR-2'),
        keyResult('KR-3', { from: null, to: null, healthFrom: 'not-measured', health: 'not-measured', isStale: true }),
        keyResult('KR-4'),
      ],
    },
  ],
};

const open = (answers: Answers) => {
  const host = createFakeHost(answers, { projects: { '10000': { key: 'WEB', name: 'Acme Web' } } });
  return { host, ...renderScreen(<ProjectWeekDialog projectId="10000" cycleId="2026-q4" onClose={() => undefined} />, host) };
};

it('tells what moved, changed and was said, and names what has no news', async () => {
  open({ getProjectWeek: () => week });
  expect(await screen.findByRole('textbox', { name: 'Summary of the week' })).toHaveValue(
    [
      'Acme Web, 16 – 22 Nov 2026 (Q4 2026)',
      '',
      'O-7 A quick checkout: 40 % → 45 %, on track',
      '- KR-1 Title of KR-1: 40 % → 52 %, at risk → on track',
      '  18 Nov: Cards work',
      '  In the way: The bank is slow',
      '- KR-3 Title of KR-3: not measured, no check-in in time',
      '- No news: KR-2, KR-4',
      '',
    ].join('\n'),
  );
});

it('is copied, or stays selected where the browser does not copy', async () => {
  // What jsdom lacks of a browser: copying what is selected.
  let copies = true;
  const copied: string[] = [];
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: () => {
      const field = document.activeElement as HTMLTextAreaElement;
      if (copies) copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
      return copies;
    },
  });
  const { user } = open({ getProjectWeek: () => week });
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Summary of the week' });
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findAllByText('Copied.')).not.toEqual([]);
  expect(copied).toEqual([field.value]);
  copies = false;
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findAllByText(/The text is selected/)).not.toEqual([]);
});

it('says when there is nothing to tell of, and when it could not be written', async () => {
  open({ getProjectWeek: () => ({ ...week, objectives: [] }) });
  expect(await screen.findByText('No objectives in Q4 2026 yet')).toBeInTheDocument();
});

it('offers another try', async () => {
  open({
    getProjectWeek: () => {
      throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong on our side.' });
    },
  });
  expect(await screen.findByRole('button', { name: 'Retry' })).toBeInTheDocument();
});
