/** Adding, changing and archiving from the project page; errors at their fields; what happens when somebody else was faster. */
import { screen, waitFor, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import ProjectPage from '../../../static/features/project-okrs/project-page';
import { coverage } from '../coverage/sample-coverage';
import { byRollUp, byWork } from '../explain/sample-explanations';
import { history, ledger, noComments } from '../history/sample-history';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { details, metric, objective, okrs, people, q3, q4, today, twoObjectives, work } from './sample-okrs';

const page = (answers: Answers) => {
  const host = createFakeHost(
    {
      listChanges: () => [],
      getProjectOkrs: () => okrs(twoObjectives),
      listCycles: () => [q3, q4],
      explain: ({ subject }) => (subject.type === 'key-result' ? byWork() : byRollUp()),
      listComments: () => noComments,
      getHistory: () => history(),
      getLedger: () => ledger(),
      getCoverage: () => coverage(),
      ...answers,
    },
    { people, administers: ['10000'] },
  );
  return { host, ...renderScreen(<ProjectPage />, host) };
};
type User = ReturnType<typeof page>['user'];
const inputOf = (host: ReturnType<typeof page>['host'], name: string) =>
  host.calls.filter((call) => call.name === name).map((call) => call.input);
const openRow = async (user: User, name: RegExp) => user.click(await screen.findByRole('row', { name }));
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));
/** The page of a key result, which stands in the list's place. */
const opened = async (title: string) => {
  await screen.findByRole('heading', { level: 1, name: title });
  return within(screen.getByRole('main'));
};
const conflict = () => new ApiError({ code: 'CONFLICT', message: 'Somebody else saved first.' });

describe('a new objective', () => {
  it('is sent with an id of its own, the viewer as owner and the cycle on the page; Enter submits', async () => {
    const { host, user } = page({ createObjective: () => objective('O-10', 'Be fast', []) });
    await user.click(await screen.findByRole('button', { name: 'New objective' }));
    const form = await dialog('New objective');
    await user.type(await form.findByRole('textbox', { name: /^Objective/ }), 'Be fast{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(inputOf(host, 'createObjective')).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-Za-z_-]{8,36}$/),
        home: { level: 'project', projectId: '10000' },
        cycleId: '2026-q4',
        title: 'Be fast',
        description: '',
        ownerAccountId: 'me',
        weight: 1,
        ambition: 'committed',
      },
    ]);
    expect(host.flags).toEqual([{ title: 'O-10 added to Q4 2026', tone: 'success' }]);
  });

  it('that goes to another cycle takes the page there, without the filters that could hide it', async () => {
    const { host, user } = page({
      getProjectOkrs: ({ cycleId }) => (cycleId === q3.id ? okrs([objective('O-10', 'Be fast', [])], { cycle: q3 }) : okrs(twoObjectives)),
      createObjective: () => objective('O-10', 'Be fast', [], { cycleId: q3.id }),
    });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Health' }), 'off-track');
    await user.click(screen.getByRole('button', { name: 'New objective' }));
    const form = await dialog('New objective');
    await user.type(await form.findByRole('textbox', { name: /^Objective/ }), 'Be fast');
    await user.selectOptions(form.getByRole('combobox', { name: /^Cycle/ }), q3.id);
    await user.click(form.getByRole('button', { name: 'Add objective' }));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Cycle' })).toHaveValue(q3.id));
    expect(await screen.findByRole('row', { name: /Be fast/ })).toBeInTheDocument();
    expect(host.flags).toEqual([{ title: 'O-10 added to Q3 2026', tone: 'success' }]);
  });

  it('is not sent without a title, the field says so and takes the focus', async () => {
    const { host, user } = page({});
    await user.click(await screen.findByRole('button', { name: 'New objective' }));
    const form = await dialog('New objective');
    await form.findByRole('textbox', { name: /^Objective/ });
    await user.click(form.getByRole('button', { name: 'Add objective' }));
    expect(form.getByRole('textbox', { name: /^Objective/ })).toHaveAccessibleDescription(/Say what you want to reach\./);
    expect(form.getByRole('textbox', { name: /^Objective/ })).toHaveFocus();
    expect(inputOf(host, 'createObjective')).toEqual([]);
  });

  it('shows the backend’s words at the field they are about, and sends the same id again', async () => {
    let taken = true;
    const { host, user } = page({
      createObjective: () => {
        if (taken) throw new ApiError({ code: 'INVALID', message: 'This title is too vague.', field: 'title' });
        return objective('O-10', 'Be fast', []);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'New objective' }));
    const form = await dialog('New objective');
    const title = await form.findByRole('textbox', { name: /^Objective/ });
    await user.type(title, 'Be{Enter}');
    await waitFor(() => expect(title).toHaveAccessibleDescription(/This title is too vague\./));
    taken = false;
    await user.type(title, ' fast{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const ids = inputOf(host, 'createObjective').map((input) => (input as { id: string }).id);
    expect(new Set(ids).size).toBe(1);
  });

  it('takes an owner from Jira’s people by keyboard', async () => {
    const { host, user } = page({ createObjective: () => objective('O-10', 'Be fast', []) });
    await user.click(await screen.findByRole('button', { name: 'New objective' }));
    const form = await dialog('New objective');
    await user.type(await form.findByRole('textbox', { name: /^Objective/ }), 'Be fast');
    const owner = form.getByRole('combobox', { name: 'Owner' });
    await user.clear(owner);
    await user.type(owner, 'Mi');
    await form.findByRole('option', { name: 'Mia Kern' });
    await waitFor(() => expect(form.getAllByRole('option')).toHaveLength(1 + 2)); // Mia, and the two cycles of the select above.
    await user.keyboard('{Enter}');
    expect(owner).toHaveDisplayValue('Mia Kern');
    await user.click(form.getByRole('button', { name: 'Add objective' }));
    await waitFor(() => expect(inputOf(host, 'createObjective')).toMatchObject([{ ownerAccountId: 'mia' }]));
  });
});

