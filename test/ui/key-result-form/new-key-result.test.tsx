/** Writing a new key result of each kind by keyboard; what is missing is said at its field, and nothing typed is lost. */
import { screen, waitFor } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import NewKeyResultDialog from '../../../static/features/project-okrs/new-key-result-dialog';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { metric, objective, people, work } from '../project-okrs/sample-okrs';
import { band, milestones } from './samples';

const open = (answers: Answers) => {
  const host = createFakeHost(answers, { people });
  const onClose = jest.fn();
  const onWorkAdded = jest.fn();
  const shown = renderScreen(
    <NewKeyResultDialog objective={objective('O-7', 'Checkout feels instant', [])} onClose={onClose} onWorkAdded={onWorkAdded} />,
    host,
  );
  return { host, onClose, onWorkAdded, ...shown };
};
const sent = (host: ReturnType<typeof open>['host'], name: string) =>
  host.calls.filter((call) => call.name === name).map(({ input }) => input);
const title = () => screen.getByRole('textbox', { name: /^Key result/ });

it('needs no more than a title and Enter', async () => {
  const { host, user, onWorkAdded } = open({ createKeyResult: () => work('KR-50', 'Ship it') });
  await user.type(title(), 'Ship it{Enter}');
  await waitFor(() => expect(onWorkAdded).toHaveBeenCalledWith('kr-50'));
  expect(sent(host, 'createKeyResult')).toMatchObject([
    { kind: 'work', title: 'Ship it', ownerAccountId: 'me', weight: 1, rule: { weightBy: 'count', wanted: null } },
  ]);
});

it('of work takes a number field, a wanted amount and split issues', async () => {
  const { host, user, onWorkAdded } = open({
    createKeyResult: () => work('KR-50', 'Ship it'),
    listNumberFields: () => [{ id: 'customfield_10020', name: 'Business value' }],
  });
  await user.type(title(), 'Ship it');
  await user.click(screen.getByRole('button', { name: /^How its issues count/ }));
  await user.click(screen.getByRole('radio', { name: 'A number field' }));
  await screen.findByRole('option', { name: 'Business value' });
  await user.click(screen.getByRole('radio', { name: /A wanted amount/ }));
  await user.click(screen.getByRole('radio', { name: /^Split/ }));
  await user.click(screen.getByRole('button', { name: 'Add key result' }));
  expect(screen.getByRole('combobox', { name: /^Number field/ })).toHaveAccessibleDescription(/Choose the field/);
  expect(screen.getByRole('spinbutton', { name: /^Wanted/ })).toHaveAccessibleDescription(/above 0/);
  expect(sent(host, 'createKeyResult')).toEqual([]);

  await user.selectOptions(screen.getByRole('combobox', { name: /^Number field/ }), 'customfield_10020');
  await user.type(screen.getByRole('spinbutton', { name: /^Wanted/ }), '40{Enter}');
  await waitFor(() => expect(onWorkAdded).toHaveBeenCalled());
  expect(sent(host, 'createKeyResult')).toMatchObject([
    { rule: { weightBy: 'field', fieldId: 'customfield_10020', unestimated: 'leave-out', wanted: 40, shared: 'split' } },
  ]);
});

it('of a metric from Jira shows what the query says now, and takes it as the start', async () => {
  const { host, user, onClose } = open({
    createKeyResult: () => metric('KR-51', 'Fewer bugs'),
    previewValue: () => ({ value: 17, issues: 17, approximate: false }),
  });
  await user.type(title(), 'Fewer bugs');
  await user.click(screen.getByRole('radio', { name: /^Metric/ }));
  expect(screen.getByRole('spinbutton', { name: 'Value today' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: /^Jira says it/ }));
  expect(screen.queryByRole('spinbutton', { name: 'Value today' })).not.toBeInTheDocument();
  await user.type(screen.getByRole('textbox', { name: /^Query/ }), 'priority = Highest');
  expect(await screen.findByText('17 issues now', undefined, { timeout: 3000 })).toBeInTheDocument();
  expect(sent(host, 'previewValue')).toEqual([{ objectiveId: 'o-7', source: { by: 'jira', jql: 'priority = Highest', measure: 'count' } }]);
  await user.click(screen.getByRole('button', { name: 'Take it as the start' }));
  expect(screen.getByRole('spinbutton', { name: /^Start/ })).toHaveDisplayValue('17');
  await user.type(screen.getByRole('spinbutton', { name: /^Target/ }), '5{Enter}');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent(host, 'createKeyResult')).toMatchObject([
    { kind: 'metric', start: 17, target: 5, source: { by: 'jira', jql: 'priority = Highest', measure: 'count' } },
  ]);
  expect(sent(host, 'recordValue')).toEqual([]);
});

