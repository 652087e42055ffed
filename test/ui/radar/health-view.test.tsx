/** The health view: ten scores beside a figure, what was found, and where it leads. */
import { screen, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import HealthView from '../../../static/features/radar/health-view';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { radar, spoke } from './sample-radar';

const view = (answers: Answers, projectId: string | null = '10000') => {
  const opened = { onOpen: jest.fn(), onOpenKeyResult: jest.fn(), onShow: jest.fn(), onCycle: jest.fn() };
  const host = createFakeHost(answers, { projects: { '10000': { key: 'WEB', name: 'Acme Web' } } });
  const shown = renderScreen(
    <HealthView address={null} cycleId="q4" projectId={projectId} objectives={[]} today="2026-11-20" {...opened} onShowSettings={null} />,
    host,
  );
  return { host, opened, ...shown };
};

const rowOf = (title: string) => {
  const row = screen.getByRole('button', { name: title }).closest('li');
  if (row === null) throw new Error(`No row for ${title}`);
  return within(row);
};

const late = { kind: 'overdue', about: { type: 'key-result', id: 'kr-31' }, days: 11 } as const;
const open = { kind: 'not-closed', about: { type: 'cycle', id: 'q3' }, days: 20 } as const;

it('shows each score with a shape, its first evidence, and a gap where too little is known', async () => {
  view({
    getRadar: () =>
      radar([
        spoke('followed-up', { score: 49.6, evidence: [late, open] }),
        spoke('bought-into', { score: null, missing: { kind: 'few-votes', voted: 2, asked: 11 } }),
      ]),
  });
  expect(await screen.findByRole('img', { name: /Followed up 50, .*Bought into has no score/ })).toBeInTheDocument();
  expect(rowOf('Followed up').getByText('■')).toBeInTheDocument();
  expect(rowOf('Followed up').getByText(/overdue for 11 days/)).toBeInTheDocument();
  expect(rowOf('Followed up').getByText('· 1 more')).toBeInTheDocument();
  expect(rowOf('Bought into').getByText('Not enough votes yet (2 of 11)')).toBeInTheDocument();
  expect(rowOf('Owned').getByText('Nothing was found')).toBeInTheDocument();
});

it('opens what a piece of evidence names, and what cannot be opened from here is only said', async () => {
  const { user, opened } = view({ getRadar: () => radar([spoke('followed-up', { score: 40, evidence: [late, open] })]) });
  await user.click(await screen.findByRole('button', { name: 'Followed up' }));
  const row = rowOf('Followed up');
  await user.click(row.getByRole('button', { name: /KR-31 overdue/ }));
  expect(opened.onOpenKeyResult).toHaveBeenCalledWith('kr-31');
  expect(row.getByText(/^Key results that have begun: a check-in overdue counts half, from 3 days on whole/)).toBeInTheDocument();
  expect(row.queryByRole('button', { name: /Q3 2026/ })).not.toBeInTheDocument();
  await user.click(row.getByRole('button', { name: 'Check in: Followed up' }));
  expect(opened.onShow).toHaveBeenCalledWith('check-ins');
});

it('says how much there is beyond the list, and how much one cannot see', async () => {
  const { user } = view({ getRadar: () => radar([spoke('followed-up', { score: 40, evidence: [late], total: 4, hidden: 2 })]) });
  await user.click(await screen.findByRole('button', { name: 'Followed up' }));
  expect(screen.getByText('And 3 more like these.')).toBeInTheDocument();
  expect(screen.getByText(/^2 more are in projects you cannot see/)).toBeInTheDocument();
});

it('draws the weeks before as a line, and the present as its end', async () => {
  view({ getRadar: () => radar([spoke('owned', { score: 60, trend: [{ weekDay: '2026-11-09', score: 90 }] })]) });
  expect(await screen.findByRole('img', { name: /^From 90 on .* to 60$/ })).toBeInTheDocument();
});

it('looks at the company or at one of its groups', async () => {
  const { user, host } = view({ getRadar: () => radar([], { groups: [{ id: 'g-1', name: 'Shopping' }] }) }, null);
  await user.selectOptions(await screen.findByLabelText('Scores of'), 'Shopping');
  expect(host.calls.at(-1)).toEqual({ name: 'getRadar', input: { subject: { type: 'group', groupId: 'g-1' }, cycleId: 'q4' } });
});

it('says what went wrong, and tries again', async () => {
  let works = false;
  const { user } = view({
    getRadar: () => {
      if (!works) throw new ApiError({ code: 'INTERNAL', message: 'Not now.' });
      return radar([]);
    },
  });
  expect(await screen.findByText('The scores could not be loaded')).toBeInTheDocument();
  works = true;
  await user.click(screen.getByRole('button', { name: /retry|try again/i }));
  expect(await screen.findByRole('button', { name: 'Realistic' })).toBeInTheDocument();
});
