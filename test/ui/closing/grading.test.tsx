/** Grading step by step: what is suggested and why one differs, causes, carrying over, and going on where it was cut off. */
import { screen, waitFor, within } from '@testing-library/react';
import type { Input } from '../../../src/contract/api';
import type { ClosingLine, CycleClosing, ObjectiveClosing, ReportedObjective } from '../../../src/contract/closing';
import { ApiError } from '../../../static/api-error';
import ClosingPage from '../../../static/features/closing/closing-page';
import { noRoles, objective, q4, work } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const next = { ...q4, id: '2027-q1', name: 'Q1 2027', startDay: '2027-01-01', endDay: '2027-03-31' };
const okr = objective(
  'O-7',
  'A quick checkout',
  [work('KR-1', 'One page', { progress: 0.97 }), work('KR-2', 'No errors', { progress: 0.2 })],
  {
    carriedOverFrom: ['Q3 2026', 'Q2 2026'],
  },
);

const closing = (over: Partial<ObjectiveClosing> = {}): ObjectiveClosing => ({
  objective: okr,
  cycle: q4,
  roles: { isOkrAdmin: true, ledGroupIds: [] },
  closing: null,
  laterCycles: [next],
  carriedOverTo: [],
  ...over,
});

const line: ClosingLine = {
  id: okr.id,
  key: okr.key,
  title: okr.title,
  home: okr.home,
  ownerAccountId: 'mia',
  ambition: 'committed',
  progress: 0.44,
  grade: null,
  nextStep: null,
  waitsFor: null,
  carriedOverFrom: okr.carriedOverFrom,
  carriedOverTo: [],
};

const page = (
  answers: Answers = {},
  lines: readonly ClosingLine[] = [line],
  roles: CycleClosing['roles'] = { isOkrAdmin: true, ledGroupIds: [] },
) => {
  const host = createFakeHost({
    getCycleClosing: () => ({ cycle: q4, today: '2027-01-04', roles, lines }),
    getObjectiveClosing: () => closing(),
    listGroups: () => [],
    ...answers,
  });
  return { host, ...renderScreen(<ClosingPage cycleId={q4.id} home={null} />, host) };
};

const saved = (input: Input<'gradeObjective'>): ObjectiveClosing =>
  closing({
    closing: {
      grade: input.grade,
      verdict: 'missed',
      suggested: 0.585,
      reason: null,
      keyResults: [],
      causes: input.causes,
      causeWords: input.causeWords,
      learned: input.learned,
      nextStep: input.nextStep,
      intoCycleId: input.intoCycleId,
      at: '2027-01-04T10:00:00.000Z',
      byAccountId: 'me',
    },
  });