it('says in Jira’s words what is wrong with a query, at the query', async () => {
  const { user } = open({
    previewValue: () => {
      throw new ApiError({ code: 'INVALID', message: 'The value ’Bugg’ does not exist.', field: 'source.jql' });
    },
  });
  await user.click(screen.getByRole('radio', { name: /^Metric/ }));
  await user.click(screen.getByRole('radio', { name: /^Jira says it/ }));
  const query = screen.getByRole('textbox', { name: /^Query/ });
  await user.type(query, 'issuetype = Bugg');
  await waitFor(() => expect(query).toHaveAccessibleDescription(/’Bugg’ does not exist/), { timeout: 3000 });
  expect(query).toBeInvalid();
});

it('offers a retry where the value cannot be previewed, and keeps the query', async () => {
  let up = false;
  const { user } = open({
    previewValue: () => {
      if (!up) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira did not answer as it should.' });
      return { value: 3, issues: 3, approximate: false };
    },
  });
  await user.click(screen.getByRole('radio', { name: /^Band/ }));
  await user.click(screen.getByRole('radio', { name: /^Jira says it/ }));
  await user.type(screen.getByRole('textbox', { name: /^Query/ }), 'labels = slow');
  expect(await screen.findByText('Jira did not answer as it should.', undefined, { timeout: 3000 })).toBeInTheDocument();
  up = true;
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  expect(await screen.findByText('3 issues now')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /^Query/ })).toHaveDisplayValue('labels = slow');
});

it('of a band sends both ends and the first value', async () => {
  const { host, user, onClose } = open({ createKeyResult: () => band('KR-52', 'Cost'), recordValue: () => band('KR-52', 'Cost') });
  await user.type(title(), 'Cost of an order');
  await user.click(screen.getByRole('radio', { name: /^Band/ }));
  await user.type(screen.getByRole('spinbutton', { name: /^At least/ }), '14');
  await user.type(screen.getByRole('spinbutton', { name: /^At most/ }), '11{Enter}');
  expect(screen.getByRole('spinbutton', { name: /^At most/ })).toHaveAccessibleDescription(/must not be below/);
  await user.clear(screen.getByRole('spinbutton', { name: /^At least/ }));
  await user.type(screen.getByRole('spinbutton', { name: /^At least/ }), '9');
  await user.type(screen.getByRole('spinbutton', { name: 'Value today' }), '10.5{Enter}');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent(host, 'createKeyResult')).toMatchObject([{ kind: 'band', low: 9, high: 11, source: { by: 'hand' } }]);
  expect(sent(host, 'recordValue')).toMatchObject([{ value: 10.5 }]);
});

it('of milestones adds one with each Enter, moves and removes them, and keeps what was typed last', async () => {
  const { host, user, onClose } = open({ createKeyResult: () => milestones('KR-53', 'Certificate') });
  await user.type(title(), 'Certificate');
  await user.click(screen.getByRole('radio', { name: /^Milestones/ }));
  await user.click(screen.getByRole('button', { name: 'Add key result' }));
  const add = screen.getByRole('textbox', { name: 'New milestone' });
  expect(add).toHaveAccessibleDescription(/Add at least one milestone/);
  expect(add).toHaveFocus();

  await user.type(add, 'Third{Enter}First{Enter}Wrong{Enter}');
  expect(add).not.toHaveAccessibleDescription(/Add at least one/);
  await user.click(screen.getByRole('button', { name: 'Move First up' }));
  await user.click(screen.getByRole('button', { name: 'Remove Wrong' }));
  await user.clear(screen.getByRole('spinbutton', { name: 'Weight of Third' }));
  await user.type(screen.getByRole('spinbutton', { name: 'Weight of Third' }), '2');
  await user.type(add, 'Last, without Enter');
  await user.click(screen.getByRole('button', { name: 'Add key result' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent(host, 'createKeyResult')).toMatchObject([
    {
      kind: 'milestones',
      milestones: [
        { title: 'First', weight: 1, reachedDay: null },
        { title: 'Third', weight: 2, reachedDay: null },
        { title: 'Last, without Enter', weight: 1, reachedDay: null },
      ],
    },
  ]);
});

it('moves a milestone with Alt and an arrow key', async () => {
  const { user } = open({});
  await user.click(screen.getByRole('radio', { name: /^Milestones/ }));
  await user.type(screen.getByRole('textbox', { name: 'New milestone' }), 'One{Enter}Two{Enter}');
  await user.click(screen.getByRole('textbox', { name: 'Name of milestone 2' }));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(screen.getByRole('textbox', { name: 'Name of milestone 1' })).toHaveDisplayValue('Two');
  expect(screen.getByText('Two is now 1 of 2')).toBeInTheDocument();
});

it('opens a folded part whose value cannot be saved', async () => {
  const { user } = open({
    createKeyResult: () => {
      throw new ApiError({ code: 'INVALID', message: 'The due day 2020-01-01 is before the start 2026-10-01.', field: 'dueDay' });
    },
  });
  expect(screen.queryByLabelText(/^Due/)).not.toBeInTheDocument();
  await user.type(title(), 'Ship it{Enter}');
  expect(await screen.findByLabelText(/^Due/)).toHaveAccessibleDescription(/is before the start/);
  expect(title()).toHaveDisplayValue('Ship it');
});
