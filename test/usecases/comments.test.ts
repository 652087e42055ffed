/** Talking through the app: threads, who may say, change and remove what, what outsiders of a private objective learn, and pages. */
import type { Input } from '../../src/contract/api';
import type { TalkSubject } from '../../src/domain/talk-subject';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, failureOf, newId, outcomeOf, Q4, SEC } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const ben = { as: 'ben', project: 'WEB' } as const;
const cleo = { as: 'cleo', project: 'WEB' } as const;

const about = (type: TalkSubject['type'], { id }: { readonly id: string }): TalkSubject => ({ type, id });
const say = (subject: TalkSubject, words: string, more: Partial<Input<'addComment'>> = {}, as: { readonly as: string } = ben) =>
  ask(site, 'addComment', { id: newId(), subject, words, ...more }, as);
const read = (subject: TalkSubject, as: { readonly as: string } = ben) => ask(site, 'listComments', { subject }, as);
const wordsIn = async (subject: TalkSubject) => (await read(subject)).comments.map(({ words }) => words);
const later = () => site.site.clock.set(site.site.clock.now() + 60_000);

describe('a comment', () => {
  it('is read by whoever sees what it is about, oldest thread first, replies after what they reply to', async () => {
    const subject = about('objective', await addObjective(site));
    const first = await say(subject, 'When do we start?');
    later();
    await say(subject, 'I like it', {}, cleo);
    later();
    const reply = await say(subject, 'Today, @[ben]', { replyTo: first.id }, cleo);
    const { comments, total } = await read(subject);
    expect(comments).toMatchObject([
      { id: first.id, replyTo: null, byAccountId: 'ben', words: 'When do we start?', editedAt: null, isRemoved: false, version: 1 },
      { id: reply.id, replyTo: first.id, byAccountId: 'cleo', words: 'Today, @[ben]' },
      { replyTo: null, words: 'I like it' },
    ]);
    expect(total).toBe(3);
  });

  it('can be about a key result and about a check-in, each for itself', async () => {
    const metric = await addMetric(site, await addObjective(site), { ownerAccountId: 'ben' });
    const checkIn = about('check-in', { id: newId() });
    await ask(site, 'checkIn', { id: checkIn.id, keyResultId: metric.id, words: 'Slow week' }, ben);
    await say(about('key-result', metric), 'Is 60 enough?');
    await say(checkIn, 'What slowed it?', {}, cleo);
    expect(await wordsIn(about('key-result', metric))).toEqual(['Is 60 enough?']);
    expect(await wordsIn(checkIn)).toEqual(['What slowed it?']);
    const { checkIns } = await ask(site, 'listCheckIns', { keyResultId: metric.id });
    expect(checkIns).toMatchObject([{ id: checkIn.id, comments: 1 }]);
  });

  it('is one when it is sent twice, and no other under its id', async () => {
    const subject = about('objective', await addObjective(site));
    const id = newId();
    await say(subject, 'Once', { id });
    await say(subject, 'Once', { id });
    expect(await wordsIn(subject)).toEqual(['Once']);
    expect(failureOf(await site.invoke('addComment', { id, subject, words: 'Twice' }, ben)).code).toBe('CONFLICT');
  });

  it('replies one level deep: a reply to a reply stands in the same thread', async () => {
    const subject = about('objective', await addObjective(site));
    const first = await say(subject, 'One');
    const second = await say(subject, 'Two', { replyTo: first.id });
    expect((await say(subject, 'Three', { replyTo: second.id })).replyTo).toBe(first.id);
    const elsewhere = about('objective', await addObjective(site));
    expect(failureOf(await site.invoke('addComment', { id: newId(), subject: elsewhere, replyTo: first.id, words: 'Four' })).code).toBe(
      'NOT_FOUND',
    );
  });

  it('is still possible when the cycle is closed, and not about what is archived', async () => {
    const objective = await addObjective(site);
    const spare = await addObjective(site);
    await ask(site, 'archiveObjective', { id: spare.id, version: 1 });
    await ask(site, 'closeCycle', { id: Q4, version: 1, reason: 'Nobody grades in this test' });
    expect(await say(about('objective', objective), 'What did we learn?')).toMatchObject({ words: 'What did we learn?' });
    expect(failureOf(await site.invoke('addComment', { id: newId(), subject: about('objective', spare), words: 'Pity' })).code).toBe(
      'NOT_FOUND',
    );
  });

  it('takes words of a size, and no crowd', async () => {
    const subject = about('objective', await addObjective(site));
    const outcome = async (words: string) => outcomeOf(await site.invoke('addComment', { id: newId(), subject, words }));
    const crowd = Array.from({ length: 21 }, (_, index) => `@[person-${index}]`).join(' ');
    expect([await outcome(' \n '), await outcome('a'.repeat(2001)), await outcome(crowd), await outcome('a'.repeat(2000))]).toEqual([
      'INVALID',
      'INVALID',
      'INVALID',
      'ok',
    ]);
  });
});

