/** What one can do with the work of a key result without leaving its page: move an issue, and make a new one that counts. */
import { screen, waitFor, within } from '@testing-library/react';
import type { Move } from '../../../static/host';
import { ApiError } from '../../../static/api-error';
import { IssueStatus } from '../../../static/features/explain/issue-status';
import { CreateIssue } from '../../../static/features/key-result/create-issue';
import { details, work } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const moves: readonly Move[] = [
  { id: '11', name: 'To Do', to: { name: 'To Do', category: 'todo' }, needs: [] },
  { id: '21', name: 'Finish', to: { name: 'Done', category: 'done' }, needs: [] },
  { id: '31', name: 'Reject', to: { name: 'Rejected', category: 'done' }, needs: ['Resolution', 'Reason'] },
];
const issue = { issueId: '7', key: 'WEB-7', statusName: 'To Do', statusCategory: 'todo' } as const;

describe('an issue of the list', () => {
  const status = (options: Parameters<typeof createFakeHost>[1] = {}) => {
    const host = createFakeHost({}, { moves, ...options });
    return { host, ...renderScreen(<IssueStatus issue={issue} />, host) };
  };
  const button = () => screen.getByRole('button', { name: /^WEB-7 is/ });

  it('is moved as the viewer, with the keyboard alone, and shows where it is going at once', async () => {
    const taken: string[] = [];
    const { user, host } = status({ move: async (issueId, moveId) => void taken.push(`${issueId} ${moveId}`) });
    await user.tab();
    await user.keyboard('{Enter}');
    const menu = within(await screen.findByRole('menu', { name: 'Move WEB-7' }));
    expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Done Finish',
      'Rejected Rejectin Jira: asks for Resolution, Reason',
    ]);
    await user.keyboard('{End}{ArrowDown}{Enter}');
    await waitFor(() => expect(taken).toEqual(['7 21']));
    expect(button()).toHaveAccessibleName('WEB-7 is Done: move it');
    expect(button()).toHaveFocus();
    expect(host.flags).toEqual([{ title: 'WEB-7 is Done now', tone: 'success' }]);
  });

  it('is opened in Jira for a step that asks for fields', async () => {
    const { user, host } = status();
    await user.click(button());
    await user.click(await screen.findByRole('menuitem', { name: /Rejected/ }));
    expect(host.openedIssues).toEqual(['WEB-7']);
    expect(button()).toHaveAccessibleName('WEB-7 is To Do: move it');
  });

  it('stays where it is when Jira refuses, which is told in Jira’s words', async () => {
    const { user, host } = status({
      move: async () => {
        throw new ApiError({ code: 'INVALID', message: 'It is not assigned.' });
      },
    });
    await user.click(button());
    await user.click(await screen.findByRole('menuitem', { name: /Done/ }));
    await waitFor(() => expect(host.flags).toEqual([{ title: 'WEB-7 was not moved', tone: 'error' }]));
    expect(button()).toHaveAccessibleName('WEB-7 is To Do: move it');
  });

  it('closes its list with Esc, and says when there is no step', async () => {
    const { user } = status({ moves: [] });
    await user.click(button());
    expect(await screen.findByText('There is no step that you may take.')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(button()).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('a new issue', () => {
  const create = (created: readonly string[], answers: Answers = {}) => {
    const host = createFakeHost(answers, { created });
    return { host, ...renderScreen(<CreateIssue details={details(work('KR-32', 'Ship it'))} />, host) };
  };

  it('is made in Jira’s form and linked in the same go', async () => {
    const { user, host } = create(['70'], { linkIssues: ({ links }) => links.map(({ issueId }) => ({ issueId, outcome: 'linked' })) });
    await user.click(screen.getByRole('button', { name: 'Create issue' }));
    await waitFor(() => expect(host.flags).toEqual([{ title: 'The new issue counts for KR-32', tone: 'success' }]));
    expect(host.calls).toMatchObject([{ name: 'linkIssues', input: { keyResultId: 'kr-32', links: [{ issueId: '70' }] } }]);
  });

  it('that could be made but not linked is said to be there', async () => {
    const { user, host } = create(['70'], {
      linkIssues: () => {
        throw new ApiError({ code: 'FORBIDDEN', message: 'Only an owner can.' });
      },
    });
    await user.click(screen.getByRole('button', { name: 'Create issue' }));
    await waitFor(() => expect(host.flags).toEqual([{ title: 'The issue was created, but not linked to KR-32', tone: 'error' }]));
  });

  it('that nobody made changes nothing', async () => {
    const { user, host } = create([]);
    await user.click(screen.getByRole('button', { name: 'Create issue' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Create issue' })).toBeEnabled());
    expect(host.calls).toEqual([]);
  });
});
