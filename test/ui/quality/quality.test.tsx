/** The coach in the forms: it follows the letters, says why, lets itself be dismissed, and stands in nobody's way. */
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { Input } from '../../../src/contract/api';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';
import NewObjectiveDialog from '../../../static/features/project-okrs/new-objective-dialog';
import { ObjectiveQuality } from '../../../static/features/quality/quality';
import QuickForm from '../../../static/features/writing/quick-form';
import RowEditor from '../../../static/features/writing/row-editor';
import { objective, q3, q4, work } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const home = { level: 'project', projectId: '10000' } as const;

const Title = ({ starts = '' }: { readonly starts?: string }) => {
  const [title, setTitle] = useState(starts);
  const [dismissed, setDismissed] = useState<readonly DismissedRule[]>([]);
  return (
    <>
      <input aria-label="Title" value={title} onChange={(event) => setTitle(event.target.value)} />
      <ObjectiveQuality title={title} dismissed={dismissed} onDismissed={setDismissed} />
    </>
  );
};

const showTitle = (starts: string, answers: Answers = {}) => renderScreen(<Title starts={starts} />, createFakeHost(answers));
const block = () => screen.findByRole('group', { name: 'Wording' });

describe('the coach of an objective', () => {
  it('is not there before anything is written', () => {
    showTitle('');
    expect(screen.queryByRole('group', { name: 'Wording' })).not.toBeInTheDocument();
  });

  it('follows what is typed, with its strength as a bar, a colour word and a number', async () => {
    const { user } = showTitle('Launch the new planner');
    expect(within(await block()).getByText('Amber, 64 of 100')).toBeInTheDocument();
    expect(within(await block()).getByRole('img', { name: /^Strength of the wording: 64/ })).toBeInTheDocument();
    expect(within(await block()).getByText('“Launch” names work to do. Write what is different once it is done.')).toBeInTheDocument();
    await user.clear(screen.getByRole('textbox', { name: 'Title' }));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Drivers trust the plan of their day');
    expect(within(await block()).getByText('Green, 100 of 100')).toBeInTheDocument();
    expect(within(await block()).queryAllByRole('listitem')).toEqual([]);
  });

  it('says politely what has changed, once the letters have settled', async () => {
    const { user } = showTitle('Drivers trust the plan of their day');
    await user.type(within(document.body).getByRole('textbox', { name: 'Title' }), ' by 40 %');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Wording: Green, 85 of 100, 1 thing to mend'));
  });

  it('says why a rule is looked at, and what to write instead', async () => {
    const { user } = showTitle('Launch the new planner');
    await user.click(await screen.findByRole('button', { name: 'Why? An aim, not a task' }));
    expect(screen.getByText(/Work can be finished without anything being better/)).toBeVisible();
    expect(screen.getByText(/Write instead: What will be different/)).toBeVisible();
  });

  it('lets a rule be dismissed with a reason, and looked at again', async () => {
    const { user } = showTitle('Launch the new planner');
    await user.click(await screen.findByRole('button', { name: 'Dismiss An aim, not a task' }));
    expect(screen.getByRole('button', { name: 'Dismiss it' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Why does “An aim, not a task” not hold here?' }), 'The law asks for it{Enter}');
    expect(await screen.findByText(/Dismissed: An aim, not a task/)).toHaveTextContent('The law asks for it');
    expect(within(await block()).getByText('Green, 75 of 100')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Look at it again: An aim, not a task' }));
    expect(within(await block()).getByText('Amber, 64 of 100')).toBeInTheDocument();
  });

  it('reads by the words of the site', async () => {
    showTitle('Einführen der neuen Tourenplanung', {
      getWording: () => ({ languages: [{ language: 'de', words: { taskVerbs: ['einführen'] } }] }),
    });
    expect(await screen.findByText(/“Einführen” names work to do/)).toBeInTheDocument();
  });
});

describe('forms', () => {
  it('save what the coach does not like, with what was dismissed', async () => {
    let sent: Input<'createObjective'> | null = null;
    const host = createFakeHost(
      {
        listCycles: () => [q3, q4],
        listParents: () => [],
        createObjective: (input) => {
          sent = input;
          return objective('O-9', input.title, []);
        },
      },
      { place: { accountId: 'mia', projectId: '10000' } },
    );
    const { user } = renderScreen(
      <NewObjectiveDialog home={home} cycleId={q4.id} onClose={() => undefined} onAdded={() => undefined} />,
      host,
    );
    await user.type(await screen.findByRole('textbox', { name: /^Objective/ }), 'Launch it');
    await user.click(await screen.findByRole('button', { name: 'Dismiss An aim, not a task' }));
    await user.type(screen.getByRole('textbox', { name: /“An aim, not a task”/ }), 'By law{Enter}');
    expect(sent).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add objective' }));
    await waitFor(() => expect(sent).toMatchObject({ title: 'Launch it', dismissedRules: [{ rule: 'not-a-task', reason: 'By law' }] }));
  });

  it('of many lines say the strength of each, what to mend behind a button, and save what is dismissed there', async () => {
    const sent: Input<'createKeyResult'>[] = [];
    const host = createFakeHost(
      {
        createObjective: (input) => objective('O-9', input.title, []),
        createKeyResult: (input) => {
          sent.push(input);
          return work('KR-1', input.title);
        },
      },
      { place: { accountId: 'mia' } },
    );
    const { user } = renderScreen(<QuickForm home={home} cycle={q4} onClose={() => undefined} />, host);
    await user.type(screen.getByRole('textbox', { name: /^Objective/ }), 'Drivers trust the route');
    await user.type(screen.getByRole('textbox', { name: 'Key result 1' }), 'Open bugs from 40 to 5 bugs');
    expect(await screen.findByRole('group', { name: 'Wording of key result 1' })).toHaveTextContent('Green, 100 of 100');
    await user.clear(screen.getByRole('textbox', { name: 'Key result 1' }));
    await user.type(screen.getByRole('textbox', { name: 'Key result 1' }), 'Ship v2');
    const line = within(await screen.findByRole('group', { name: 'Wording of key result 1' }));
    expect(line.queryAllByRole('listitem')).toEqual([]);
    await user.click(line.getByRole('button', { name: /things? to mend/ }));
    expect(line.getByText(/“Ship” names work to do/)).toBeInTheDocument();
    await user.click(line.getByRole('button', { name: 'Dismiss A result, not a task' }));
    await user.type(line.getByRole('textbox', { name: /“A result, not a task”/ }), 'By law{Enter}');
    expect(screen.queryByRole('textbox', { name: 'Key result 2' })).not.toBeInTheDocument();
    expect(line.getByText(/Dismissed: A result, not a task/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save all' }));
    await waitFor(() => expect(sent).toMatchObject([{ title: 'Ship v2', dismissedRules: [{ rule: 'outcome', reason: 'By law' }] }]));
  });

  it('of a row that is being edited are in its form', async () => {
    const keyResult = work('KR-1', 'Ship v2');
    let sent: Input<'editKeyResult'> | null = null;
    const host = createFakeHost({
      editKeyResult: (input) => {
        sent = input;
        return keyResult;
      },
    });
    const parent = objective('O-9', 'Drivers trust the route', [keyResult]);
    const { user } = renderScreen(
      <RowEditor
        row={{ type: 'key-result', id: keyResult.id, objective: parent, keyResult, position: 1, siblings: 1 }}
        onClose={() => undefined}
      />,
      host,
    );
    const wording = within(await screen.findByRole('group', { name: 'Wording' }));
    await user.click(wording.getByRole('button', { name: /things? to mend/ }));
    await user.click(wording.getByRole('button', { name: 'Dismiss A result, not a task' }));
    await user.type(wording.getByRole('textbox', { name: /“A result, not a task”/ }), 'By law{Enter}');
    expect(sent).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toMatchObject({ dismissedRules: [{ rule: 'outcome', reason: 'By law' }] }));
  });
});
