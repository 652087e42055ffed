/** Comments and history on the screen: reading, saying, mentioning by keyboard, replying, a failed save, two edits that meet, removing, history. */
import { screen, waitFor, within } from '@testing-library/react';
import type { ActivityEntry } from '../../../src/contract/activity';
import type { Input } from '../../../src/contract/api';
import type { Comments, CommentView } from '../../../src/contract/talk';
import { ApiError } from '../../../static/api-error';
import TalkSection from '../../../static/features/talk/talk-section';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const people = [
  { accountId: 'me', name: 'Mia Kern', avatarUrl: null, active: true },
  { accountId: 'sam', name: 'Sam Lee', avatarUrl: null, active: true },
];

const comment = (id: string, words: string, over: Partial<CommentView> = {}): CommentView => ({
  id,
  replyTo: null,
  byAccountId: 'sam',
  at: '2026-11-20T10:00:00.000Z',
  editedAt: null,
  isRemoved: false,
  words,
  version: 1,
  ...over,
});

const page = (comments: readonly CommentView[], over: Partial<Comments> = {}): Comments => ({
  comments,
  total: comments.length,
  isPrivate: false,
  nextCursor: null,
  ...over,
});

const show = (answers: Answers, may = false) => {
  const host = createFakeHost(answers, { people });
  return { host, ...renderScreen(<TalkSection subject={{ type: 'objective', id: 'o-7' }} projectId="10000" may={may} />, host) };
};

const box = () => screen.findByRole('textbox', { name: 'Add a comment' });

