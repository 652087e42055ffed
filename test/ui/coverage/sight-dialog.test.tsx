/** The dialog of the line of sight: whose work reaches no key result, and the step that links it. */
import { screen, waitFor, within } from '@testing-library/react';
import type { LineOfSight } from '../../../src/contract/sight';
import SightDialog from '../../../static/features/coverage/sight-dialog';
import { additionPreview, target } from '../link/sample-answers';
import { people } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const of = { projectId: '10000', cycleId: '2026-q4' } as const;
const issue = {
  issueId: '20003',
  key: 'WEB-3',
  summary: 'Pay by bank',
  typeName: 'Story',
  mayHaveChildren: false,
  statusName: 'In Progress',
  statusCategory: 'in-progress',
  updatedAt: '2026-11-20T08:00:00.000Z',
  parentId: null,
  privately: [],
} as const;
const share = { work: 3, serving: 1, share: 1 / 3, capped: false };

const sight = (given: Partial<LineOfSight> = {}): LineOfSight => ({
  ...of,
  countedAt: '2026-11-22T08:00:00.000Z',
  capped: false,
  people: [
    { accountId: 'anna', issues: 2, serving: 0, orphans: [issue] },
    { accountId: 'mia', issues: 3, serving: 1, orphans: [] },
  ],
  total: 2,
  inSight: 1,
  unassigned: 1,
  ...given,
});

const open = (answer: LineOfSight, answers: Answers = {}) => {
  const host = createFakeHost(
    {
      getLineOfSight: () => answer,
      getCoverage: () => ({
        ...of,
        state: 'counted',
        counted: { countedAt: '2026-11-22T08:00:00.000Z', inProgress: share, finished: share },
      }),
      ...answers,
    },
    { people },
  );
  return { host, ...renderScreen(<SightDialog of={of} onClose={() => undefined} />, host) };
};

it('lists those without line of sight with their work, then the others, and what is nobody’s', async () => {
  open(sight());
  expect(await screen.findByText(/with work in progress has/)).toHaveTextContent('1 of 2 people with work in progress has line of sight');
  expect(await screen.findByText('Mia Kern')).toBeVisible();
  const without = screen.getByRole('region', { name: /^Without line of sight/ });
  expect(without).toHaveTextContent('2 issues in progress');
  expect(within(without).getByRole('link', { name: 'WEB-3' })).toBeVisible();
  expect(without).toHaveTextContent('1 that are not shown to you here');
  expect(screen.getByRole('region', { name: 'With line of sight' })).toHaveTextContent('Mia Kern1 of 3 issues in progress');
  expect(screen.getByText('1 issue in progress is assigned to nobody.')).toBeVisible();
});

it('says when nobody has work in progress, and when it was never counted', async () => {
  const first = open(sight({ people: [], total: 0, inSight: 0, unassigned: 0 }));
  expect(await screen.findByText('Nobody has work in progress in this project.')).toBeVisible();
  first.unmount();
  open(sight({ people: [], total: 0, inSight: 0, unassigned: 0, countedAt: null }));
  expect(await screen.findByText(/has not been counted yet/)).toBeVisible();
});

it('links a person’s work in place', async () => {
  const { user, host } = open(sight(), {
    listLinkTargets: () => [target],
    previewSource: () => additionPreview,
    linkIssues: () => [{ issueId: '20003', outcome: 'linked' }],
  });
  await user.click(await screen.findByRole('button', { name: 'Link to a key result' }));
  await user.click(await screen.findByRole('radio', { name: new RegExp(target.key) }));
  await user.click(screen.getByRole('button', { name: 'Link' }));
  await waitFor(() => expect(host.flags).toMatchObject([{ title: `Linked 1 issue to ${target.key}`, tone: 'success' }]));
  expect(await screen.findByRole('region', { name: /^Without line of sight/ })).toBeVisible();
});