describe('a new key result', () => {
  it('of work carries its counting rule, and leads on to its scope', async () => {
    const added = work('KR-50', 'Ship it', { progress: null, health: 'not-measured' });
    const { host, user } = page({
      createKeyResult: () => added,
      getKeyResult: () => details(added, { sources: [], issues: [], totalIssues: 0 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Add key result to O-7' }));
    const form = await dialog('New key result for O-7');
    await user.type(form.getByRole('textbox', { name: /^Key result/ }), 'Ship it');
    await user.click(form.getByRole('button', { name: /^How its issues count/ }));
    await user.click(form.getByRole('radio', { name: /Its story points/ }));
    await user.click(form.getByRole('radio', { name: /Count all the same/ }));
    await user.type(form.getByRole('spinbutton', { name: /^Each of them counts \(points\)/ }), '2');
    const credit = form.getByRole('spinbutton', { name: 'Credit for work in progress (%)' });
    await user.clear(credit);
    await user.type(credit, '25');
    await user.click(form.getByRole('button', { name: 'Add key result' }));
    await waitFor(() =>
      expect(inputOf(host, 'createKeyResult')).toMatchObject([
        {
          kind: 'work',
          objectiveId: 'o-7',
          title: 'Ship it',
          rule: { weightBy: 'points', unestimated: 2, inProgressCredit: 0.25, wanted: null, shared: 'repeat' },
        },
      ]),
    );
    await waitFor(() => expect(inputOf(host, 'getKeyResult')).toEqual([{ keyResultId: 'kr-50' }]));
  });

  it('of a metric sends start, target, unit and the first value', async () => {
    const added = metric('KR-51', 'Faster');
    const { host, user } = page({ createKeyResult: () => added, recordValue: () => added });
    await user.click(await screen.findByRole('button', { name: 'Add key result to O-7' }));
    const form = await dialog('New key result for O-7');
    await user.click(form.getByRole('radio', { name: /^Metric/ }));
    await user.type(form.getByRole('textbox', { name: /^Key result/ }), 'Faster');
    await user.type(form.getByRole('spinbutton', { name: /^Start/ }), '4.2');
    await user.type(form.getByRole('spinbutton', { name: /^Target/ }), '0');
    await user.type(form.getByRole('textbox', { name: 'Unit' }), 's');
    await user.type(form.getByRole('spinbutton', { name: 'Value today' }), '3.9');
    await user.click(form.getByRole('button', { name: 'Add key result' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(inputOf(host, 'createKeyResult')).toMatchObject([{ kind: 'metric', start: 4.2, target: 0, unit: 's', dueDay: null }]);
    const [created] = inputOf(host, 'createKeyResult') as { id: string }[];
    expect(inputOf(host, 'recordValue')).toMatchObject([{ keyResultId: created?.id, value: 3.9 }]);
  });

  it('of a metric is refused while start and target are the same', async () => {
    const { host, user } = page({});
    await user.click(await screen.findByRole('button', { name: 'Add key result to O-7' }));
    const form = await dialog('New key result for O-7');
    await user.click(form.getByRole('radio', { name: /^Metric/ }));
    await user.type(form.getByRole('textbox', { name: /^Key result/ }), 'Same');
    await user.type(form.getByRole('spinbutton', { name: /^Start/ }), '5');
    await user.type(form.getByRole('spinbutton', { name: /^Target/ }), '5{Enter}');
    expect(form.getByRole('spinbutton', { name: /^Target/ })).toHaveAccessibleDescription(/must differ from the start/);
    expect(inputOf(host, 'createKeyResult')).toEqual([]);
  });
});

describe('the page of a key result', () => {
  it('records a value of a metric for a day', async () => {
    const time = metric('KR-31', 'Time to pay');
    const { host, user } = page({
      getKeyResult: () => details(time, { sources: [], issues: [], totalIssues: 0 }),
      recordValue: () => time,
    });
    await openRow(user, /KR-31/);
    const open = await opened('Time to pay');
    await user.click(await open.findByRole('button', { name: 'Record value' }));
    expect(open.getByRole('spinbutton', { name: 'New value (s)' })).toHaveAccessibleDescription('Give the value.');
    await user.type(open.getByRole('spinbutton', { name: 'New value (s)' }), '2.9{Enter}');
    await waitFor(() => expect(host.flags).toEqual([{ title: 'KR-31: 2.9\u00a0s recorded', tone: 'success' }]));
    expect(inputOf(host, 'recordValue')).toMatchObject([{ keyResultId: 'kr-31', value: 2.9, day: today }]);
  });
});

describe('editing', () => {
  it('sends only what changed, with the version it was read at', async () => {
    const ship = work('KR-32', 'Ship the payment sheet', { version: 4 });
    const { host, user } = page({ getKeyResult: () => details(ship), editKeyResult: () => ship });
    await openRow(user, /KR-32/);
    await user.click(await (await opened('Ship the payment sheet')).findByRole('button', { name: 'Edit' }));
    const form = await dialog('Edit KR-32');
    const title = form.getByRole('textbox', { name: /^Key result/ });
    await user.clear(title);
    await user.type(title, 'Ship it all{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit KR-32' })).not.toBeInTheDocument());
    expect(inputOf(host, 'editKeyResult')).toEqual([{ id: 'kr-32', version: 4, title: 'Ship it all' }]);
  });

  it('shows both values when somebody else changed the same field, and saves the chosen one on the new version', async () => {
    const mineBase = work('KR-32', 'Ship the payment sheet', { version: 1 });
    const theirs = work('KR-32', 'Ship to Europe', { version: 2, weight: 3 });
    let stored = mineBase;
    const { host, user } = page({
      getKeyResult: () => details(stored),
      editKeyResult: ({ version }) => {
        if (version === 1) {
          stored = theirs;
          throw conflict();
        }
        return theirs;
      },
    });
    await openRow(user, /KR-32/);
    await user.click(await (await opened('Ship the payment sheet')).findByRole('button', { name: 'Edit' }));
    const form = await dialog('Edit KR-32');
    const title = form.getByRole('textbox', { name: /^Key result/ });
    await user.clear(title);
    await user.type(title, 'Ship it all{Enter}');
    expect(await form.findByText('Somebody else saved a change while this form was open')).toBeInTheDocument();
    expect(form.getByRole('radio', { name: 'Yours: Ship it all' })).toBeChecked();
    expect(form.getByRole('spinbutton', { name: 'Weight in the objective' })).toHaveDisplayValue('3');
    await user.click(form.getByRole('radio', { name: 'Theirs: Ship to Europe' }));
    expect(title).toHaveDisplayValue('Ship to Europe');
    await user.click(form.getByRole('radio', { name: 'Yours: Ship it all' }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit KR-32' })).not.toBeInTheDocument());
    expect(inputOf(host, 'editKeyResult')).toEqual([
      { id: 'kr-32', version: 1, title: 'Ship it all' },
      { id: 'kr-32', version: 2, title: 'Ship it all' },
    ]);
  });

  it('keeps both when somebody else changed another field of the objective', async () => {
    const [first, second] = twoObjectives;
    if (!first || !second) throw new Error('the sample has two objectives');
    let stored = first;
    const { host, user } = page({
      getProjectOkrs: () => okrs([stored, second]),
      editObjective: ({ version }) => {
        if (version === 1) {
          stored = { ...first, version: 2, description: 'Because people leave.' };
          throw conflict();
        }
        return stored;
      },
    });
    await openRow(user, /O-7/);
    await user.click((await dialog('Checkout feels instant')).getByRole('button', { name: 'Edit' }));
    const form = await dialog('Edit O-7');
    await user.type(await form.findByRole('textbox', { name: /^Objective/ }), ' everywhere{Enter}');
    expect(await form.findByText(/It does not touch what you changed/)).toBeInTheDocument();
    expect(form.getByRole('textbox', { name: 'Description' })).toHaveDisplayValue('Because people leave.');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit O-7' })).not.toBeInTheDocument());
    expect(inputOf(host, 'editObjective')).toEqual([
      { id: 'o-7', version: 1, title: 'Checkout feels instant everywhere' },
      { id: 'o-7', version: 2, title: 'Checkout feels instant everywhere' },
    ]);
  });

  it('shows a refusal in words and keeps the form', async () => {
    const ship = work('KR-32', 'Ship the payment sheet');
    const { user } = page({
      getKeyResult: () => details(ship),
      editKeyResult: () => {
        throw new ApiError({
          code: 'FORBIDDEN',
          message: 'Only a project administrator or the owner can change this key result. Ask one of them.',
        });
      },
    });
    await openRow(user, /KR-32/);
    await user.click(await (await opened('Ship the payment sheet')).findByRole('button', { name: 'Edit' }));
    const form = await dialog('Edit KR-32');
    await user.type(form.getByRole('textbox', { name: /^Key result/ }), '!{Enter}');
    expect(await form.findByText(/Ask one of them/)).toBeInTheDocument();
    expect(form.getByRole('textbox', { name: /^Key result/ })).toHaveDisplayValue('Ship the payment sheet!');
  });
});

describe('archiving', () => {
  it('asks first, says what it does to the numbers, and closes what was archived', async () => {
    const ship = work('KR-32', 'Ship the payment sheet', { version: 3 });
    const { host, user } = page({ getKeyResult: () => details(ship), archiveKeyResult: () => null });
    await openRow(user, /KR-32/);
    await user.click(await (await opened('Ship the payment sheet')).findByRole('button', { name: 'Archive' }));
    const question = await dialog('Archive KR-32?');
    expect(question.getByText(/no longer counts for O-7/)).toBeInTheDocument();
    expect(inputOf(host, 'archiveKeyResult')).toEqual([]);
    await user.click(question.getByRole('button', { name: 'Archive' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(inputOf(host, 'archiveKeyResult')).toEqual([{ id: 'kr-32', version: 3 }]);
  });

  it('of an objective asks first too, and can be called off', async () => {
    const { host, user } = page({});
    await openRow(user, /O-7/);
    await user.click((await dialog('Checkout feels instant')).getByRole('button', { name: 'Archive' }));
    await user.click((await dialog('Archive O-7?')).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog', { name: 'Archive O-7?' })).not.toBeInTheDocument();
    expect(inputOf(host, 'archiveObjective')).toEqual([]);
  });
});