describe('comments', () => {
  it('show who said what, mentions by name, and addresses that open beside the page', async () => {
    const { user, host } = show({ listComments: () => page([comment('c-1', 'Ask @[me], see https://example.com/plan.')]) });
    const list = within(await screen.findByRole('list', { name: 'Comments' }));
    expect(await list.findByText('Mia Kern')).toBeInTheDocument();
    await user.click(list.getByRole('link', { name: 'https://example.com/plan' }));
    expect(host.openedLinks).toEqual(['https://example.com/plan']);
    expect(list.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
    expect(list.queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
  });

  it('invite to say the first word, and mention somebody by keyboard alone', async () => {
    const sent: Input<'addComment'>[] = [];
    const { user } = show({
      listComments: () => page(sent.map(({ id, words }) => comment(id, words, { byAccountId: 'me' }))),
      addComment: (input) => {
        sent.push(input);
        return comment(input.id, input.words);
      },
    });
    expect(await screen.findByText(/Nobody has said anything yet/)).toBeInTheDocument();
    await user.type(await box(), 'Over to @sa');
    expect(await screen.findByRole('option', { name: 'Sam Lee' })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Enter}');
    expect(await box()).toHaveValue('Over to @Sam Lee ');
    await user.keyboard('please{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toMatchObject([{ subject: { type: 'objective', id: 'o-7' }, words: 'Over to @[sam] please' }]));
    await waitFor(async () => expect(await box()).toHaveValue(''));
    expect(await screen.findByText('Sam Lee')).toBeInTheDocument();
  });

  it('keep what was typed when it could not be saved, and send it under the same id', async () => {
    const ids: string[] = [];
    const { user } = show({
      listComments: () => page([]),
      getActivity: () => ({ entries: [], nextCursor: null }),
      addComment: ({ id, words }) => {
        ids.push(id);
        if (ids.length === 1) throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong.' });
        return comment(id, words);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Comment' }));
    expect(await screen.findByText('Write something first.')).toBeInTheDocument();
    await user.type(await box(), 'Worth keeping');
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    expect(await screen.findByText('The comment was not saved')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'History' }));
    expect(await screen.findByText(/Nothing has happened yet/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Comments' }));
    expect(await box()).toHaveValue('Worth keeping');
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    await waitFor(async () => expect(await box()).toHaveValue(''));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('warn before somebody is mentioned who cannot see what is private', async () => {
    const { user } = show({
      listComments: () => page([], { isPrivate: true }),
      checkMentions: ({ accountIds }) => ({ unseenBy: accountIds }),
    });
    await user.type(await box(), '@sam');
    await user.click(await screen.findByRole('option', { name: 'Sam Lee' }));
    expect(await screen.findByText(/cannot see this private objective/)).toHaveTextContent('Sam Lee cannot see this private objective.');
  });

  it('are replied to in their thread, and earlier ones come on demand', async () => {
    const sent: Input<'addComment'>[] = [];
    const { user } = show({
      listComments: ({ cursor }) =>
        cursor === undefined
          ? page([comment('c-2', 'Later'), comment('c-3', 'Yes', { replyTo: 'c-2' })], { nextCursor: 'before' })
          : page([comment('c-1', 'Earlier', { isRemoved: true, words: '' }), comment('c-4', 'Still here', { replyTo: 'c-1' })]),
      addComment: (input) => {
        sent.push(input);
        return comment(input.id, input.words);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show earlier comments' }));
    expect(await screen.findByText('This comment was removed.')).toBeInTheDocument();
    const words = (await screen.findAllByText(/^(Later|Yes|Still here)$/)).map(({ textContent }) => textContent);
    expect(words).toEqual(['Still here', 'Later', 'Yes']);
    await user.click(screen.getByRole('button', { name: 'Reply' }));
    await user.type(await screen.findByRole('textbox', { name: 'Your reply' }), 'Agreed');
    await user.click(within(screen.getByRole('form', { name: 'Reply' })).getByRole('button', { name: 'Reply' }));
    await waitFor(() => expect(sent).toMatchObject([{ replyTo: 'c-2', words: 'Agreed' }]));
  });

  it('offer both versions when one’s own was edited elsewhere meanwhile', async () => {
    const saved: Input<'editComment'>[] = [];
    let stored = comment('c-1', 'Plan for @[sam]', { byAccountId: 'me' });
    const { user } = show({
      listComments: () => page([stored]),
      editComment: (input) => {
        saved.push(input);
        if (input.version === 1) {
          stored = { ...stored, words: 'Their plan', version: 2 };
          throw new ApiError({ code: 'CONFLICT', message: 'Somebody else changed this comment.' });
        }
        stored = { ...stored, words: input.words, version: 3 };
        return stored;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const text = await screen.findByRole('textbox', { name: 'Comment' });
    expect(text).toHaveValue('Plan for @Sam Lee');
    await user.type(text, ', today');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Choose what to keep, then save again.')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Yours: Plan for @Sam Lee, today' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Theirs: Their plan' })).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved.at(-1)).toEqual({ id: 'c-1', version: 2, words: 'Plan for @[sam], today' }));
  });

  it('are removed by whoever may, after a second look', async () => {
    const removed: Input<'removeComment'>[] = [];
    const { user } = show(
      {
        listComments: () => page(removed.length === 0 ? [comment('c-1', 'Rude')] : []),
        removeComment: (input) => {
          removed.push(input);
          return null;
        },
      },
      true,
    );
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByText(/Nobody has said anything yet/)).toBeInTheDocument();
    expect(removed).toEqual([{ id: 'c-1', version: 1 }]);
  });

  it('follow what others say, and a failure can be tried again', async () => {
    let fails = true;
    const said = [comment('c-1', 'First')];
    const { user, host } = show({
      listComments: () => {
        if (fails) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira did not answer.' });
        return page(said);
      },
    });
    expect(await screen.findByText('The comments could not be loaded')).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('First')).toBeInTheDocument();
    said.push(comment('c-2', 'Second'));
    host.say();
    expect(await screen.findByText('Second')).toBeInTheDocument();
  });
});

describe('the history', () => {
  const entry = (id: string, over: Partial<ActivityEntry>): ActivityEntry => ({
    id,
    at: '2026-11-20T10:00:00.000Z',
    byAccountId: 'sam',
    thing: { type: 'key-result', id: 'k-1', key: 'KR-31', title: 'Seconds to pay' },
    deed: { did: 'wrote', changes: [] },
    reason: null,
    ...over,
  });

  it('says who did what, with before, after and why', async () => {
    const { user } = show({
      listComments: () => page([]),
      getActivity: () => ({
        entries: [
          entry('1', {
            deed: {
              did: 'changed',
              changes: [
                { field: 'due day', before: { type: 'text', text: '2026-12-31' }, after: { type: 'text', text: '2027-01-15' } },
                { field: 'owner', before: null, after: { type: 'people', accountIds: ['me'] } },
              ],
            },
            reason: 'The bank is late',
          }),
          entry('2', { deed: { did: 'checked in', day: '2026-11-19', value: 3.3, confidence: 7, words: 'Slow', blockers: '' } }),
          entry('3', { deed: { did: 'added source', source: { type: 'jql', jql: 'labels = checkout' } } }),
          entry('4', { thing: { type: 'cycle', name: 'Q4 2026' }, deed: { did: 'closed', changes: [] } }),
        ],
        nextCursor: null,
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'History' }));
    const list = await screen.findByRole('list', { name: 'History' });
    await within(list).findByText('Mia Kern');
    const lines = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(
      /Sam Lee ?changed KR-31 Seconds to pay.*due day: 31 Dec →to 15 Jan.*owner: none →to .*Mia Kern.*“The bank is late”/,
    );
    expect(list).toHaveTextContent(/checked in on KR-31 Seconds to pay.*value 3.3 on 19 Nov · confidence 7 of 10.*Slow/);
    expect(list).toHaveTextContent(/added a source to KR-31 Seconds to pay.*labels = checkout/);
    expect(list).toHaveTextContent(/closed the cycle Q4 2026/);
  });
});
