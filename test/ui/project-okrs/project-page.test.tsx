/** The project page in each of its states, and what it does by itself: paging, filters, live numbers, rights. */
import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import ProjectPage from '../../../static/features/project-okrs/project-page';
import { coverage } from '../coverage/sample-coverage';
import { byRollUp, byWork } from '../explain/sample-explanations';
import { history, ledger, noComments } from '../history/sample-history';
import { createFakeHost, type Answers, type FakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { details, metric, noRoles, objective, okrs, people, q3, q4, twoObjectives, work } from './sample-okrs';

const admin = { people, administers: ['10000'] };
const page = (answers: Answers, options = {}) => {
  const host = createFakeHost(
    {
      explain: () => byRollUp(),
      listComments: () => noComments,
      getHistory: () => history(),
      getLedger: () => ledger(),
      getCoverage: () => coverage(),
      ...answers,
    },
    { ...admin, ...options },
  );
  return { host, ...renderScreen(<ProjectPage />, host) };
};
const grid = () => screen.findByRole('treegrid', { name: 'Objectives and key results' });
/** What waits for an answer is asked beside them. */
const pagesAsked = ({ calls }: FakeHost) => calls.filter(({ name }) => name === 'getProjectOkrs');
const rowOf = (name: RegExp) => screen.getByRole('row', { name });

describe('what the page shows', () => {
  it('shows grey stand-ins while the answer is on its way', async () => {
    page({ getProjectOkrs: () => new Promise(() => undefined) });
    expect(await screen.findByText('Loading OKRs')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'OKRs' })).toBeInTheDocument();
  });

  it('shows objectives with their key results, percents, healths and work', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) });
    await grid();
    const row = within(rowOf(/KR-32/));
    expect(row.getByRole('img', { name: 'Progress: 62\u00a0%, expected 57\u00a0%' })).toBeInTheDocument();
    expect(row.getByText('On track')).toBeInTheDocument();
    expect(row.getByText('33 of 53 counted issues done')).toBeInTheDocument();
    expect(row.getByText('3 cancelled, 2 counted through children, 1 unestimated')).toBeInTheDocument();
    expect(await row.findByText('Jan Lind')).toBeInTheDocument();
    expect(row.getByText('31 Dec')).toBeInTheDocument();
    expect(within(rowOf(/KR-31/)).getByText('3.3 s on 18 Nov · from 4.2 s to 1.8 s')).toBeInTheDocument();
    expect(within(rowOf(/KR-31/)).getByText('measured by a value')).toBeInTheDocument();
  });

  it('names the project once Jira has told its name, and leads to it', async () => {
    const { host, user } = page({ getProjectOkrs: () => okrs(twoObjectives) }, { projects: { '10000': { key: 'WEB', name: 'Acme Web' } } });
    await grid();
    await user.click(await screen.findByRole('button', { name: 'Acme Web' }));
    expect(host.openedProjects).toEqual(['WEB']);
  });

  it('keeps the project’s key where Jira does not tell its name', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) });
    await grid();
    expect(screen.getByRole('button', { name: 'WEB' })).toBeInTheDocument();
  });

  it('says in words what is not measured, and draws no bar for it', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) });
    await grid();
    const row = within(rowOf(/KR-41/));
    expect(row.getByText('not measured')).toBeInTheDocument();
    expect(row.queryByRole('img')).not.toBeInTheDocument();
    expect(row.getByText(/^no value yet · from/)).toBeInTheDocument();
    expect(row.getByText('No owner')).toBeInTheDocument();
    expect(within(rowOf(/O-9/)).getByText('0 of 1 key results measured')).toBeInTheDocument();
  });

  it('says how the key results are looked after this week, and leads to my own check-ins', async () => {
    const asked = (key: string, lastDay: string | null, isStale: boolean, ownerAccountId: string) =>
      work(key, key, { ownerAccountId, attention: { lastDay, dueDay: isStale ? '2026-11-10' : '2026-11-22', isStale } });
    const queue = { today: '2026-11-22', untilDay: '2026-11-22', due: [], more: 0 };
    const keyResults = [
      asked('KR-1', '2026-11-18', false, 'jan'),
      asked('KR-2', '2026-11-03', true, 'me'),
      asked('KR-3', null, true, 'me'),
    ];
    const { user, host } = page({ getProjectOkrs: () => okrs([objective('O-1', 'Kept', keyResults)]), getCheckInQueue: () => queue });
    await grid();
    const card = within(screen.getByRole('region', { name: 'Check-ins this week' }));
    expect(card.getByText('1 / 3')).toBeInTheDocument();
    expect(card.getByText('2 stale, the longest since 10 Nov')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check in: 2 due this week' }));
    expect(await screen.findByRole('heading', { name: 'Your check-ins this week' })).toBeInTheDocument();
    expect(host.search()).toBe('?view=check-ins');
  });

  it('says in place of an objective’s health what somebody says, until a day, with the reason', async () => {
    const sent: unknown[] = [];
    const { user } = page({
      getProjectOkrs: () => okrs(twoObjectives),
      overrideHealth: (input) => {
        sent.push(input);
        return { version: 2 };
      },
    });
    await grid();
    await user.click(rowOf(/O-7/));
    await user.click(await screen.findByRole('button', { name: 'Override health' }));
    const form = within(screen.getByRole('form', { name: 'Override health' }));
    await user.selectOptions(form.getByRole('combobox', { name: 'Health' }), 'Off track');
    await user.type(form.getByRole('textbox', { name: /Reason/ }), 'The vendor is gone');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          subject: { type: 'objective', id: 'o-7' },
          version: 1,
          override: { health: 'off-track', reason: 'The vendor is gone', untilDay: expect.any(String) },
        },
      ]),
    );
  });

  it('says when a key result is overdue', async () => {
    page({ getProjectOkrs: () => okrs([objective('O-1', 'Late', [work('KR-1', 'Missed', { dueDay: '2026-11-14' })])]) });
    await grid();
    expect(within(rowOf(/KR-1/)).getByText('overdue')).toBeInTheDocument();
  });

  it('sums the set up: progress, key results by health, work and what is left out of it', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) });
    const progress = within(await screen.findByRole('region', { name: 'Progress' }));
    expect(progress.getByRole('img', { name: 'Progress of all objectives: 44\u00a0%, expected 57\u00a0%' })).toBeInTheDocument();
    expect(progress.getByText('1 of 2 objectives measured')).toBeInTheDocument();
    const keyResults = within(screen.getByRole('region', { name: 'Key results' }));
    expect(keyResults.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '● 1 on track',
      '▲ 1 at risk',
      '○ 1 not measured',
    ]);
    expect(progress.getByText(/of 53 counted issues done/)).toHaveTextContent(/ · 6 left out$/);
  });

  it('tells the cycle, its dates, the week, and as of when the numbers are', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) });
    expect(await screen.findByRole('combobox', { name: 'Cycle' })).toHaveDisplayValue('Q4 2026');
    expect(screen.getByText(/week 8 of 13/)).toBeInTheDocument();
    expect(await screen.findByText(/as of .*12:04.* · live/)).toBeInTheDocument();
  });

  it('says that it refreshes every minute where the site has no realtime', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) }, { realtime: false });
    expect(await screen.findByText(/refreshed every minute/)).toBeInTheDocument();
  });

  it('offers the first step where there are no objectives', async () => {
    const { user } = page({ getProjectOkrs: () => okrs([]), listCycles: () => [q3] });
    await user.click(await screen.findByRole('button', { name: 'Add the first objective' }));
    expect(await screen.findByRole('dialog', { name: 'New objective' })).toBeInTheDocument();
  });

  it('invites to add a key result where an objective has none', async () => {
    const { user } = page({ getProjectOkrs: () => okrs([objective('O-3', 'Empty', [], { progress: null })]) });
    await user.click(await screen.findByRole('button', { name: 'Add key result' }));
    expect(await screen.findByRole('dialog', { name: 'New key result for O-3' })).toBeInTheDocument();
  });

  it('writes titles in their own direction', async () => {
    page({ getProjectOkrs: () => okrs([objective('O-3', 'לקוחות משלמים מהר', [])]) });
    expect((await screen.findByText('לקוחות משלמים מהר')).tagName).toBe('BDI');
  });
});

