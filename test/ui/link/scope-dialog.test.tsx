import { screen, waitFor, within } from '@testing-library/react';
import type { Input } from '../../../src/contract/api';
import { ApiError } from '../../../static/api-error';
import ScopeDialog from '../../../static/features/link/scope-dialog';
import { additionPreview, counts, details, metricKeyResult, removalPreview, scopeIssue, workKeyResult } from './sample-answers';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const issues = [
  { id: '1', key: 'WEB-1', summary: 'iDEAL in the sheet', mayHaveChildren: true },
  { id: '2', key: 'WEB-2', summary: 'Sheet on tablets', mayHaveChildren: true },
];

const open = (answers: Answers = {}) => {
  const host = createFakeHost(
    {
      getKeyResult: () => details,
      previewSource: ({ change }) => ('add' in change ? additionPreview : removalPreview),
      addSource: () => workKeyResult,
      removeSource: () => workKeyResult,
      ...answers,
    },
    { issues },
  );
  const onClose = jest.fn();
  return { host, onClose, ...renderScreen(<ScopeDialog keyResultId="kr-32" onClose={onClose} />, host) };
};

const inputsOf = (host: ReturnType<typeof open>['host'], name: string) =>
  host.calls.filter((call) => call.name === name).map(({ input }) => input);

