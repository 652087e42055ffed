/** The page of a key result: reached and left by the address, what it shows of each kind, its states, and what one may do there. */
import { act, screen, waitFor, within } from '@testing-library/react';
import type { KeyResultView, MetricKeyResultView } from '../../../src/contract/okr';
import { ApiError } from '../../../static/api-error';
import ProjectPage from '../../../static/features/project-okrs/project-page';
import { coverage } from '../coverage/sample-coverage';
import { byMetric, byRollUp, byWork } from '../explain/sample-explanations';
import { day, history, ledger, noComments } from '../history/sample-history';
import { details, metric, okrs, people, twoObjectives, work } from '../project-okrs/sample-okrs';
import { aligned, alignment, company, keyResult as inMap, web } from '../alignment/sample-alignment';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const sheet = work('KR-32', 'Ship the payment sheet', { progress: 0.5 });

const open = (keyResult: KeyResultView = sheet, answers: Answers = {}, options = {}) => {
  const host = createFakeHost(
    {
      getProjectOkrs: () => okrs(twoObjectives),
      getKeyResult: () => details(keyResult),
      listComments: () => noComments,
      getHistory: () => history(),
      getLedger: () => ledger(),
      getCoverage: () => coverage(),
      explain: ({ subject }) => (subject.type === 'objective' ? byRollUp() : keyResult.kind === 'metric' ? byMetric() : byWork()),
      ...answers,
    },
    {
      people,
      administers: ['10000'],
      projects: { '10000': { key: 'WEB', name: 'Acme Web' } },
      search: '?keyResult=kr-32',
      ...options,
    },
  );
  return { host, ...renderScreen(<ProjectPage />, host) };
};
const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const settled = () => screen.findByRole('row', { name: /^Together/ });