describe('changing what was said', () => {
  it('is for its author, says so, and tells a second editor', async () => {
    const subject = about('objective', await addObjective(site));
    const { id } = await say(subject, 'Teh plan');
    expect(failureOf(await site.invoke('editComment', { id, version: 1, words: 'Mine' }, { as: 'ada' })).code).toBe('FORBIDDEN');
    later();
    expect(await ask(site, 'editComment', { id, version: 1, words: 'The plan' }, ben)).toMatchObject({ words: 'The plan', version: 2 });
    expect(failureOf(await site.invoke('editComment', { id, version: 1, words: 'A plan' }, ben)).code).toBe('CONFLICT');
    const [comment] = (await read(subject)).comments;
    expect(comment).toMatchObject({ words: 'The plan', editedAt: '2026-11-12T10:01:00.000Z' });
  });

  it('removes for the author and for whoever may change what it is about, and leaves nothing of the words', async () => {
    const keyResult = await addWork(site, await addObjective(site), { ownerAccountId: 'cleo' });
    const subject = about('key-result', keyResult);
    const [mine, theirs] = [await say(subject, 'Mine'), await say(subject, 'Theirs', {}, { as: 'dan' })];
    expect(failureOf(await site.invoke('removeComment', { id: mine.id, version: 1 }, { as: 'dan' })).code).toBe('FORBIDDEN');
    await ask(site, 'removeComment', { id: mine.id, version: 1 }, ben);
    await ask(site, 'removeComment', { id: mine.id, version: 1 }, ben);
    await ask(site, 'removeComment', { id: theirs.id, version: 1 }, cleo);
    expect(await read(subject)).toMatchObject({ comments: [], total: 0 });
    expect(await site.sql(`SELECT words FROM comment WHERE words <> ''`)).toEqual([]);
    expect(failureOf(await site.invoke('editComment', { id: mine.id, version: 2, words: 'Back' }, ben)).code).toBe('NOT_FOUND');
  });

  it('keeps a removed comment as one while there are replies', async () => {
    const subject = about('objective', await addObjective(site));
    const first = await say(subject, 'A question');
    const reply = await say(subject, 'An answer', { replyTo: first.id }, cleo);
    await ask(site, 'removeComment', { id: first.id, version: 1 }, ben);
    expect(await read(subject)).toMatchObject({
      comments: [{ id: first.id, isRemoved: true, words: '' }, { words: 'An answer' }],
      total: 1,
    });
    await ask(site, 'removeComment', { id: reply.id, version: 1 }, cleo);
    expect((await read(subject)).comments).toEqual([]);
  });
});

