/** The history of a page on the screen: the way to it, what it shows in each state, and where its names lead. */
import { screen, within } from '@testing-library/react';
import type { Activity, ActivityEntry } from '../../../src/contract/activity';
import { ApiError } from '../../../static/api-error';
import ProjectPage from '../../../static/features/project-okrs/project-page';
import { coverage } from '../coverage/sample-coverage';
import { byMetric, byRollUp } from '../explain/sample-explanations';
import { history, ledger, noComments } from '../history/sample-history';
import { details, metric, okrs, people, twoObjectives } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const entry = (id: string, thing: ActivityEntry['thing']): ActivityEntry => ({
  id,
  at: '2026-11-20T10:00:00.000Z',
  byAccountId: 'mia',
  thing,
  deed: { did: 'wrote', changes: [] },
  reason: null,
});
const wroteObjective = entry('1', { type: 'objective', id: 'o-7', key: 'O-7', title: 'Checkout feels instant' });
const wroteKeyResult = entry('2', { type: 'key-result', id: 'kr-31', key: 'KR-31', title: 'Time to pay' });
const only = (...entries: readonly ActivityEntry[]): Activity => ({ entries, nextCursor: null });

const open = async (getActivity: NonNullable<Answers['getActivity']>, answers: Answers = {}) => {
  const host = createFakeHost(
    {
      getProjectOkrs: () => okrs(twoObjectives),
      explain: () => byRollUp(),
      listComments: () => noComments,
      getHistory: () => history(),
      getLedger: () => ledger(),
      getCoverage: () => coverage(),
      getActivity,
      ...answers,
    },
    { people },
  );
  const { user } = renderScreen(<ProjectPage />, host);
  await user.click(await screen.findByLabelText('More for this page'));
  await user.click(screen.getByRole('button', { name: 'History' }));
  return { host, user, dialog: within(await screen.findByRole('dialog', { name: 'History of the project’s OKRs' })) };
};

it('asks for nothing before it is opened, and then for the project', async () => {
  const { host, dialog } = await open(() => only(wroteObjective));
  expect(await dialog.findByRole('list', { name: 'History' })).toHaveTextContent(/wrote O-7 Checkout feels instant/);
  expect(host.calls.filter(({ name }) => name === 'getActivity')).toEqual([
    { name: 'getActivity', input: { subject: { type: 'project', projectId: '10000' } } },
  ]);
});

it('says so while nothing has happened', async () => {
  const { dialog } = await open(() => only());
  expect(await dialog.findByText(/Nothing has happened yet/)).toBeInTheDocument();
});

it('offers to try again when it could not be loaded', async () => {
  let broken = true;
  const { dialog, user } = await open(() => {
    if (broken) throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong.' });
    return only(wroteObjective);
  });
  expect(await dialog.findByRole('alert')).toHaveTextContent('The history could not be loaded');
  broken = false;
  await user.click(dialog.getByRole('button', { name: 'Retry' }));
  expect(await dialog.findByRole('list', { name: 'History' })).toBeInTheDocument();
});

it('goes back page after page', async () => {
  const { dialog, user } = await open(({ cursor }) =>
    cursor === undefined ? { entries: [wroteKeyResult], nextCursor: '1794000000000 3 x' } : only(wroteObjective),
  );
  await user.click(await dialog.findByRole('button', { name: 'Show earlier ones' }));
  expect(await dialog.findByText('O-7 Checkout feels instant')).toBeInTheDocument();
  expect(dialog.queryByRole('button', { name: 'Show earlier ones' })).not.toBeInTheDocument();
});

it('leads to an objective, by keyboard', async () => {
  const { dialog, user } = await open(() => only(wroteObjective));
  (await dialog.findByRole('button', { name: 'O-7 Checkout feels instant' })).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Checkout feels instant' })).toBeInTheDocument();
});

it('leads to the page of a key result', async () => {
  const { dialog, user } = await open(() => only(wroteKeyResult), {
    getKeyResult: () => details(metric('KR-31', 'Time to pay')),
    explain: () => byMetric(),
  });
  await user.click(await dialog.findByRole('button', { name: 'KR-31 Time to pay' }));
  expect(await screen.findByRole('heading', { level: 1, name: /Time to pay/ })).toBeInTheDocument();
});