describe('when a request fails', () => {
  it('shows the words and the reference, and tries again on demand', async () => {
    let broken = true;
    const { user } = page({
      getProjectOkrs: () => {
        if (broken) throw new ApiError({ code: 'INTERNAL', message: 'Something broke on our side.', reference: 'a1b2' });
        return okrs(twoObjectives);
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Something broke on our side.');
    expect(screen.getByText('Reference: a1b2')).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await grid()).toBeInTheDocument();
  });

  it('leads back to the current cycle when the address names one that is gone', async () => {
    const { user } = page(
      {
        getProjectOkrs: ({ cycleId }) => {
          if (cycleId === 'gone') throw new ApiError({ code: 'NOT_FOUND', message: 'There is no such cycle.' });
          return okrs(twoObjectives);
        },
      },
      { search: '?cycle=gone' },
    );
    await user.click(await screen.findByRole('button', { name: 'Show the current cycle' }));
    expect(await grid()).toBeInTheDocument();
  });

  it('waits calmly while the app is being set up, and goes on by itself', async () => {
    jest.useFakeTimers();
    try {
      let ready = false;
      page({
        getProjectOkrs: () => {
          if (!ready) throw new ApiError({ code: 'SETTING_UP', message: 'Not ready.' });
          return okrs(twoObjectives);
        },
      });
      expect(await screen.findByRole('heading', { name: 'Setting up OKRs' })).toBeInTheDocument();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      ready = true;
      await act(() => jest.advanceTimersByTimeAsync(2_100));
      expect(await grid()).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps what it has when a repeat fails, and says that it is old', async () => {
    let broken = false;
    const { host } = page({
      getProjectOkrs: () => {
        if (broken) throw new ApiError({ code: 'INTERNAL', message: 'Broken.' });
        return okrs(twoObjectives);
      },
    });
    await grid();
    broken = true;
    act(() => host.changeNumbers());
    expect(await screen.findByText(/not refreshed, trying again/)).toBeInTheDocument();
    expect(screen.getByRole('treegrid')).toBeInTheDocument();
  });
});

describe('what the page does by itself', () => {
  it('loads the further pages in the background, each once', async () => {
    const first = objective('O-1', 'First', []);
    const second = objective('O-2', 'Second', []);
    const { host } = page({
      getProjectOkrs: ({ cursor }) =>
        cursor === undefined ? okrs([first], { totalObjectives: 2, nextCursor: 'two' }) : okrs([second], { totalObjectives: 2 }),
    });
    expect(await screen.findByText('First')).toBeInTheDocument();
    expect(await screen.findByText('Second')).toBeInTheDocument();
    expect(pagesAsked(host).map((call) => call.input)).toEqual([{}, { cursor: 'two' }]);
  });

  it('asks for another cycle when one is chosen, and writes it into the address', async () => {
    const { host, user } = page({
      getProjectOkrs: ({ cycleId }) =>
        cycleId === q3.id ? okrs([objective('O-1', 'Last quarter', [])], { cycle: q3 }) : okrs(twoObjectives),
    });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Cycle' }), 'Q3 2026');
    expect(await screen.findByText('Last quarter')).toBeInTheDocument();
    await waitFor(() => expect(host.search()).toBe('?cycle=2026-q3'));
  });

  it('refreshes when numbers change, and says what moved', async () => {
    let progress = 0.4;
    const { host } = page({
      getProjectOkrs: () => okrs([objective('O-1', 'Goal', [work('KR-12', 'Moves', { progress }), metric('KR-13', 'Stays')])]),
    });
    await grid();
    progress = 0.44;
    act(() => host.changeNumbers());
    expect(await screen.findByText('KR-12 now 44 %')).toHaveAttribute('aria-live', 'polite');
    expect(within(rowOf(/KR-12/)).getByRole('img', { name: 'Progress: 44\u00a0%, expected 57\u00a0%' })).toBeInTheDocument();
  });

  it('asks again every minute, and when the reader comes back, where no messages arrive', async () => {
    jest.useFakeTimers();
    try {
      const { host } = page({ getProjectOkrs: () => okrs(twoObjectives) }, { realtime: false });
      await grid();
      const before = pagesAsked(host).length;
      await act(() => jest.advanceTimersByTimeAsync(59_000));
      expect(pagesAsked(host)).toHaveLength(before);
      await act(() => jest.advanceTimersByTimeAsync(2_000));
      expect(pagesAsked(host)).toHaveLength(before + 1);
      await act(async () => {
        focusManager.setFocused(false);
        focusManager.setFocused(true);
        await jest.advanceTimersByTimeAsync(100);
      });
      expect(pagesAsked(host)).toHaveLength(before + 2);
    } finally {
      focusManager.setFocused(undefined);
      jest.useRealTimers();
    }
  });

  it('announces nothing when another cycle is chosen', async () => {
    const { user } = page({
      getProjectOkrs: ({ cycleId }) =>
        okrs(
          [objective('O-1', 'Goal', [work('KR-12', 'Moves', { progress: cycleId === q3.id ? 1 : 0.4 })])],
          cycleId === q3.id ? { cycle: q3 } : {},
        ),
    });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Cycle' }), 'Q3 2026');
    await waitFor(() => expect(within(rowOf(/KR-12/)).getByText('100 %')).toBeInTheDocument());
    expect(screen.queryByText(/KR-12 now/)).not.toBeInTheDocument();
  });
});

describe('filters', () => {
  it('finds words in titles and keys, with the objective they belong to', async () => {
    const { user, host } = page({ getProjectOkrs: () => okrs(twoObjectives) });
    await user.type(await screen.findByRole('searchbox'), 'share');
    await waitFor(() => expect(screen.queryByRole('row', { name: /O-7/ })).not.toBeInTheDocument());
    expect(rowOf(/O-9/)).toBeInTheDocument();
    expect(rowOf(/KR-41/)).toBeInTheDocument();
    expect(screen.getByText('1 of 2 objectives match')).toBeInTheDocument();
    await waitFor(() => expect(host.search()).toBe('?q=share'));
    expect(pagesAsked(host)).toHaveLength(1);
  });

  it('leaves the key results of one owner, of nobody, of one health, of one kind', async () => {
    const { user } = page({ getProjectOkrs: () => okrs(twoObjectives) });
    await grid();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'No owner');
    await waitFor(() => expect(screen.queryByRole('row', { name: /KR-31/ })).not.toBeInTheDocument());
    expect(rowOf(/KR-41/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Health' }), 'On track');
    await waitFor(() => expect(screen.queryByRole('row', { name: /KR-31/ })).not.toBeInTheDocument());
    expect(rowOf(/KR-32/)).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Metric');
    expect(await screen.findByRole('heading', { name: 'Nothing matches' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(await grid()).toBeInTheDocument();
  });

  it('starts with the filters of the address', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) }, { search: '?kind=work' });
    await grid();
    expect(screen.queryByRole('row', { name: /KR-31/ })).not.toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveDisplayValue('Work');
  });

  it('works on a surface without an address', async () => {
    const { user } = page({ getProjectOkrs: () => okrs(twoObjectives) }, { search: null });
    await user.type(await screen.findByRole('searchbox'), 'KR-32');
    await waitFor(() => expect(screen.queryByRole('row', { name: /KR-31/ })).not.toBeInTheDocument());
  });
});

describe('rights', () => {
  it('greys out what a viewer may not do, and says why', async () => {
    const { user } = page({ getProjectOkrs: () => okrs(twoObjectives) }, { administers: [] });
    await grid();
    const button = screen.getByRole('button', { name: 'New objective' });
    await waitFor(() => expect(button).toBeDisabled());
    expect(button).toHaveAccessibleDescription('Only project administrators and OKR admins can add objectives here.');
    expect(screen.queryByRole('button', { name: 'Add key result to O-7' })).not.toBeInTheDocument();
    await user.click(rowOf(/O-7/));
    const dialog = within(await screen.findByRole('dialog', { name: 'Checkout feels instant' }));
    expect(dialog.getByRole('button', { name: 'Edit' })).toBeDisabled();
    expect(dialog.getByText('Only owners, project administrators and OKR admins can change this.')).toBeInTheDocument();
  });

  it('keeps nothing from an OKR admin or an administrator of Jira', async () => {
    for (const [roles, administers] of [
      [{ ...noRoles, isOkrAdmin: true }, []],
      [noRoles, ['jira']],
    ] as const) {
      const { unmount } = page({ getProjectOkrs: () => okrs(twoObjectives, { roles }) }, { administers });
      await grid();
      await waitFor(() => expect(screen.getByRole('button', { name: 'New objective' })).toBeEnabled());
      expect(screen.getByRole('button', { name: 'Add key result to O-7' })).toBeInTheDocument();
      unmount();
    }
  });

  it('keeps nothing back where Jira does not say, and leaves the refusing to the backend', async () => {
    page({ getProjectOkrs: () => okrs(twoObjectives) }, { administers: null });
    await grid();
    await waitFor(() => expect(screen.getByRole('button', { name: 'New objective' })).toBeEnabled());
  });

  it('lets an owner change their own objective without being an administrator', async () => {
    const { user } = page({ getProjectOkrs: () => okrs(twoObjectives) }, { administers: [], place: { accountId: 'mia' } });
    await grid();
    await waitFor(() => expect(screen.getByRole('button', { name: 'New objective' })).toBeDisabled());
    await user.click(rowOf(/O-7/));
    const dialog = within(await screen.findByRole('dialog', { name: 'Checkout feels instant' }));
    expect(dialog.getByRole('button', { name: 'Edit' })).toBeEnabled();
  });
});

it('opens a key result from the details of its objective', async () => {
  const { user } = page({
    getProjectOkrs: () => okrs(twoObjectives),
    getKeyResult: () => details(work('KR-32', 'Ship the payment sheet')),
    explain: ({ subject }) => (subject.type === 'objective' ? byRollUp() : byWork()),
  });
  await user.click(await screen.findByRole('row', { name: /O-7/ }));
  const shown = within(await screen.findByRole('dialog'));
  expect(await shown.findByRole('img', { name: 'Progress' })).toBeInTheDocument();
  await user.click(await shown.findByRole('button', { name: 'Part KR-32' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Ship the payment sheet' })).toHaveFocus();
});

describe('every percentage opens its explanation', () => {
  it('that of a row, of an objective, of all of them', async () => {
    const { user, host } = page({ getProjectOkrs: () => okrs(twoObjectives) });
    await grid();
    for (const [name, subject] of [
      [/why\? KR-32/, { type: 'key-result', id: 'kr-32' }],
      [/why\? O-7/, { type: 'objective', id: 'o-7' }],
      [/why\? all objectives/, { type: 'project', projectId: '10000', cycleId: q4.id }],
    ] as const) {
      await user.click(screen.getByRole('button', { name }));
      expect(await screen.findByRole('dialog', { name: /^Why 33\s%/ })).toBeInTheDocument();
      expect(host.calls.at(-1)).toEqual({ name: 'explain', input: { subject } });
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(screen.getByRole('button', { name })).toHaveFocus();
    }
  });

  it('is reached from its row by Tab, and Enter there is the percentage’s', async () => {
    const { user } = page({ getProjectOkrs: () => okrs(twoObjectives) });
    await grid();
    act(() => rowOf(/KR-31/).focus());
    await user.tab();
    expect(screen.getByRole('button', { name: /why\? KR-31/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: /^Why/ })).toBeInTheDocument();
  });

  it('follows a change while it is open', async () => {
    let creditSum = 3;
    const { user, host } = page({
      getProjectOkrs: () => okrs(twoObjectives),
      explain: () => ({ ...byWork({ creditSum }), progress: creditSum / 6 }),
    });
    await grid();
    await user.click(screen.getByRole('button', { name: /why\? KR-32/ }));
    expect(await screen.findByRole('dialog', { name: /^Why 50\s%/ })).toBeInTheDocument();
    creditSum = 4;
    act(() => host.changeNumbers());
    expect(await screen.findByRole('dialog', { name: /^Why 67\s%/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /^Together/ })).toHaveTextContent('4 /of 6');
  });
});
