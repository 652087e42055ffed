/** Changing an objective: what it is aligned to, what counts for it, a progress that is written in for a while. */
import { screen, waitFor } from '@testing-library/react';
import { inputs } from '../../../src/contract/inputs';
import type { ParentOption } from '../../../src/contract/contributions';
import type { ObjectiveView } from '../../../src/contract/okr';
import { ApiError } from '../../../static/api-error';
import EditObjectiveDialog from '../../../static/features/project-okrs/edit-objective-dialog';
import { editObjectiveInput, objectiveDraftOf, objectiveNeedsReason } from '../../../static/features/project-okrs/objective-draft';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { objective, people, q3, q4 } from './sample-okrs';

const bare = { homeName: null, keyResults: [], suggested: null } as const;
const parents: readonly ParentOption[] = [
  { ...bare, id: 'o-1', key: 'O-1', title: 'Everybody can shop with us', home: { level: 'company' } },
  {
    ...bare,
    id: 'o-2',
    key: 'O-2',
    title: 'Shopping is a pleasure',
    home: { level: 'group', groupId: 'g' },
    homeName: 'Shops',
    keyResults: [{ id: 'kr-4', key: 'KR-4', title: 'Halve the cost of a case' }],
  },
];

const open = async (of: ObjectiveView, answers: Answers = {}) => {
  const host = createFakeHost(
    {
      listCycles: () => [q3, q4],
      listParents: ({ query = '' }) => parents.filter(({ key, title }) => `${key} ${title}`.toLowerCase().includes(query.toLowerCase())),
      editObjective: () => of,
      ...answers,
    },
    { people },
  );
  const onClose = jest.fn();
  const shown = renderScreen(<EditObjectiveDialog objective={of} reload={async () => of} onClose={onClose} />, host);
  await screen.findByRole('textbox', { name: /^Objective/ });
  const saved = async () => {
    await shown.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const input = host.calls.find(({ name }) => name === 'editObjective')?.input;
    if (input !== undefined) expect(inputs.editObjective.safeParse(input).error?.issues ?? []).toEqual([]);
    return input;
  };
  return { host, onClose, saved, ...shown };
};

const parentO1: ObjectiveView['parent'] = {
  objective: {
    id: 'o-1',
    key: 'O-1',
    title: 'Everybody can shop with us',
    home: { level: 'project', projectId: '10000' },
    keyResult: null,
  },
  broken: null,
  contribution: { state: 'accepted', byAccountId: 'anna', at: '2026-10-01T08:00:00.000Z', words: null },
};

const fast = objective('O-7', 'Checkout feels instant', []);

describe('alignment', () => {
  it('is searched for and chosen by keyboard', async () => {
    const { user, saved } = await open(fast);
    const search = screen.getByRole('combobox', { name: 'Aligned to' });
    await user.type(search, 'pleasure');
    await waitFor(() => expect(screen.getAllByRole('option', { name: /^O-/ })).toHaveLength(1));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('group', { name: 'Aligned to' })).toHaveTextContent('O-2 Shopping is a pleasure');
    expect(screen.getByRole('button', { name: 'Change' })).toHaveFocus();
    await user.click(screen.getByRole('radio', { name: /and the objectives aligned to it/ }));
    expect(await saved()).toEqual({ id: 'o-7', version: 1, parentId: 'o-2', rollUp: 'with-children' });
  });

  it('lists all that can be chosen on the arrow key, and Esc leaves the dialog open', async () => {
    const { user, onClose } = await open(fast);
    await user.click(screen.getByRole('combobox', { name: 'Aligned to' }));
    await user.keyboard('{Escape}{ArrowDown}');
    expect(await screen.findByRole('option', { name: /^O-1/, selected: true })).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { name: /^O-2/, selected: true })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('option', { name: /^O-2/ })).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('can be cleared', async () => {
    const { user, saved } = await open({ ...fast, parent: parentO1 });
    expect(await screen.findByText('Everybody can shop with us')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByRole('combobox', { name: 'Aligned to' })).toHaveFocus();
    expect(await saved()).toEqual({ id: 'o-7', version: 1, parentId: null });
  });

  it('to an objective the viewer may not see says so', async () => {
    await open({ ...fast, parent: { ...parentO1, objective: null } });
    expect(await screen.findByText('An objective you cannot see')).toBeInTheDocument();
  });

  it('that the backend refuses is said at the field', async () => {
    const { user, host } = await open(fast, {
      editObjective: () => {
        throw new ApiError({
          code: 'INVALID',
          message: 'That objective is this one, or is aligned to it. Pick another objective.',
          field: 'parentId',
        });
      },
    });
    await user.type(screen.getByRole('combobox', { name: 'Aligned to' }), 'O-1');
    await waitFor(() => expect(screen.getAllByRole('option', { name: /^O-/ })).toHaveLength(1));
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/is aligned to it\. Pick another objective\./)).toBeInTheDocument();
    expect(host.flags).toEqual([]);
  });

  it('waits for the new cycle when the objective moves', async () => {
    const { user, saved } = await open({ ...fast, parent: parentO1, asksReason: true });
    await user.selectOptions(screen.getByRole('combobox', { name: /^Cycle/ }), q3.id);
    expect(screen.getByText(/Objectives are aligned within a cycle/)).toBeInTheDocument();
    expect(await saved()).toEqual({ id: 'o-7', version: 1, cycleId: q3.id });
  });
});