describe('the way there and back', () => {
  it('opens from its row, as a step of the address; Back leads to the row, with what was folded in', async () => {
    const { user, host } = open(sheet, {}, { search: '?q=pay' });
    await user.click(await screen.findByRole('row', { name: /KR-32/ }));
    expect(await title('Ship the payment sheet')).toHaveFocus();
    expect(host.search()).toBe('?q=pay&keyResult=kr-32');
    act(() => host.goBack());
    expect(await screen.findByRole('row', { name: /KR-32/ })).toHaveFocus();
    expect(screen.getByRole('searchbox')).toHaveValue('pay');
    expect(host.search()).toBe('?q=pay');
  });

  it('leads to its line in the alignment, which the address names; Back leads here', async () => {
    const objectives = [
      aligned('O-1', 'Win the market', company),
      aligned('O-7', 'Checkout feels instant', web, 'O-1', { keyResults: [inMap('KR-32', 'Ship the payment sheet')] }),
    ];
    const { user, host } = open(sheet, { getAlignment: () => alignment(objectives) });
    await settled();
    await user.click(screen.getByRole('button', { name: 'Line to the top' }));
    expect(await screen.findByText('It reaches a company goal.')).toBeInTheDocument();
    expect(host.search()).toBe('?line=key-result.kr-32&view=alignment');
    act(() => host.goBack());
    expect(await title('Ship the payment sheet')).toBeInTheDocument();
  });

  it('opens from a link, without the list’s request and without taking the focus; leads to the list', async () => {
    const { user, host } = open();
    expect(await title('Ship the payment sheet')).not.toHaveFocus();
    await settled();
    expect(host.calls.map(({ name }) => name)).not.toContain('getProjectOkrs');
    const way = within(screen.getByRole('navigation', { name: 'Breadcrumb' }));
    await waitFor(() =>
      expect(way.getByText(/O-7/).closest('nav')).toHaveTextContent(
        'Projects / Acme Web / OKRs / O-7 Checkout feels instant · Line to the top',
      ),
    );
    await user.click(way.getByRole('button', { name: 'OKRs' }));
    expect(await screen.findByRole('row', { name: /KR-32/ })).toHaveFocus();
    expect(host.search()).toBe('');
  });

  it('works on a surface without an address', async () => {
    const { user } = open(sheet, {}, { search: null });
    await user.click(await screen.findByRole('row', { name: /KR-32/ }));
    await user.click(within(await screen.findByRole('navigation', { name: 'Breadcrumb' })).getByRole('button', { name: 'OKRs' }));
    expect(await screen.findByRole('row', { name: /KR-32/ })).toHaveFocus();
  });

  it('opens from the explanation of its objective', async () => {
    const { user } = open(sheet, {}, { search: '' });
    await user.click(await screen.findByRole('button', { name: /why\? O-7/ }));
    await user.click(await screen.findByRole('button', { name: 'Part KR-32' }));
    expect(await title('Ship the payment sheet')).toHaveFocus();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('what it shows', () => {
  it('shows state, chart, explanation, sources and what became of the plan', async () => {
    open(sheet);
    await title('Ship the payment sheet');
    await settled();
    expect(screen.getByText('On track')).toBeInTheDocument();
    expect(screen.getByText(/^expected 57/)).toBeInTheDocument();
    expect(await screen.findByText('Jan Lind')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2, name: /^Why 50\s%/ })).toBeInTheDocument();
    expect(await screen.findByRole('img', { name: 'Burn-up' })).toHaveAccessibleDescription(/done 33, scope 53, planned scope 44/);
    expect(within(screen.getByRole('list', { name: 'Sources' })).getByText('labels = payment')).toBeInTheDocument();
    expect(screen.getByText(/^Since 1 Oct the scope grew/)).toBeInTheDocument();
  });

  it('shows a metric with its value on its way, and the form to record one', async () => {
    open(metric('KR-31', 'Time to pay'));
    await title('Time to pay');
    expect(await screen.findByText('3.3 s, from 4.2 s to 1.8 s')).toBeInTheDocument();
    expect(await screen.findByRole('img', { name: 'Value' })).toBeInTheDocument();
    expect(screen.getByRole('form', { name: 'Record a value' })).toBeInTheDocument();
  });

  it('shows two tracks side by side, and warns when they tell different stories', async () => {
    const track: MetricKeyResultView['track'] = { progress: 0.9, rule: sheet.rule, work: sheet.work, diverges: true };
    open(metric('KR-31', 'Time to pay', { progress: 0.1, track }));
    await title('Time to pay');
    expect(await screen.findByRole('img', { name: /^Outcome: 10/ })).toBeInTheDocument();
    expect(await screen.findByRole('img', { name: /^Work beside it: 90/ })).toBeInTheDocument();
    expect(screen.getByText('The work is nearly done, and the outcome has hardly moved')).toBeInTheDocument();
  });

  it('says when it is overdue', async () => {
    open(work('KR-32', 'Ship the payment sheet', { dueDay: '2026-11-14', weight: 2 }));
    expect(await screen.findByText('overdue')).toBeInTheDocument();
    expect(screen.getByText(/weighs 2 in O-7/)).toBeInTheDocument();
  });

  it('invites to add work where there is none', async () => {
    open(sheet, { getKeyResult: () => details(sheet, { sources: [], issues: [], totalIssues: 0 }) });
    expect(await screen.findByText('Nothing yet: without issues there is nothing to measure.')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add work' })).toBeEnabled());
  });
});

describe('what it does by itself', () => {
  it('follows a change in number, chart and explanation at once, and says what moved', async () => {
    let done = 3;
    const { host } = open(sheet, {
      getKeyResult: () => details({ ...sheet, progress: done / 6 }),
      explain: () => ({ ...byWork({ creditSum: done }), progress: done / 6 }),
      listComments: () => noComments,
      getHistory: () => history({ days: [day('2026-11-22', { done })] }),
    });
    await title('Ship the payment sheet');
    await settled();
    done = 4;
    act(() => host.changeNumbers());
    expect(await screen.findByText('KR-32 now 67 %')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2, name: /^Why 67\s%/ })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('row', { name: /^Together/ })).toHaveTextContent('4 /of 6'));
    expect(screen.getByRole('img', { name: 'Burn-up' })).toHaveAccessibleDescription(/done 4/);
  });

  it('shows grey stand-ins while the answer is on its way', async () => {
    open(sheet, { getKeyResult: () => new Promise(() => undefined) });
    expect(await screen.findByText('Loading the key result')).toBeInTheDocument();
  });

  it('says what failed, tries again on demand, and lets one leave', async () => {
    let broken = true;
    const { user } = open(sheet, {
      getKeyResult: () => {
        if (broken) throw new ApiError({ code: 'NOT_FOUND', message: 'This key result is gone.' });
        return details(sheet);
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('This key result is gone.');
    expect(screen.getByRole('button', { name: 'OKRs' })).toBeEnabled();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await title('Ship the payment sheet')).toBeInTheDocument();
  });
});

describe('what one may do', () => {
  it('greys out what a viewer may not do, and says why', async () => {
    open(metric('KR-31', 'Time to pay'), {}, { administers: [] });
    await title('Time to pay');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toBeDisabled());
    expect(screen.getByText('Only owners, project administrators and OKR admins can change this.')).toBeInTheDocument();
    expect(screen.queryByRole('form', { name: 'Record a value' })).not.toBeInTheDocument();
  });

  it('lets a contributor record a value, not change the plan', async () => {
    open(metric('KR-31', 'Time to pay', { contributorIds: ['me'] }), {}, { administers: [] });
    await title('Time to pay');
    expect(await screen.findByRole('form', { name: 'Record a value' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Edit' })).toBeDisabled();
  });

  it('lets the owner of the objective change it', async () => {
    const { user } = open(sheet, {}, { administers: [], place: { accountId: 'mia' } });
    await title('Ship the payment sheet');
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    expect(await screen.findByRole('dialog', { name: 'Edit KR-32' })).toBeInTheDocument();
  });

  it('leaves for the list once it is archived', async () => {
    const { user, host } = open(sheet, { archiveKeyResult: () => null });
    await title('Ship the payment sheet');
    await user.click(screen.getByRole('button', { name: 'Archive' }));
    const ask = within(await screen.findByRole('dialog', { name: 'Archive KR-32?' }));
    await user.click(ask.getByRole('button', { name: 'Archive' }));
    expect(await screen.findByRole('treegrid')).toBeInTheDocument();
    expect(host.search()).toBe('');
  });
});