describe('The scope', () => {
  it('lists what brings issues in, with counts, and how the key result stands', async () => {
    open();
    const dialog = within(await screen.findByRole('dialog', { name: 'Scope of KR-32' }));
    const rows = within(dialog.getByRole('region', { name: 'What brings issues into scope' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Issue WEB-1 iDEAL1 issueRemove',
      'Children of issue WEB-9 Sheet7 issuesRemove',
      'Filter labels = checkout4 issuesRemove',
    ]);
    expect(dialog.getByText('4 of 8 counted issues done; left out: 2 cancelled.')).toBeInTheDocument();
  });

  it('says what to do first when nothing is in scope', async () => {
    const none = { ...counts, inScope: 0, counted: 0, done: 0, inProgress: 0, cancelled: 0 };
    open({
      getKeyResult: () => ({
        ...details,
        keyResult: { ...workKeyResult, progress: null, health: 'not-measured', work: none },
        sources: [],
      }),
    });
    expect(await screen.findByText(/Nothing yet, so nothing is measured/)).toBeInTheDocument();
    expect(screen.queryByText(/0 %/)).not.toBeInTheDocument();
  });

  it('names nothing that the viewer may not see', async () => {
    open({
      getKeyResult: () => ({
        ...details,
        sources: [{ id: 's-9', type: 'children', issueId: '77', issueKey: null, issueTitle: null, issues: 3 }],
      }),
    });
    expect(await screen.findByText('that you cannot see')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Remove the children of an issue you cannot see' })).toBeEnabled();
  });

  it('explains that milestones have no scope', async () => {
    const { metric: _, track: __, ...shared } = metricKeyResult;
    const keyResult = { ...shared, kind: 'milestones', milestones: [] } as const;
    open({ getKeyResult: () => ({ ...details, keyResult, sources: [] }) });
    expect(await screen.findByText(/KR-41 is measured by its milestones/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Add work' })).not.toBeInTheDocument();
  });

  it('announces loading, and offers a retry after a failure', async () => {
    let fails = true;
    const { user } = open({
      getKeyResult: async () => {
        if (fails) throw new ApiError({ code: 'INTERNAL', message: 'It broke.', reference: 'r1' });
        return details;
      },
    });
    expect(screen.getByText('Loading the scope')).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent('It broke.');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('dialog', { name: 'Scope of KR-32' })).toBeInTheDocument();
  });

  it('closes with Esc and with "Close"', async () => {
    const { user, onClose } = open();
    await screen.findByRole('dialog', { name: 'Scope of KR-32' });
    await user.keyboard('{Escape}');
    for (const button of screen.getAllByRole('button', { name: 'Close' })) await user.click(button);
    expect(onClose).toHaveBeenCalledTimes(3);
  });
});

describe('Removing a source', () => {
  it('shows what it takes out before it does', async () => {
    const { user, host } = open({
      previewSource: () => ({ ...removalPreview, matched: 4, leaving: 3 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Remove this filter' }));
    const question = within(screen.getByRole('group', { name: 'Remove this filter from the scope of KR-32?' }));
    expect(await question.findByText(/Takes 3 issues out of scope/)).toHaveTextContent(
      'Takes 3 issues out of scope. 1 issue stays: other sources bring it too. Progress: 50 →to 57 %',
    );
    expect(inputsOf(host, 'removeSource')).toEqual([]);
    await user.click(question.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(host.flags).toEqual([{ title: 'Removed this filter from KR-32', tone: 'success' }]));
    expect(inputsOf(host, 'removeSource')).toEqual([{ sourceId: 's-3' }]);
  });

  it('keeps it on "Keep", with the focus where it was', async () => {
    const { user, host } = open();
    await user.click(await screen.findByRole('button', { name: 'Remove WEB-1' }));
    await user.click(await screen.findByRole('button', { name: 'Keep' }));
    expect(screen.getByRole('button', { name: 'Remove WEB-1' })).toHaveFocus();
    expect(inputsOf(host, 'removeSource')).toEqual([]);
  });
});

describe('Adding an issue', () => {
  it('finds it by words, previews it and saves it, with the keyboard alone', async () => {
    const { user, host } = open();
    const search = await screen.findByRole('combobox', { name: 'Issue' });
    await user.type(search, 'web');
    expect(await screen.findByRole('option', { name: /WEB-1/, selected: true })).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { name: /WEB-2/ })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Change' })).toHaveFocus();
    const preview = within(await screen.findByRole('group', { name: 'Preview' }));
    expect(preview.getByText('Adds 1 issue.')).toBeInTheDocument();
    expect(preview.getByRole('img', { name: /Now: 50/ })).toBeInTheDocument();
    expect(preview.getByRole('img', { name: /Then: 44/ })).toBeInTheDocument();
    expect(inputsOf(host, 'addSource')).toEqual([]);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(host.flags).toEqual([{ title: 'Added WEB-2 to KR-32', tone: 'success' }]));
    expect(inputsOf(host, 'addSource')).toMatchObject([{ keyResultId: 'kr-32', source: { type: 'issue', issue: '2' } }]);
    expect(await screen.findByRole('combobox', { name: 'Issue' })).toHaveValue('');
    expect(screen.getByRole('heading', { name: 'What brings issues into scope' })).toHaveFocus();
  });

  it('Esc empties the search before it closes the dialog', async () => {
    const { user, onClose } = open();
    await user.type(await screen.findByRole('combobox', { name: 'Issue' }), 'web{Escape}');
    expect(screen.getByRole('combobox', { name: 'Issue' })).toHaveValue('');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says when no issue is found', async () => {
    const { user } = open();
    await user.type(await screen.findByRole('combobox', { name: 'Issue' }), 'nothing like it');
    expect(await screen.findByText('No issue found that you can see.')).toBeInTheDocument();
  });

  it('can take the children of the issue instead', async () => {
    const { user, host } = open();
    await user.click(await screen.findByRole('radio', { name: /The children of an issue/ }));
    await user.type(screen.getByRole('combobox', { name: 'Parent issue' }), 'tablets');
    await user.click(await screen.findByRole('option', { name: /WEB-2/ }));
    await screen.findByRole('group', { name: 'Preview' });
    expect(inputsOf(host, 'previewSource')).toEqual([{ keyResultId: 'kr-32', change: { add: { type: 'children', issue: '2' } } }]);
  });
});

describe('Adding a filter', () => {
  const jqlOf = ({ change }: Input<'previewSource'>) => ('add' in change && change.add.type === 'jql' ? change.add.jql : '');
  const refusing: Answers = {
    previewSource: (input) => {
      if (jqlOf(input).includes('NOPE'))
        throw new ApiError({ code: 'INVALID', message: "The value 'NOPE' does not exist.", field: 'source.jql' });
      return {
        ...additionPreview,
        matched: 45,
        joining: 40,
        alreadyInScope: 5,
        sample: [scopeIssue, { ...scopeIssue, issueId: '2', key: 'WEB-2', standing: 'cancelled', statusName: "Won't do" }],
        hidden: 12,
      };
    },
  };

  const openFilter = async (answers: Answers) => {
    const opened = open(answers);
    await opened.user.click(await screen.findByRole('radio', { name: /A filter/ }));
    return opened;
  };

  it('previews by itself after a pause: counts, real titles, and how many one cannot see', async () => {
    const { user, host } = await openFilter(refusing);
    await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'labels = checkout');
    expect(inputsOf(host, 'previewSource')).toEqual([]);
    const preview = within(await screen.findByRole('group', { name: 'Preview' }, { timeout: 3000 }));
    expect(preview.getByText('Adds 40 issues. 5 of the 45 issues found are in scope already.')).toBeInTheDocument();
    expect(preview.getByRole('list', { name: 'Issues that join' })).toHaveTextContent(
      /WEB-1iDEAL in the sheetTo Do.*WEB-2.*cancelled, so out of scopeWon't do/,
    );
    expect(preview.getByText('and 26 more')).toBeInTheDocument();
    expect(preview.getByText('12 you cannot see')).toBeInTheDocument();
    expect(inputsOf(host, 'previewSource')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(inputsOf(host, 'addSource')).toMatchObject([{ source: { type: 'jql', jql: 'labels = checkout' } }]));
  });

  it("shows Jira's words at the field, and saves nothing", async () => {
    const { user } = await openFilter(refusing);
    const field = screen.getByRole('textbox', { name: 'Filter' });
    await user.type(field, 'project = NOPE');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining("The value 'NOPE' does not exist.")));
    expect(field).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(field);
    expect(field).toBeValid();
  });

  it('says that nothing new would come', async () => {
    const { user } = await openFilter({
      previewSource: () => ({ ...additionPreview, matched: 4, joining: 0, alreadyInScope: 4, sample: [] }),
    });
    await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'labels = checkout');
    await user.tab();
    expect(await screen.findByText('Nothing new: all 4 issues are in scope already.')).toBeInTheDocument();
  });

  it('tells a failed preview apart from a wrong filter, and tries again', async () => {
    let fails = true;
    const { user } = await openFilter({
      previewSource: () => {
        if (fails) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira is busy.' });
        return additionPreview;
      },
    });
    const field = screen.getByRole('textbox', { name: 'Filter' });
    await user.type(field, 'labels = checkout');
    await user.tab();
    expect(await screen.findByText('Jira is busy.')).toBeInTheDocument();
    expect(field).toBeValid();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Adds 1 issue.')).toBeInTheDocument();
  });

  it('keeps what was typed when saving fails', async () => {
    const { user } = await openFilter({
      addSource: () => {
        throw new ApiError({ code: 'LIMIT', message: 'A key result has at most 20 sources.' });
      },
    });
    const field = screen.getByRole('textbox', { name: 'Filter' });
    await user.type(field, 'labels = checkout');
    await user.tab();
    await screen.findByText('Adds 1 issue.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('A key result has at most 20 sources.')).toBeInTheDocument();
    expect(field).toHaveValue('labels = checkout');
  });
});