describe('a written-in progress', () => {
  it('needs a number, a reason and a last day, which is that of the cycle unless somebody says otherwise', async () => {
    const { user, saved } = await open({ ...fast, asksReason: true });
    await user.click(screen.getByRole('radio', { name: /^Written in for a while/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('spinbutton', { name: /^Progress \(%\)/ })).toHaveAccessibleDescription(/from 0 to 100/);
    expect(screen.getByRole('textbox', { name: /^Why it is written in/ })).toHaveAccessibleDescription(/Say why/);
    await user.type(screen.getByRole('spinbutton', { name: /^Progress \(%\)/ }), '70');
    await user.type(screen.getByRole('textbox', { name: /^Why it is written in/ }), 'The contract is signed');
    expect(await saved()).toEqual({
      id: 'o-7',
      version: 1,
      override: { progress: 0.7, reason: 'The contract is signed', untilDay: '2026-12-31' },
    });
  });

  it('says who wrote it in, and is taken back', async () => {
    const override = { progress: 0.6, reason: 'Signed', untilDay: '2026-12-31', byAccountId: 'mia' };
    const { user, saved } = await open({ ...fast, override, computed: 0.44 });
    expect(await screen.findByText('Mia Kern')).toBeInTheDocument();
    expect(screen.getByRole('spinbutton', { name: /^Progress \(%\)/ })).toHaveDisplayValue('60');
    await user.click(screen.getByRole('radio', { name: /^Its parts say it/ }));
    expect(screen.getByText(/^They say 44/)).toBeInTheDocument();
    expect(await saved()).toEqual({ id: 'o-7', version: 1, override: null });
  });
});

describe('the reason for a change of plan', () => {
  it('is asked for when weight, alignment or roll-up change after the cycle has begun', async () => {
    const { user, saved } = await open({ ...fast, asksReason: true });
    await user.click(screen.getByRole('radio', { name: /and the objectives aligned to it/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const why = screen.getByRole('textbox', { name: /^Why does the plan change/ });
    expect(why).toHaveFocus();
    await user.type(why, 'They serve it');
    expect(await saved()).toEqual({ id: 'o-7', version: 1, rollUp: 'with-children', reason: 'They serve it' });
  });

  it('is not asked for words, nor before the cycle has begun', () => {
    const begun = { ...fast, asksReason: true };
    const draft = objectiveDraftOf(begun);
    expect(objectiveNeedsReason(begun, { ...draft, title: 'Another', description: 'New' })).toBe(false);
    expect(objectiveNeedsReason(fast, { ...draft, weight: '3' })).toBe(false);
    expect(objectiveNeedsReason(begun, { ...draft, weight: '3' })).toBe(true);
    expect(editObjectiveInput(begun, { ...draft, weight: '1.0', reason: 'Typed' })).toBeNull();
  });
});
