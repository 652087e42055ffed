import { screen, waitForElementToBeRemoved, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import IssueAction from '../../../static/features/link/issue-action';
import { additionPreview, scopeIssue, target, workKeyResult } from './sample-answers';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const story = { id: '1', key: 'WEB-1', summary: 'iDEAL in the sheet', mayHaveChildren: true };
const other = { ...target, id: 'kr-33', key: 'KR-33', title: 'Cut failed payments' };
const elsewhere = {
  ...target,
  id: 'kr-50',
  key: 'KR-50',
  title: 'Answers in the product',
  objective: { id: 'o-9', key: 'O-9', title: 'Self-service', level: 'company' as const },
};

const open = (answers: Answers = {}, issue = story) => {
  const host = createFakeHost(
    { listLinkTargets: () => [target, other, elsewhere], previewSource: () => additionPreview, addSource: () => workKeyResult, ...answers },
    { place: { issueId: '1', issueKey: 'WEB-1' }, issues: [issue] },
  );
  return { host, ...renderScreen(<IssueAction />, host) };
};

const inputsOf = (host: ReturnType<typeof open>['host'], name: string) =>
  host.calls.filter((call) => call.name === name).map(({ input }) => input);

describe('Choosing a key result', () => {
  it('names the issue and lists the key results under their objectives', async () => {
    open();
    expect(await screen.findByText('iDEAL in the sheet')).toBeInTheDocument();
    const first = within(await screen.findByRole('group', { name: 'O-7 Checkout feels instant' }));
    expect(first.getAllByRole('radio')).toHaveLength(2);
    expect(within(screen.getByRole('group', { name: 'O-9 Self-service' })).getByRole('radio', { name: /KR-50/ })).toBeEnabled();
  });

  it('asks the backend for the words typed, once the typing pauses', async () => {
    const { user, host } = open({
      listLinkTargets: ({ query }) => [target, other, elsewhere].filter(({ title }) => title.toLowerCase().includes(query ?? '')),
    });
    await screen.findByRole('radio', { name: /KR-32/ });
    await user.type(screen.getByRole('searchbox', { name: 'Find a key result' }), 'failed');
    expect(await screen.findByRole('radio', { name: /KR-33/ })).toBeInTheDocument();
    await waitForElementToBeRemoved(screen.queryByRole('radio', { name: /KR-32/ }));
    expect(inputsOf(host, 'listLinkTargets')).toEqual([{ issueId: '1' }, { issueId: '1', query: 'failed' }]);
  });

  it('says when nothing matches, and when there is nothing to link to', async () => {
    const { user } = open({ listLinkTargets: () => [] });
    expect(await screen.findByText(/no key result in the current cycle yet/)).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), 'xyz');
    expect(await screen.findByText('No key result matches “xyz”.')).toBeInTheDocument();
  });

  it('says that one has the issue already, and does not let it be chosen', async () => {
    open({ listLinkTargets: () => [{ ...target, alreadyLinked: true }] });
    const radio = await screen.findByRole('radio', { name: /KR-32.*already linked/ });
    expect(radio).toBeDisabled();
  });

  it('offers a retry when the list cannot be loaded', async () => {
    let fails = true;
    const { user } = open({
      listLinkTargets: () => {
        if (fails) throw new ApiError({ code: 'INTERNAL', message: 'It broke.' });
        return [target];
      },
    });
    expect(await screen.findByText('It broke.')).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('radio', { name: /KR-32/ })).toBeInTheDocument();
  });
});

