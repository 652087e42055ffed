/** Coverage by project: figures, the total for everyone, what one cannot see, and the states without figures. */
import { screen, within } from '@testing-library/react';
import type { CompanyCoverage } from '../../../src/contract/coverage';
import { ApiError } from '../../../static/api-error';
import CompanyCoverageView from '../../../static/features/coverage/company-coverage';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { coverage, orphan, orphanWork, share } from './sample-coverage';

const company = (over: Partial<CompanyCoverage> = {}): CompanyCoverage => ({
  cycleId: 'q4',
  projects: [
    { projectId: '10000', counted: coverage().counted },
    { projectId: '10001', counted: null },
  ],
  hiddenProjects: 2,
  total: { inProgress: share(4, 10), finished: share(0, 0) },
  uncounted: 1,
  ...over,
});
const view = (answers: Answers) => {
  const host = createFakeHost(answers, { projects: { '10000': { key: 'WEB', name: 'Acme Web' }, '10001': { key: 'OPS', name: 'Ops' } } });
  return { host, ...renderScreen(<CompanyCoverageView cycleId="q4" />, host) };
};

it('shows each project, the total, and how many one cannot see', async () => {
  const { user, host } = view({
    getCompanyCoverage: () => company(),
    getCoverage: () => coverage(),
    listOrphanWork: () => orphanWork([orphan('WEB-2')]),
  });
  const row = within(await screen.findByRole('row', { name: /Acme Web/ }));
  expect(row.getByText('40 %')).toBeInTheDocument();
  expect(row.getByText('2 of 5')).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Ops Not counted yet/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: '2 projects you cannot see' })).toBeInTheDocument();
  expect(within(screen.getByRole('row', { name: /All projects/ })).getByText('4 of 10')).toBeInTheDocument();
  expect(screen.getByText(/^One project has not been counted yet/)).toBeInTheDocument();
  await user.click(row.getByRole('button', { name: '3 orphan issues of Acme Web' }));
  expect(await screen.findByText('What WEB-2 is about')).toBeInTheDocument();
  expect(host.calls.find(({ name }) => name === 'listOrphanWork')?.input).toEqual({
    projectId: '10000',
    cycleId: 'q4',
    state: 'in-progress',
  });
});

it('says what to do where no project has objectives, and what went wrong', async () => {
  view({ getCompanyCoverage: () => company({ projects: [], hiddenProjects: 0 }) });
  expect(await screen.findByText('No project has objectives in this cycle')).toBeInTheDocument();
  view({
    getCompanyCoverage: () => {
      throw new ApiError({ code: 'FORBIDDEN', message: 'Not now.' });
    },
  });
  expect(await screen.findByText('Coverage could not be loaded')).toBeInTheDocument();
});
