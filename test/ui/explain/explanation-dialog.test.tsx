/** The dialog behind a percentage: every kind of number, the sums of its parts, the way into them and back, and its states. */
import { screen, within } from '@testing-library/react';
import type { Explanation } from '../../../src/contract/explanation';
import { ApiError } from '../../../static/api-error';
import ExplanationDialog from '../../../static/features/explain/explanation-dialog';
import { people, scopeIssue } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { byBand, byMetric, byMilestones, byOverride, byRollUp, byWork, part, work } from './sample-explanations';

const keyResult = { type: 'key-result', id: 'kr-32' } as const;
const objective = { type: 'objective', id: 'o-7' } as const;

const open = (explain: NonNullable<Answers['explain']>, subject: typeof keyResult | typeof objective = keyResult) => {
  const host = createFakeHost({ explain }, { people });
  const opened: string[] = [];
  const closed = jest.fn();
  const view = renderScreen(<ExplanationDialog path={[subject]} onOpenKeyResult={(id) => opened.push(id)} onClose={closed} />, host);
  return { host, opened, closed, ...view };
};
const shown = async (name: RegExp) => within(await screen.findByRole('dialog', { name }));
const rowTexts = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' '));

describe('a number made of issues', () => {
  it('lists what each issue gives of its weight, what is left out and why, and what is hidden, with the sum', async () => {
    open(() => byWork());
    const dialog = await shown(/Why 50\s%\?/);
    expect(dialog.getByText('3 of 6 counted issues done, 1 in progress. Left out: 1 cancelled.')).toBeInTheDocument();
    expect(dialog.getByText('Every issue weighs 1. Work in progress gives no credit.')).toBeInTheDocument();
    expect(rowTexts()).toEqual([
      'WEB-2 Summary of WEB-2To Do0 /of 1',
      'WEB-1 Summary of WEB-1 · shared by 2 key resultsDone1 /of 1',
      "WEB-3 Summary of WEB-3Won't Docancelled, so out of scope",
      '4 issues you cannot see2 /of 4',
      'Together3 /of 6',
    ]);
    expect(dialog.getByText(/^As of .*12:04/)).toBeInTheDocument();
  });

  it('says weights in hours, and what is wanted', async () => {
    open(() =>
      byWork({
        rule: { weightBy: 'estimate', unestimated: 7200, inProgressCredit: 0.5, wanted: 144_000, shared: 'split' },
        issues: [scopeIssue('WEB-2', { weight: 5400, credit: 0.5 })],
        hidden: { issues: 0, counted: 0, weight: 0, credit: 0 },
        creditSum: 2700,
        divisor: 144_000,
      }),
    );
    const dialog = await shown(/Why/);
    expect(dialog.getByText(/An issue weighs its original estimate; one without weighs 2\./)).toHaveTextContent(
      'Work in progress gives 50 % of its weight. Wanted are 40 h hours. An issue that several key results count gives each an equal part.',
    );
    expect(rowTexts()).toEqual(['WEB-2 Summary of WEB-2To Do0.8 h /of 1.5 h', 'Together, of what is wanted0.8 h /of 40 h']);
  });

  it('loads further issues on demand; the sum holds before and after', async () => {
    const first = byWork({
      issues: [scopeIssue('WEB-2')],
      hidden: { issues: 0, counted: 0, weight: 0, credit: 0 },
      elsewhere: { issues: 5, counted: 5, weight: 5, credit: 3 },
      nextOffset: 100,
    });
    const second = byWork({
      issues: [scopeIssue('WEB-9', { credit: 1 })],
      hidden: { issues: 4, counted: 4, weight: 4, credit: 2 },
      elsewhere: { issues: 1, counted: 1, weight: 1, credit: 0 },
    });
    const { user } = open(({ offset }) => (offset === 100 ? second : first));
    const dialog = await shown(/Why/);
    expect(dialog.getByRole('row', { name: /^5 issues not loaded yet/ })).toHaveTextContent('3 /of 5');
    await user.click(dialog.getByRole('button', { name: 'Show more issues' }));
    expect(await dialog.findByText('WEB-9')).toBeInTheDocument();
    expect(rowTexts()).toEqual([
      'WEB-2 Summary of WEB-2To Do0 /of 1',
      'WEB-9 Summary of WEB-9To Do1 /of 1',
      '4 issues you cannot see2 /of 4',
      'Together3 /of 6',
    ]);
    expect(dialog.queryByRole('button', { name: 'Show more issues' })).not.toBeInTheDocument();
  });

  it('opens an issue around the frame, and leaves for the key result’s page', async () => {
    const { user, host, opened } = open(() => byWork());
    const dialog = await shown(/Why/);
    await user.click(dialog.getByRole('link', { name: 'WEB-1' }));
    expect(host.openedIssues).toEqual(['WEB-1']);
    await user.click(dialog.getByRole('button', { name: 'Open KR-32' }));
    expect(opened).toEqual(['kr-32']);
  });
});

