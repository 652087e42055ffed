/** The company page in each of its states, and what its reader can choose. */
import { screen, waitFor, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import CompanyPage from '../../../static/features/company-okrs/company-page';
import { radarThresholds } from '../../../src/domain/radar/thresholds';
import type { CompanyOkrs } from '../../../src/contract/company';
import type { ObjectiveView } from '../../../src/contract/okr';
import { healthThresholds } from '../../../src/domain/health-by-chance';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { noRoles, objective, people, q3, q4, today, work } from '../project-okrs/sample-okrs';

const atCompany = objective('O-1', 'Win the market', [work('KR-1', 'Share of it')], { home: { level: 'company' } });
const inGroup = objective('O-2', 'Shops that sell', [], { home: { level: 'group', groupId: 'g-1' } });
const inProject = objective('O-3', 'A quick checkout', [work('KR-3', 'Mine', { ownerAccountId: 'me' })]);

const answer = (objectives: readonly ObjectiveView[], over: Partial<CompanyOkrs> = {}): CompanyOkrs => ({
  today,
  cycles: [q3, q4],
  cycle: q4,
  thresholds: healthThresholds,
  groups: [{ id: 'g-1', name: 'Shops' }],
  roles: noRoles,
  objectives,
  totalObjectives: objectives.length,
  nextCursor: null,
  asOf: null,
  ...over,
});

const page = (answers: Answers, options = {}) => {
  const place = { projectId: null, projectKey: null };
  const host = createFakeHost(answers, { people, place, projects: { '10000': { key: 'WEB', name: 'Acme Web' } }, ...options });
  return { host, ...renderScreen(<CompanyPage />, host) };
};
const all = { getCompanyOkrs: () => answer([atCompany, inGroup, inProject]) };
const grid = () => screen.findByRole('treegrid', { name: 'Objectives and key results' });

it('shows the company, groups and projects, each by name, with its objectives one deeper', async () => {
  page(all);
  await grid();
  expect(await screen.findByRole('row', { name: /Acme Web/ })).toHaveAttribute('aria-level', '1');
  expect(screen.getByRole('row', { name: /Group Shops/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Win the market/ })).toHaveAttribute('aria-level', '2');
  expect(screen.getByRole('row', { name: /Share of it/ })).toHaveAttribute('aria-level', '3');
});

it('shows what I own, and keeps that in the address', async () => {
  const { host, user } = page(all);
  await grid();
  await user.click(screen.getByRole('checkbox', { name: 'My OKRs' }));
  expect(screen.queryByRole('row', { name: /Win the market/ })).not.toBeInTheDocument();
  expect(screen.getByRole('row', { name: /KR-3/ })).toBeInTheDocument();
  await waitFor(() => expect(host.search()).toBe('?mine=yes'));
});

it('begins with what its address says', async () => {
  const { host } = page(all, { search: '?level=group&cycle=2026-q3' });
  await grid();
  expect(screen.queryByRole('row', { name: /Win the market/ })).not.toBeInTheDocument();
  expect(host.calls[0]).toEqual({ name: 'getCompanyOkrs', input: { cycleId: '2026-q3' } });
});

it('says so when nothing fits, and shows everything again', async () => {
  const { user } = page({ getCompanyOkrs: () => answer([atCompany]) }, { search: '?mine=yes' });
  await user.click(await screen.findByRole('button', { name: 'Show everything' }));
  expect(screen.getByRole('row', { name: /Win the market/ })).toBeInTheDocument();
});

it('moves over all rows with the arrow keys, and opens nothing on a place', async () => {
  const { user } = page(all);
  await grid();
  await user.click(screen.getByRole('row', { name: /^Company/ }));
  await user.keyboard('{Enter}{ArrowDown}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Win the market/ })).toHaveFocus();
});

describe('the views of the page', () => {
  it('are the check-ins of everything I keep, wherever it lives', async () => {
    const queue = { today, untilDay: '2026-11-22', due: [], more: 0 };
    const { user, host } = page({ ...all, getCheckInQueue: () => queue });
    await grid();
    await user.click(screen.getByRole('button', { name: 'Check-ins' }));
    expect(await screen.findByText('Nothing to check in on this week')).toBeInTheDocument();
    expect(host.calls).toContainEqual({ name: 'getCheckInQueue', input: {} });
    expect(host.search()).toBe('?view=check-ins');
    expect(await screen.findByRole('region', { name: 'Check-ins of the team' })).toBeInTheDocument();
  });

  it('are the cycles and settings, for OKR admins', async () => {
    const settings = {
      counting: { value: { excludedResolutions: [], pointsFieldId: null }, version: 0 },
      health: { value: healthThresholds, version: 0 },
      calendar: { value: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] }, version: 0 },
      checkIns: { value: { cadenceDays: 7 }, version: 0 },
      radar: { value: radarThresholds, version: 0 },
      reminders: { value: { isOn: true, againDays: 1, staleDays: 3, escalateDays: 7, perWeek: 10, digest: true }, version: 0 },
      wording: { value: { languages: [] }, version: 0 },
    };
    const { user } = page({
      getCompanyOkrs: () => answer([atCompany], { roles: { ...noRoles, isOkrAdmin: true } }),
      getSettings: () => settings,
      listCycles: () => [q3, q4],
    });
    await grid();
    await user.click(screen.getByRole('button', { name: 'Cycles and settings' }));
    expect(await screen.findByRole('region', { name: 'Cycles of the site' })).toBeInTheDocument();
  });

  it('are not the settings for anybody else', async () => {
    page(all);
    await grid();
    expect(screen.queryByRole('button', { name: 'Cycles and settings' })).not.toBeInTheDocument();
  });
});