describe('what is private', () => {
  it('is not there to talk about for others, and says who of the mentioned would not see it', async () => {
    const objective = await addObjective(site, { ownerAccountId: 'ben', audience: ['cleo'] });
    const subject = about('objective', objective);
    await say(subject, 'Between us', {}, cleo);
    for (const name of ['listComments', 'checkMentions', 'addComment'] as const) {
      const inputs = {
        listComments: { subject },
        checkMentions: { subject, accountIds: ['ben'] },
        addComment: { id: newId(), subject, words: 'Hello?' },
      };
      expect(failureOf(await site.invoke(name, inputs[name], { as: 'dan' })).code).toBe('NOT_FOUND');
    }
    expect((await read(subject)).isPrivate).toBe(true);
    const asked = { subject, accountIds: ['dan', 'cleo', 'ben', 'dan'] };
    expect(await ask(site, 'checkMentions', asked, cleo)).toEqual({ unseenBy: ['dan'] });
  });

  it('becomes so with the objective a key result moves to, and so does the history', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    const secret = await addObjective(site, { ownerAccountId: 'ben', audience: ['cleo'] });
    const comment = await say(about('key-result', keyResult), 'For everybody so far', {}, { as: 'dan' });
    await ask(site, 'moveKeyResult', { id: keyResult.id, version: 1, objectiveId: secret.id }, { as: 'ben' });
    expect(failureOf(await site.invoke('editComment', { id: comment.id, version: 1, words: 'Mine' }, { as: 'dan' })).code).toBe(
      'NOT_FOUND',
    );
    const told = await ask(site, 'getActivity', { subject: { type: 'company' } }, { as: 'dan' });
    expect(told.entries.filter(({ thing }) => thing.type === 'key-result')).toEqual([]);
    expect(await wordsIn(about('key-result', keyResult))).toEqual(['For everybody so far']);
  });

  it('and what lives in a project one may not browse', async () => {
    const subject = about('objective', await addObjective(site, { projectId: SEC }));
    expect(failureOf(await site.invoke('listComments', { subject }, { as: 'cleo' })).code).toBe('NOT_FOUND');
    expect(failureOf(await site.invoke('addComment', { id: newId(), subject, words: 'Hi' }, { as: 'cleo' })).code).toBe('NOT_FOUND');
  });
});

describe('many comments', () => {
  it('come as pages from the latest back, whole threads at a time, in two SQL requests each', async () => {
    const subject = about('objective', await addObjective(site));
    for (let thread = 1; thread <= 23; thread += 1) {
      later();
      const { id } = await say(subject, `Thread ${thread}`);
      if (thread % 5 === 0) await say(subject, `Reply ${thread}`, { replyTo: id });
    }
    const pages: string[][] = [];
    for (let cursor: string | undefined; pages.length < 5;) {
      const input = { subject, ...(cursor === undefined ? {} : { cursor }) };
      let answer = await read(subject);
      const [record] = await site.recordsOf(async () => {
        answer = await ask(site, 'listComments', input, ben);
      });
      expect(record?.sql).toHaveLength(2);
      pages.push(answer.comments.map(({ words }) => words));
      if (answer.nextCursor === null) break;
      cursor = answer.nextCursor;
    }
    const threads = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((thread) =>
        thread % 5 === 0 ? [`Thread ${thread}`, `Reply ${thread}`] : [`Thread ${thread}`],
      );
    expect(pages).toEqual([threads(14, 23), threads(4, 13), threads(1, 3)]);
  });

  it('stay below a megabyte, and a thread ends somewhere', async () => {
    const subject = about('objective', await addObjective(site));
    const long = '界'.repeat(2000);
    for (let thread = 0; thread < 4; thread += 1) {
      later();
      const { id } = await say(subject, long);
      if (thread === 0) {
        for (let reply = 0; reply < 50; reply += 1) await say(subject, long, { replyTo: id });
        expect(failureOf(await site.invoke('addComment', { id: newId(), subject, replyTo: id, words: 'One more' })).code).toBe('LIMIT');
      } else for (let reply = 0; reply < 45; reply += 1) await say(subject, long, { replyTo: id });
    }
    const page = await read(subject);
    expect(JSON.stringify(page).length).toBeGreaterThan(100_000);
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(1_000_000);
    expect(page.nextCursor).not.toBeNull();
  });
});