describe('a number made of a value', () => {
  it.each<[string, Explanation, RegExp]>([
    ['a metric that falls', byMetric(), /^Now 3\.3\ss: 0\.9\ss of the 2\.4\ss from 4\.2\ss down to 1\.8\ss\.$/],
    ['a metric that went the wrong way', byMetric({ current: 4.5 }), /0\.3\ss the wrong way, from 4\.2/],
    ['a metric without a value', byMetric({ current: null }), /^No value yet; the way is from/],
    ['a metric without a way', byMetric({ target: 4.2 }), /both 4\.2\ss: there is no way to measure/],
    ['a value outside its band', byBand(), /^Now 25, 5 above 10 to 20\..*width of the band, 10\.$/],
    ['a value within its band', byBand({ current: 12 }), /within 10 to 20: that counts in full/],
  ])('%s', async (_case, explanation, words) => {
    open(() => explanation);
    await shown(/Why/);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('says who gave it and for which day', async () => {
    open(() => byMetric());
    await shown(/Why/);
    expect(await screen.findByText('Mia Kern')).toBeInTheDocument();
    expect(screen.getByText(/^Recorded for 18 Nov by/)).toBeInTheDocument();
  });

  it('says what Jira was asked, and that it only estimated', async () => {
    open(() =>
      byMetric({
        source: { by: 'jira', jql: 'priority = Highest', measure: 'sum', fieldId: 'customfield_1' },
        fieldName: 'Downtime',
        given: null,
        read: { at: '2026-11-22T12:04:00.000Z', issues: 7200, approximate: true },
      }),
    );
    await shown(/Why/);
    expect(screen.getByText(/the sum of “Downtime” found by this query, about 7,200 issues by Jira’s estimate/)).toBeInTheDocument();
    expect(screen.getByText('priority = Highest')).toBeInTheDocument();
  });

  it('shows the issues beside it, apart from the number', async () => {
    open(() => byMetric({}, work()));
    await shown(/Why 38\s%/);
    const beside = within(screen.getByRole('region', { name: 'The work beside it' }));
    expect(beside.getByRole('heading')).toHaveTextContent(/The work beside it: 50\s%/);
    expect(beside.getByText(/does not enter the number/)).toBeInTheDocument();
    expect(beside.getByRole('row', { name: /^Together/ })).toHaveTextContent('3 /of 6');
  });

  it('sums milestones up', async () => {
    open(() =>
      byMilestones([
        { id: 'a', title: 'Contract signed', weight: 3, reachedDay: '2026-10-12' },
        { id: 'b', title: 'First market live', weight: 1, reachedDay: null },
      ]),
    );
    await shown(/Why 75\s%/);
    expect(rowTexts()).toEqual(['Contract signed12 Oct3 / 3', 'First market livenot yet0 / 1', 'Together3 / 4']);
  });
});

describe('a number rolled up from parts', () => {
  it('adds up as shown, though thirds do not, and leaves out what is not measured', async () => {
    open(() => byRollUp(), objective);
    await shown(/Why 33\s%/);
    expect(screen.getByText('The mean of its 3 measured parts, by weight. 1 not measured, left out.')).toBeInTheDocument();
    expect(rowTexts()).toEqual([
      'KR-31 Part KR-31 ● On track133 %11.1',
      'KR-32 Part KR-32 ● On track133 %11.1',
      'KR-33 Part KR-33 ● On track133 %11.1',
      'KR-34 Part KR-34 ○ Not measured1not measuredleft out',
      'Together333 %33.3',
    ]);
  });

  it('sums up the parts in projects the reader may not see, and says what counts beyond 100 %', async () => {
    open(
      () =>
        byRollUp(
          {
            parts: [part('KR-31', { progress: 1.2 })],
            hidden: { parts: 3, measured: 2, weight: 3, credit: 0.8 },
            weightSum: 4,
            measured: { measured: 3, total: 4 },
          },
          0.5,
        ),
      objective,
    );
    await shown(/Why 50\s%/);
    expect(rowTexts()).toEqual([
      'KR-31 Part KR-31 ● On track1100 %counts as 120 %30.0',
      '3 parts you cannot see, 2 measured320.0',
      'Together450 %50.0',
    ]);
  });

  it('shows a written-in number as one, with who, why and until when, and what the parts would say', async () => {
    open(() => byOverride, objective);
    const dialog = await shown(/Why 60\s%/);
    const written = within(dialog.getAllByRole('status')[0] ?? document.body);
    expect(written.getByText(/60\s% is written in, not computed/)).toBeInTheDocument();
    expect(written.getByText('The rest is done by hand')).toBeInTheDocument();
    expect(await written.findByText('Mia Kern')).toBeInTheDocument();
    expect(written.getByText(/through 12 Dec/)).toBeInTheDocument();
    expect(dialog.getByRole('heading', { name: /Its parts would say 33\s%/ })).toBeInTheDocument();
    expect(dialog.getByRole('row', { name: /^Together/ })).toHaveTextContent('33.3');
  });

  it('leads into a part and back, and takes the focus along', async () => {
    const { user, host } = open(({ subject }) => (subject.type === 'objective' ? byRollUp() : byWork()), objective);
    const dialog = await shown(/Why 33\s%/);
    await user.click(dialog.getByRole('button', { name: /why\? KR-32/ }));
    expect(await screen.findByRole('dialog', { name: /Why 50\s%/ })).toBeInTheDocument();
    expect(dialog.getByRole('row', { name: /^Together/ })).toHaveTextContent('3 /of 6');
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
    await user.click(dialog.getByRole('button', { name: 'Back to O-7 Checkout feels instant' }));
    expect(dialog.getByRole('button', { name: /why\? KR-32/ })).toHaveFocus();
    expect(host.calls.map(({ input }) => input)).toEqual([{ subject: objective }, { subject: { type: 'key-result', id: 'kr-32' } }]);
  });
});

describe('its states', () => {
  it('shows grey stand-ins while the answer is on its way', async () => {
    open(() => new Promise(() => undefined));
    expect(await screen.findByText('Loading the explanation')).toBeInTheDocument();
    expect(screen.getByRole('dialog', { name: 'Where the number comes from' })).toBeInTheDocument();
  });

  it('says what failed and tries again on demand', async () => {
    let broken = true;
    const { user } = open(() => {
      if (broken) throw new ApiError({ code: 'INTERNAL', message: 'Something broke on our side.', reference: 'a1b2' });
      return byWork();
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Something broke on our side.');
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('row', { name: /^Together/ })).toBeInTheDocument();
  });

  it('says that there is nothing to count, and to measure', async () => {
    const none = { inScope: 0, counted: 0, done: 0, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 };
    open(() => ({ ...byWork({ counts: none, issues: [], creditSum: 0, divisor: 0 }), progress: null }));
    await shown(/Why not measured\?/);
    expect(screen.getByText(/^No issues in scope yet/)).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
