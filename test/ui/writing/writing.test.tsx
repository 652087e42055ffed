/** Writing in the list of the project page: order, fast form, the form in a row, changes of many, and the way back. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ProjectOkrs } from '../../../src/contract/okr';
import { ApiError } from '../../../static/api-error';
import ProjectPage from '../../../static/features/project-okrs/project-page';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { coverage } from '../coverage/sample-coverage';
import { objective, okrs, people, twoObjectives, work } from '../project-okrs/sample-okrs';

const page = (answers: Answers) => {
  const host = createFakeHost(
    { getProjectOkrs: () => okrs(twoObjectives), listChanges: () => [], getCoverage: () => coverage(), ...answers },
    { people, administers: ['10000'] },
  );
  return { host, ...renderScreen(<ProjectPage />, host) };
};
const rowOf = (name: RegExp) => screen.getByRole('row', { name });
const focusRow = async (name: RegExp) => {
  await screen.findByRole('treegrid');
  act(() => rowOf(name).focus());
};
const callsOf = (host: ReturnType<typeof createFakeHost>, name: string) =>
  host.calls.filter((call) => call.name === name).map(({ input }) => input);

describe('order', () => {
  it('is changed by Alt and an arrow, at once and then in the backend, and Ctrl+Z takes it back', async () => {
    const { host, user } = page({ reorder: ({ afterId }) => ({ rank: afterId === null ? 1 : 99 }) });
    const [first, second] = twoObjectives;
    await focusRow(new RegExp(`${first?.key}`));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() =>
      expect(callsOf(host, 'reorder')).toEqual([{ subject: { type: 'objective', id: first?.id }, afterId: second?.id, seen: first?.rank }]),
    );
    expect(screen.getByText(`${first?.key} moved to place 2 of 2`)).toBeInTheDocument();
    await waitFor(() => expect(host.flags.at(-1)?.title).toBe(`${first?.key} moved`));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() =>
      expect(callsOf(host, 'reorder').at(-1)).toEqual({ subject: { type: 'objective', id: first?.id }, afterId: null, seen: 99 }),
    );
    await waitFor(() => expect(host.flags.at(-1)?.title).toMatch(/^Taken back/));
  });

  it('ends at the end, and says so', async () => {
    const { host, user } = page({});
    await focusRow(new RegExp(`${twoObjectives[0]?.key}`));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(await screen.findByText(/is the first already/)).toBeInTheDocument();
    expect(callsOf(host, 'reorder')).toEqual([]);
  });

  it('is left to whoever was faster, in the backend’s words', async () => {
    const message = 'Its place in the order is another one now.';
    const { host, user } = page({
      reorder: () => {
        throw new ApiError({ code: 'CONFLICT', message });
      },
    });
    await focusRow(new RegExp(`${twoObjectives[0]?.key}`));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(host.flags.at(-1)).toMatchObject({ tone: 'error' }));
  });
});

describe('the form in a row', () => {
  const changed = objective('O-7', 'Checkout feels instant', [work('KR-32', 'Ship the payment sheet')]);

  it('opens by F2, saves by Enter, and gives the focus back', async () => {
    const { host, user } = page({ getProjectOkrs: () => okrs([changed]), editKeyResult: () => work('KR-32', 'Ship it') });
    await focusRow(/KR-32/);
    await user.keyboard('{F2}');
    const title = await screen.findByRole('textbox', { name: 'Key result' });
    expect(title).toHaveFocus();
    await user.clear(title);
    await user.keyboard('Ship it{Enter}');
    await waitFor(() => expect(callsOf(host, 'editKeyResult')).toEqual([{ id: 'kr-32', version: 1, title: 'Ship it' }]));
    await waitFor(() => expect(rowOf(/KR-32/)).toHaveFocus());
  });

  it('leaves everything as it was by Escape', async () => {
    const { host, user } = page({ getProjectOkrs: () => okrs([changed]) });
    await focusRow(/KR-32/);
    await user.keyboard('{F2}');
    await screen.findByRole('textbox', { name: 'Key result' });
    await user.keyboard('Other words{Escape}');
    expect(rowOf(/KR-32/)).toHaveFocus();
    expect(screen.getByText('Ship the payment sheet')).toBeInTheDocument();
    expect(callsOf(host, 'editKeyResult')).toEqual([]);
  });

  it('asks for a reason once the plan has begun and something of it changes', async () => {
    const begun = objective('O-7', 'Checkout', [work('KR-32', 'Ship it', { asksReason: true })]);
    const { host, user } = page({ getProjectOkrs: () => okrs([begun]), editKeyResult: () => work('KR-32', 'Ship it') });
    await focusRow(/KR-32/);
    await user.keyboard('{F2}');
    const weight = await screen.findByRole('spinbutton', { name: 'Weight' });
    await user.clear(weight);
    await user.type(weight, '3');
    await user.type(await screen.findByRole('textbox', { name: /^Why does the plan change/ }), 'It matters more{Enter}');
    await waitFor(() =>
      expect(callsOf(host, 'editKeyResult')).toEqual([{ id: 'kr-32', version: 1, weight: 3, reason: 'It matters more' }]),
    );
  });

  it('says who changed what while it was open', async () => {
    let answer: ProjectOkrs = okrs([changed]);
    const { host, user } = page({
      getProjectOkrs: () => answer,
      listChanges: () => [
        {
          id: 'c',
          at: '2026-11-22T11:00:00.000Z',
          byAccountId: 'mia',
          reason: null,
          fields: [{ field: 'title', before: 'a', after: 'b' }],
        },
      ],
    });
    await focusRow(/KR-32/);
    await user.keyboard('{F2}');
    await screen.findByRole('textbox', { name: 'Key result' });
    answer = okrs([objective('O-7', 'Checkout feels instant', [work('KR-32', 'Theirs', { version: 2 })])]);
    act(() => host.changeNumbers());
    expect(await screen.findByText(/changed the title at/)).toBeInTheDocument();
  });
});

describe('the fast form', () => {
  it('writes an objective with its key results by keyboard, and after a failure only what is missing', async () => {
    let fails = true;
    const { host, user } = page({
      createObjective: ({ id, title }) => objective('O-10', title, [], { id }),
      createKeyResult: ({ id, title, kind }) => {
        if (kind === 'metric' && fails) throw new ApiError({ code: 'INVALID', message: 'Not today.', field: 'target' });
        return work('KR-50', title, { id });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Write quickly' }));
    await user.click(await screen.findByRole('textbox', { name: /^Objective in/ }));
    await user.keyboard(
      'Support answers first{Enter}Open tickets from 120 to 20{Enter}The help centre is rewritten{Control>}{Enter}{/Control}',
    );
    expect(await screen.findByText('Not today.')).toBeInTheDocument();
    expect(screen.getByText('KR-50 saved')).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Save the rest' }));
    await waitFor(() => expect(host.flags.at(-1)?.title).toBe('O-10 added with 2 key results'));
    expect(callsOf(host, 'createObjective')).toHaveLength(1);
    const sent = callsOf(host, 'createKeyResult') as readonly { readonly id: string; readonly title: string }[];
    expect(sent.map(({ title }) => title)).toEqual([
      'Open tickets from 120 to 20',
      'The help centre is rewritten',
      'Open tickets from 120 to 20',
    ]);
    expect(sent[2]?.id).toBe(sent[0]?.id);
  });

  it('makes a key result of every pasted line', async () => {
    const { user } = page({});
    await user.click(await screen.findByRole('button', { name: 'Write quickly' }));
    const line = await screen.findByRole('textbox', { name: 'Key result 1' });
    fireEvent.paste(line, { clipboardData: { getData: () => '- One\n- Two\n- Three' } });
    expect(await screen.findByRole('textbox', { name: 'Key result 3' })).toHaveValue('Three');
  });

  it('asks before words are lost', async () => {
    const { user } = page({});
    await user.click(await screen.findByRole('button', { name: 'Write quickly' }));
    await user.click(await screen.findByRole('textbox', { name: /^Objective in/ }));
    await user.keyboard('Words{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
    expect(screen.getByRole('textbox', { name: /^Objective in/ })).toHaveValue('Words');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('a change of many', () => {
  it('gives all selected rows an owner, says what was not changed, and is taken back', async () => {
    const two = objective('O-7', 'Checkout', [work('KR-32', 'One'), work('KR-33', 'Two')]);
    const { host, user } = page({
      getProjectOkrs: () => okrs([two]),
      changeMany: ({ subjects }) =>
        subjects.map(({ id, version }) =>
          id === 'kr-33'
            ? { id, outcome: 'conflict', message: 'Somebody else changed it.' }
            : { id, outcome: 'changed', version: version + 1 },
        ),
    });
    await focusRow(/KR-32/);
    await user.keyboard('x{Shift>}{ArrowDown}{/Shift}');
    const bar = within(await screen.findByRole('region', { name: 'Selected rows' }));
    expect(bar.getByText('2 selected')).toBeInTheDocument();
    await user.click(bar.getByRole('button', { name: 'Owner' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change the owner of 2 rows' }));
    await user.click(dialog.getByRole('button', { name: 'Assign to me' }));
    await user.click(dialog.getByRole('button', { name: 'Change' }));
    expect(await screen.findByText('KR-33: Somebody else changed it.')).toBeInTheDocument();
    expect(callsOf(host, 'changeMany')).toMatchObject([
      { of: 'key-result', subjects: [{ id: 'kr-32' }, { id: 'kr-33' }], change: { type: 'owner', ownerAccountId: 'me' } },
    ]);
    const { action, title } = host.flags.at(-1) ?? {};
    expect(title).toBe('Owner of 1 row changed');
    act(() => action?.onClick());
    await waitFor(() =>
      expect(callsOf(host, 'changeMany').at(-1)).toMatchObject({
        subjects: [{ id: 'kr-32', version: 2 }],
        change: { type: 'owner', ownerAccountId: 'jan' },
      }),
    );
  });
});
