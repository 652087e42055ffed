/** The health view: ten scores beside a figure, what was found, and where it leads. */
import { screen, within } from '@testing-library/react';
import type { Evidence } from '../../../src/domain/radar/evidence';
import { ApiError } from '../../../static/api-error';
import { rightsOf } from '../../../static/features/project-okrs/rights';
import HealthView from '../../../static/features/radar/health-view';
import { scoreOfSearch, searchOfScore } from '../../../static/features/radar/opened-score';
import { namedBy, type Opening } from '../../../static/features/radar/opening';
import { metric, objective, people } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { radar, spoke } from './sample-radar';

type Viewer = { readonly accountId?: string; readonly isOkrAdmin?: boolean };

const view = (answers: Answers, projectId: string | null = '10000', { accountId = 'me', isOkrAdmin = true }: Viewer = {}) => {
  const opened = {
    onOpen: jest.fn(),
    onOpenKeyResult: jest.fn(),
    onAddKeyResult: jest.fn(),
    onShow: jest.fn(),
    onShowList: jest.fn(),
    onCycle: jest.fn(),
  };
  const rights = rightsOf({
    accountId,
    roles: { isOkrAdmin, ledGroupIds: [] },
    administered: { jira: false, projectIds: new Set() },
    isSettled: true,
  });
  const host = createFakeHost(answers, {
    projects: { '10000': { key: 'WEB', name: 'Acme Web' } },
    place: { accountId, projectId },
    people,
  });
  const keyResult = { ...metric('KR-31', 'Seconds to pay'), id: 'kr-31', ownerAccountId: 'mia' };
  const objectives = [{ ...objective('O-1', 'Checkout feels instant', [keyResult]), id: 'o-1', ownerAccountId: 'jan' }];
  const shown = renderScreen(
    <HealthView address={null} cycleId="q4" projectId={projectId} objectives={objectives} rights={rights} today="2026-11-20" {...opened} />,
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

it('opens what a piece of evidence names, and the step that mends it over the scores', async () => {
  const { user, opened } = view({
    getRadar: () => radar([spoke('followed-up', { score: 40, evidence: [late, open] })]),
    prepareCheckIn: () => {
      throw new ApiError({ code: 'INTERNAL', message: 'Not now.' });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Followed up' }));
  const row = rowOf('Followed up');
  await user.click(row.getByRole('button', { name: /KR-31 overdue/ }));
  expect(opened.onOpenKeyResult).toHaveBeenCalledWith('kr-31');
  expect(row.getByText(/^Key results that have begun: a check-in overdue counts half, from 3 days on whole/)).toBeInTheDocument();
  await user.click(row.getByRole('button', { name: /Q3 2026 ended/ }));
  expect([opened.onCycle, opened.onShow].map(({ mock }) => mock.calls)).toEqual([[['q3']], [['closing']]]);
  await user.click(row.getByRole('button', { name: 'Check in: Followed up' }));
  expect(await screen.findByRole('dialog', { name: 'Check in' })).toBeInTheDocument();
});

it('says whose step it is that the viewer may not take', async () => {
  const weak = { kind: 'weak-wording', about: { type: 'objective', id: 'o-1' }, strength: 40, rules: [] } as const;
  const answers: Answers = {
    getRadar: () => radar([spoke('followed-up', { score: 40, evidence: [late, open] }), spoke('well-put', { score: 0, evidence: [weak] })]),
  };
  const { user } = view(answers, '10000', { isOkrAdmin: false });
  await user.click(await screen.findByRole('button', { name: 'Followed up' }));
  await user.click(screen.getByRole('button', { name: 'Well put' }));
  expect(await rowOf('Followed up').findByText('Mia Kern')).toBeInTheDocument();
  expect(rowOf('Followed up').getByText(/^Close the cycle: for OKR admins$/)).toBeInTheDocument();
  expect(await rowOf('Well put').findByText('Jan Lind')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^(Check in|Close the cycle|Rewrite it)/ })).not.toBeInTheDocument();
});

it('gives an owner the step that is theirs', async () => {
  const { user } = view({ getRadar: () => radar([spoke('followed-up', { score: 40, evidence: [late] })]) }, '10000', {
    accountId: 'mia',
    isOkrAdmin: false,
  });
  await user.click(await screen.findByRole('button', { name: 'Followed up' }));
  expect(rowOf('Followed up').getByRole('button', { name: 'Check in' })).toBeInTheDocument();
});

describe('what each piece of evidence leads to', () => {
  const about = (type: 'objective' | 'key-result', id: string) => ({ about: { type, id } }) as const;
  const cycle = { about: { type: 'cycle', id: 'q3' } } as const;
  const person = (projectId: string | null) => ({ about: { type: 'person', id: 'mia', projectId } }) as const;
  const leads: readonly [Evidence, Opening | null][] = [
    [
      { kind: 'no-themes', ...cycle },
      { type: 'readiness', cycleId: 'q3' },
    ],
    [
      { kind: 'capacity-not-looked-at', ...cycle },
      { type: 'readiness', cycleId: 'q3' },
    ],
    [
      { kind: 'not-graded', ...cycle, objectives: 2 },
      { type: 'closing', cycleId: 'q3' },
    ],
    [{ kind: 'no-digest', ...cycle, without: 4, people: 10 }, { type: 'week' }],
    [
      { kind: 'no-line-of-sight', ...person('10000'), issues: 2 },
      { type: 'sight', projectId: '10000' },
    ],
    [
      { kind: 'owns-many', ...person(null), keyResults: 6 },
      { type: 'list', owner: 'mia', level: null },
    ],
    [
      { kind: 'low-turnout', ...about('objective', 'o-1'), voted: 3, asked: 8 },
      { type: 'objective', id: 'o-1', part: 'buy-in' },
    ],
    [
      { kind: 'unanswered', ...about('objective', 'o-1'), days: 8 },
      { type: 'objective', id: 'o-1', part: 'alignment' },
    ],
    [
      { kind: 'no-owner', ...about('objective', 'o-1') },
      { type: 'objective', id: 'o-1', part: 'ownership' },
    ],
    [
      { kind: 'no-owner', ...about('key-result', 'kr-31') },
      { type: 'key-result', id: 'kr-31' },
    ],
  ];
  it.each(leads)('%j', (evidence, opening) => expect(namedBy(evidence)).toEqual(opening));
});

it('has the score open that one has come back to', () => {
  expect(scoreOfSearch(searchOfScore('well-put', '?view=health'))).toBe('well-put');
  expect(searchOfScore(null, '?view=health&score=well-put')).toBe('?view=health');
  expect(scoreOfSearch('?score=luck')).toBeNull();
});

it('leads from a place without votes to the objectives one answers for', async () => {
  const { user, opened } = view({
    getRadar: () => radar([spoke('bought-into', { score: null, missing: { kind: 'few-votes', voted: 0, asked: 0 } })]),
  });
  await user.click(await screen.findByRole('button', { name: 'Ask for votes: Bought into' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask for votes' }));
  await user.click(dialog.getByRole('button', { name: 'Checkout feels instant' }));
  expect(opened.onOpen).toHaveBeenCalledWith('o-1', 'buy-in');
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