describe('Linking', () => {
  it('shows the effect first, then links, says so and closes the dialog', async () => {
    const { user, host } = open();
    await user.click(await screen.findByRole('radio', { name: /KR-33/ }));
    expect(await screen.findByText(/Adds 1 issue/)).toHaveTextContent('Adds 1 issue. Progress: 50 →to 44 % There is more to do then.');
    expect(inputsOf(host, 'previewSource')).toEqual([{ keyResultId: 'kr-33', change: { add: { type: 'issue', issue: '1' } } }]);
    expect(inputsOf(host, 'addSource')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Link' }));
    await screen.findByRole('button', { name: 'Link' });
    expect(inputsOf(host, 'addSource')).toEqual([
      { id: expect.stringMatching(/^[\w-]{8,36}$/), keyResultId: 'kr-33', source: { type: 'issue', issue: '1' } },
    ]);
    expect(host.flags).toEqual([{ title: 'Linked to KR-33', tone: 'success' }]);
    expect(host.closed()).toBe(1);
  });

  it('works with the arrow keys and Enter', async () => {
    const { user, host } = open();
    await user.click(await screen.findByRole('radio', { name: /KR-32/ }));
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: /KR-33/ })).toBeChecked();
    await screen.findByText(/Adds 1 issue/);
    await user.keyboard('{Enter}');
    expect(inputsOf(host, 'addSource')).toMatchObject([{ keyResultId: 'kr-33' }]);
  });

  it.each(['{Enter}', '{ArrowDown}'])('%s in the search goes to the list instead of linking something unseen', async (key) => {
    const { user, host } = open();
    await screen.findByRole('radio', { name: /KR-32/ });
    await user.type(screen.getByRole('searchbox'), key);
    expect(screen.getByRole('radio', { name: /KR-32/ })).toHaveFocus();
    expect(inputsOf(host, 'addSource')).toEqual([]);
  });

  it('links the children instead when asked to', async () => {
    const { user, host } = open({ previewSource: () => ({ ...additionPreview, matched: 7, joining: 5, alreadyInScope: 2 }) });
    await user.click(await screen.findByRole('radio', { name: /KR-33/ }));
    await user.click(screen.getByRole('radio', { name: /Its children/ }));
    expect(await screen.findByText(/Adds 5 issues. 2 of the 7 issues found are in scope already/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Link' }));
    expect(inputsOf(host, 'addSource')).toMatchObject([{ source: { type: 'children', issue: '1' } }]);
  });

  it('does not speak of children for a sub-task', async () => {
    open({}, { ...story, mayHaveChildren: false });
    await screen.findByText('iDEAL in the sheet');
    await screen.findByRole('radio', { name: /KR-33/ });
    expect(screen.queryByRole('radio', { name: /Its children/ })).not.toBeInTheDocument();
  });

  it('warns before linking that the issue would carry no weight', async () => {
    const sample = [{ ...scopeIssue, standing: 'unestimated' as const, weight: null, credit: null }];
    const { user } = open({
      previewSource: ({ change }) => ({ ...additionPreview, after: additionPreview.before, sample: 'add' in change ? sample : [] }),
    });
    await user.click(await screen.findByRole('radio', { name: /KR-33/ }));
    expect(await screen.findByText(/Adds 1 issue/)).toHaveTextContent(
      'Adds 1 issue. Progress stays 50 %.This issue: no estimate, so left out.',
    );
  });

  it('says why it is not permitted, and offers no link', async () => {
    const { user } = open({
      previewSource: () => {
        throw new ApiError({ code: 'FORBIDDEN', message: 'Only the owner can change what counts.' });
      },
    });
    await user.click(await screen.findByRole('radio', { name: /KR-33/ }));
    expect(await screen.findByText('Only the owner can change what counts.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Link' })).toBeDisabled();
  });

  it('after a failure stays open, says so, and tries again with the same id', async () => {
    let fails = true;
    const { user, host } = open({
      addSource: () => {
        if (fails) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira is busy. Try again.' });
        return workKeyResult;
      },
    });
    await user.click(await screen.findByRole('radio', { name: /KR-33/ }));
    await screen.findByText(/Adds 1 issue/);
    await user.click(screen.getByRole('button', { name: 'Link' }));
    expect(await screen.findByText('Jira is busy. Try again.')).toBeInTheDocument();
    expect(host.closed()).toBe(0);
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Link' }));
    const [first, second] = inputsOf(host, 'addSource');
    expect(second).toEqual(first);
    expect(host.closed()).toBe(1);
  });

  it('"Cancel" closes the dialog and changes nothing', async () => {
    const { user, host } = open();
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(host.closed()).toBe(1);
    expect(inputsOf(host, 'addSource')).toEqual([]);
  });

  it('says what to do where no issue is open', async () => {
    const host = createFakeHost({});
    renderScreen(<IssueAction />, host);
    expect(await screen.findByRole('alert')).toHaveTextContent('No issue is open here');
  });
});