describe('adding an objective', () => {
  it('is offered to nobody who leads nothing', async () => {
    page(all);
    await grid();
    expect(screen.queryByRole('button', { name: 'New objective' })).not.toBeInTheDocument();
  });

  it('is for leads of a group, there', async () => {
    page({ getCompanyOkrs: () => answer([atCompany], { roles: { ...noRoles, ledGroupIds: ['g-1'] } }) });
    await grid();
    expect(screen.getByRole('button', { name: 'New objective' })).toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: 'Where the new objective is to live' })).not.toBeInTheDocument();
  });

  it('is for OKR admins, with a choice of where', async () => {
    page({ getCompanyOkrs: () => answer([atCompany], { roles: { ...noRoles, isOkrAdmin: true } }) });
    await grid();
    const where = within(screen.getByRole('combobox', { name: 'Where the new objective is to live' }));
    expect(where.getAllByRole('option').map((option) => option.textContent)).toEqual(['Company', 'Shops']);
  });
});

describe('adding a key result', () => {
  const offered = () => screen.queryAllByRole('button', { name: /^Add key result to/ }).map((button) => button.getAttribute('aria-label'));
  const objectives = [atCompany, { ...inGroup, keyResults: atCompany.keyResults }, inProject];
  const ownersApart = objectives.map((one) => ({ ...one, ownerAccountId: 'mia' }));
  const shown = (over: Partial<CompanyOkrs>, options = {}) => page({ getCompanyOkrs: () => answer(ownersApart, over) }, options);

  it('is for administrators of a project in its objectives', async () => {
    shown({}, { administers: ['10000'] });
    await grid();
    await waitFor(() => expect(offered()).toEqual(['Add key result to O-3']));
  });

  it('is for leads of a group in its objectives', async () => {
    shown({ roles: { ...noRoles, ledGroupIds: ['g-1'] } });
    await grid();
    expect(offered()).toEqual(['Add key result to O-2']);
  });

  it('is for OKR admins and administrators of Jira everywhere', async () => {
    const { unmount } = shown({ roles: { ...noRoles, isOkrAdmin: true } });
    await grid();
    expect(offered()).toHaveLength(3);
    unmount();
    shown({}, { administers: ['jira'] });
    await grid();
    await waitFor(() => expect(offered()).toHaveLength(3));
  });

  it('is for owners in what is theirs', async () => {
    shown({}, { place: { projectId: null, projectKey: null, accountId: 'mia' } });
    await grid();
    expect(offered()).toHaveLength(3);
  });
});

it('says what the page is for while nothing is there', async () => {
  page({ getCompanyOkrs: () => answer([]) });
  expect(await screen.findByText('No objectives in Q4 2026 yet')).toBeInTheDocument();
});

it('says what went wrong, and tries again', async () => {
  let failing = true;
  const { user } = page({
    getCompanyOkrs: () => {
      if (failing) throw new ApiError({ code: 'INTERNAL', message: 'Something broke on our side.' });
      return answer([atCompany]);
    },
  });
  await screen.findByText('Something broke on our side.');
  failing = false;
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  await grid();
});