describe('grading', () => {
  it('sends what the numbers suggest, causes, what was learned, and carries over', async () => {
    const sent: unknown[] = [];
    const { user, host } = page({
      gradeObjective: (input) => {
        sent.push(input);
        return saved(input);
      },
      copyObjectives: (input) => {
        sent.push(input);
        return { objectives: [] };
      },
    });
    expect(await screen.findByText('carried over twice before: from Q2 2026, Q3 2026')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Grade O-7' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Grade O-7: A quick checkout' }));
    const go = () => user.click(dialog.getByRole('button', { name: 'Next' }));
    await go();
    // 0.97 is nearly everything, which is not everything.
    expect(dialog.getByRole('combobox', { name: 'KR-1 One page' })).toHaveDisplayValue('0.9');
    expect(dialog.getByRole('combobox', { name: 'The objective, O-7' })).toHaveDisplayValue('0.6');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'KR-2 No errors' }), '0.5');
    expect(dialog.getByRole('combobox', { name: 'The objective, O-7' })).toHaveDisplayValue('0.7');
    await go();
    expect(dialog.getByText('Say in a few words why it is another grade than the numbers suggest.')).toBeInTheDocument();
    await user.type(dialog.getByRole('textbox', { name: /^Why is KR-2 graded otherwise/ }), 'Half is live');
    await go();
    await go();
    expect(dialog.getByText('Choose at least one cause: it is less than what was promised.')).toBeInTheDocument();
    await user.click(dialog.getByRole('checkbox', { name: 'We waited for others' }));
    await user.type(dialog.getByRole('textbox', { name: /^What have we learned/ }), 'Ask sooner');
    await go();
    expect(dialog.getByText(/carried over twice before/)).toBeInTheDocument();
    await user.click(dialog.getByRole('radio', { name: /^Keep/ }));
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Carry it over into' }), next.id);
    await user.click(dialog.getByRole('button', { name: 'Save the grade' }));
    await waitFor(() => expect(host.flags).toMatchObject([{ title: 'O-7 graded' }]));
    expect(sent).toEqual([
      {
        objectiveId: 'o-7',
        version: 1,
        grade: 0.7,
        keyResults: [
          { keyResultId: 'kr-1', grade: 0.9 },
          { keyResultId: 'kr-2', grade: 0.5, reason: 'Half is live' },
        ],
        causes: ['dependency'],
        causeWords: '',
        learned: 'Ask sooner',
        nextStep: 'keep',
        intoCycleId: '2027-q1',
      },
      { copies: [{ id: expect.any(String) as string, fromId: 'o-7' }], cycleId: '2027-q1', withSources: true },
    ]);
  });

  it('that was saved and not carried over is not saved again by a second try', async () => {
    const calls: string[] = [];
    let fails = true;
    const { user, host } = page({
      getObjectiveClosing: () => closing({ objective: { ...okr, ambition: 'learning' } }),
      gradeObjective: (input) => {
        calls.push('grade');
        return saved(input);
      },
      copyObjectives: () => {
        calls.push('copy');
        if (!fails) return { objectives: [] };
        fails = false;
        throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Grade O-7' }));
    const dialog = within(await screen.findByRole('dialog'));
    for (let step = 0; step < 2; step += 1) await user.click(dialog.getByRole('button', { name: 'Next' }));
    await user.type(dialog.getByRole('textbox', { name: /^What have we learned/ }), 'Nobody wants it');
    await user.click(dialog.getByRole('button', { name: 'Next' }));
    await user.click(dialog.getByRole('radio', { name: /^Change/ }));
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Carry it over into' }), next.id);
    await user.click(dialog.getByRole('button', { name: 'Save the grade' }));
    expect(await dialog.findByText('The grade is saved, but it was not carried over')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Save the grade' }));
    await waitFor(() => expect(host.flags).toHaveLength(1));
    expect(calls).toEqual(['grade', 'copy', 'copy']);
  });
});

describe('what is written while grading', () => {
  it('is not thrown away without a question, and nothing is asked where nothing was written', async () => {
    const { user } = page();
    const open = async () => {
      await user.click(await screen.findByRole('button', { name: 'Grade O-7' }));
      return within(await screen.findByRole('dialog'));
    };
    await user.click((await open()).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const dialog = await open();
    for (let step = 0; step < 2; step += 1) await user.click(dialog.getByRole('button', { name: 'Next' }));
    await user.type(dialog.getByRole('textbox', { name: /^What have we learned/ }), 'Ask sooner');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(dialog.getByRole('button', { name: 'Keep writing' })).toHaveFocus();
    await user.click(dialog.getByRole('button', { name: 'Keep writing' }));
    expect(dialog.getByRole('textbox', { name: /^What have we learned/ })).toHaveValue('Ask sooner');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await user.click(dialog.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('the report', () => {
  const closed = { ...q4, state: 'closed', closedDay: '2027-01-04' } as const;
  const reported: ReportedObjective = {
    ...line,
    description: '',
    closing: null,
    keyResults: [],
    changes: [
      {
        id: 'change',
        key: 'KR-1',
        at: '2026-11-20T10:00:00.000Z',
        byAccountId: 'mia',
        reason: 'Too hard',
        changes: [{ field: 'due day', before: { type: 'text', text: '2026-12-31' }, after: { type: 'text', text: '2026-12-15' } }],
      },
    ],
    votes: null,
  };
  const first = { cycle: closed, closedBecause: null, objectives: [reported], totalObjectives: 2, nextOffset: 1 };

  it('tells changes of the plan with days as a person writes them, and asks again for a part that did not come', async () => {
    let fails = true;
    const { user } = page({
      getCycleClosing: () => ({ cycle: closed, today: '2027-01-04', roles: noRoles, lines: [] }),
      getCycleReport: ({ offset = 0 }) => {
        if (offset === 0) return first;
        if (!fails) return { ...first, objectives: [{ ...reported, id: 'o-8', key: 'O-8', changes: [] }], nextOffset: null };
        fails = false;
        throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong' });
      },
    });
    expect(await screen.findByText('Too hard')).toBeInTheDocument();
    expect(screen.queryByText('2026-12-31')).not.toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('O-8')).toBeInTheDocument();
  });

  it('is empty with a word where there is nothing to tell', async () => {
    page({
      getCycleClosing: () => ({ cycle: closed, today: '2027-01-04', roles: noRoles, lines: [] }),
      getCycleReport: () => ({ ...first, objectives: [], totalObjectives: 0, nextOffset: null }),
    });
    expect(await screen.findByText('There are none here that you can see.')).toBeInTheDocument();
  });
});

describe('the list of what is to be graded', () => {
  it('offers to carry over what waits for it, and says so to those who may not', async () => {
    const waiting: ClosingLine = {
      ...line,
      grade: { grade: 0.4, verdict: 'missed' },
      nextStep: 'keep',
      waitsFor: { cycleId: next.id, cycleName: next.name },
    };
    const { user, host } = page({ copyObjectives: () => ({ objectives: [] }) }, [waiting]);
    await user.click(await screen.findByRole('button', { name: 'Carry O-7 over into Q1 2027' }));
    await waitFor(() => expect(host.flags).toMatchObject([{ title: 'O-7 goes on in Q1 2027' }]));
  });

  it('leaves out what one may not do', async () => {
    page({}, [line], noRoles);
    expect(await screen.findByText('to be graded')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Grade|^Close/ })).not.toBeInTheDocument();
  });

  it('is empty with a word where there is nothing to grade', async () => {
    page({}, []);
    expect(await screen.findByText('No objectives in Q4 2026')).toBeInTheDocument();
  });

  it('says when it could not be loaded, and tries again', async () => {
    let fails = true;
    const { user } = page({
      getCycleClosing: () => {
        if (!fails) return { cycle: q4, today: '2027-01-04', roles: noRoles, lines: [line] };
        fails = false;
        throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('to be graded')).toBeInTheDocument();
  });
});
