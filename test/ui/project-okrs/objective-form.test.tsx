/** Changing an objective: what it is aligned to, what counts for it, a progress that is written in for a while. */
import { screen, waitFor } from '@testing-library/react';
import { inputs } from '../../../src/contract/inputs';
import type { ParentOption } from '../../../src/contract/contributions';
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Home } from '../../../src/domain/home';
import { ApiError } from '../../../static/api-error';
import { everybody } from '../../../static/features/people/everybody';
import EditObjectiveDialog from '../../../static/features/project-okrs/edit-objective-dialog';
import NewObjectiveDialog from '../../../static/features/project-okrs/new-objective-dialog';
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

  it('is to a key result of an objective where that is chosen', async () => {
    const { user, saved } = await open(fast);
    await user.type(screen.getByRole('combobox', { name: 'Aligned to' }), 'pleasure');
    await waitFor(() => expect(screen.getAllByRole('option', { name: /^O-/ })).toHaveLength(1));
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { name: /^KR-4 Halve the cost of a case/, selected: true })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('group', { name: 'Aligned to' })).toHaveTextContent('KR-4 Halve the cost of a case');
    expect(await saved()).toEqual({ id: 'o-7', version: 1, parentId: 'o-2', parentKeyResultId: 'kr-4' });
  });

  it('says why something is suggested, before everything else there is', async () => {
    const suggested = { rank: 1, keyResultId: 'kr-4', words: ['cost', 'case'], siblings: 2, isJustAbove: true };
    const { user, saved } = await open(fast, {
      listParents: () => parents.map((parent) => (parent.id === 'o-2' ? { ...parent, suggested } : parent)),
    });
    await user.click(screen.getByRole('combobox', { name: 'Aligned to' }));
    const [first] = await screen.findAllByRole('option', { name: /^KR-4/ });
    expect(screen.getByRole('group', { name: 'Suggested' })).toContainElement(first ?? null);
    expect(first).toHaveTextContent('2 words in common: cost, case · 2 objectives from here are aligned to it · on the level just above');
    expect(first).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Enter}');
    expect(await saved()).toEqual({ id: 'o-7', version: 1, parentId: 'o-2', parentKeyResultId: 'kr-4' });
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

describe('a new objective', () => {
  const write = async (home: Home = { level: 'project', projectId: '10000' }) => {
    const host = createFakeHost({ listCycles: () => [q3, q4], listParents: () => parents, createObjective: () => fast }, { people });
    const onClose = jest.fn();
    const shown = renderScreen(<NewObjectiveDialog home={home} cycleId={q4.id} onClose={onClose} onAdded={() => undefined} />, host);
    await shown.user.type(await screen.findByRole('textbox', { name: /^Objective/ }), 'Checkout feels instant');
    const added = async () => {
      await shown.user.click(screen.getByRole('button', { name: 'Add objective' }));
      await waitFor(() => expect(onClose).toHaveBeenCalled());
      const input = host.calls.find(({ name }) => name === 'createObjective')?.input;
      expect(inputs.createObjective.safeParse(input).error?.issues ?? []).toEqual([]);
      return input;
    };
    return { ...shown, added };
  };

  it('is open to all who see the place it lives in, unless it is made private', async () => {
    const { added } = await write();
    expect(screen.getByRole('radio', { name: everybody.project })).toBeChecked();
    expect(await added()).not.toHaveProperty('audience');
  });

  it('is private from the start where that is chosen', async () => {
    const { user, added } = await write({ level: 'company' });
    expect(screen.getByRole('radio', { name: everybody.company })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^Private/ }));
    expect(await added()).toMatchObject({ audience: [] });
  });

  it('carries words to whoever answers for what it is aligned to', async () => {
    const { user, added } = await write();
    const words = () => screen.queryByRole('textbox', { name: /^What should they know/ });
    expect(words()).not.toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: 'Aligned to' }));
    await screen.findByRole('option', { name: /^O-1/ });
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: /^What should they know/ }), ' Half of it is ours ');
    expect(await added()).toMatchObject({ parentId: 'o-1', words: 'Half of it is ours' });
  });
});
