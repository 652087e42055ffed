/**
 * Random sequences of everything the store can do, over few ids, so that they meet: what one engine answers to such a sequence,
 * every other one must. Ids are alike on purpose (case, leading zeros, numbers written differently); none ends in a blank, which the
 * MySQL family ignores when it compares and SQLite does not.
 */
import fc from 'fast-check';
import type { Home } from '../../../src/domain/home';
import { RANK_GAP } from '../../../src/domain/rank';
import type { NewInboxItem } from '../../../src/store/inbox';
import type { Store } from '../../../src/store/store';
import { archiving, byHand, checkIn, comment, cycle, fact, metricKeyResult, noon, objective, workKeyResult } from './records';

export type Operation = { readonly name: string; run(store: Store): Promise<unknown> };

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const objectiveId = oneOf('o', 'O', 'ö');
const keyResultId = oneOf('k', 'K', '7', '07');
const sourceId = oneOf('s', 'S', '1e1', '10');
const issueId = oneOf('1', '2', '10', '100', '0100');
const cycleId = oneOf(cycle.id, '2027-Q1');
const cycleIds = fc.uniqueArray(cycleId, { minLength: 1, maxLength: 2 });
const day = oneOf('2026-09-30', '2026-10-01', '2026-11-22', '2026-12-31', '2027-01-01');
const version = fc.integer({ min: 1, max: 4 });
const instant = fc.integer({ min: 0, max: 3 }).map((offset) => noon + offset);
const few = fc.integer({ min: 1, max: 4 });
/** Numbers of at most 15 digits, as a DOUBLE carries them whole: in the 16th, MariaDB can be off by one. */
const numberBetween = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((number) => Number(number.toPrecision(15)) + 0);
const ratio = fc.option(numberBetween(0, 1));
const value = numberBetween(-1e15, 1e15);
const text = fc.oneof(
  oneOf('', "it's", '100 %', 'a\nb', '🎯', '\\'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => !one.includes('\0')),
);
const accountId = oneOf('anna', 'Anna', 'bob');
const owner = fc.option(accountId);
const accountIds = fc.uniqueArray(accountId, { maxLength: 3 });
const home = fc.oneof(
  fc.constant<Home>({ level: 'company' }),
  oneOf('g', 'G').map((groupId): Home => ({ level: 'group', groupId })),
  oneOf('10000', '10001').map((projectId): Home => ({ level: 'project', projectId })),
);
const rank = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((n) => n * RANK_GAP),
  fc.integer({ min: -3, max: 3 }),
);
const place = fc.record({ rank, number: fc.nat(3) });
const siblings = fc.oneof(
  fc.record({ of: fc.constant('objective' as const), home, cycleId }),
  fc.record({ of: fc.constant('key-result' as const), objectiveId }),
);
const ranked = fc.record({ id: oneOf('o', 'k'), rank, number: fc.nat(3) });
const rule = fc.record({
  weightBy: oneOf('count' as const, 'points' as const, 'estimate' as const),
  unestimated: fc.oneof(fc.constant('leave-out' as const), fc.integer({ min: 0, max: 5 })),
  inProgressCredit: oneOf(0, 0.25, 0.5),
  wanted: oneOf(null, 40),
  shared: oneOf('repeat' as const, 'split' as const),
});
const counts = fc.nat(9).map((n) => ({ inScope: n, counted: n, done: n, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 }));
const some = <T>(of: fc.Arbitrary<T>, maxLength = 4): fc.Arbitrary<readonly T[]> => fc.uniqueArray(of, { maxLength });
const inboxItem = fc
  .record({
    id: oneOf('i', 'I', 'j'),
    accountId,
    about: oneOf(
      { type: 'check-in', subjectType: 'key-result', subjectId: 'k' },
      { type: 'blocker', subjectType: 'key-result', subjectId: 'K' },
      { type: 'contribution', subjectType: 'objective', subjectId: 'o' },
      { type: 'cycle-end', subjectType: 'cycle', subjectId: cycle.id },
      { type: 'week', subjectType: 'person', subjectId: '' },
    ),
    day,
    facts: text,
    createdAt: instant,
    readAt: fc.option(instant),
  })
  .map(({ about, ...item }) => ({ ...item, ...about }) as NewInboxItem);

const demoParts = fc.uniqueArray(
  fc.record({ id: oneOf('o', 'O', 'g', cycle.id), type: oneOf('objective' as const, 'group' as const, 'cycle' as const) }),
  { minLength: 1, maxLength: 3, selector: ({ id }) => id },
);
const commentId = oneOf('m', 'M', 'n', '07');
const talkSubject = fc.oneof(
  fc.record({ type: fc.constant('objective' as const), id: objectiveId }),
  fc.record({ type: fc.constant('key-result' as const), id: keyResultId }),
  fc.record({ type: fc.constant('check-in' as const), id: oneOf('c', 'C', 'd') }),
);

/** The rows, ordered here where the store promises no order. */
const inAnyOrder = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

const operation = <T>(name: string, input: fc.Arbitrary<T>, run: (store: Store, input: T) => Promise<unknown>): fc.Arbitrary<Operation> =>
  input.map((given) => ({ name: `${name} ${JSON.stringify(given)}`, run: (store) => run(store, given) }));

const factArbitrary = fc
  .record({
    issueId,
    parentId: fc.option(issueId),
    projectId: oneOf('10000', '10001'),
    statusCategory: oneOf('todo' as const, 'in-progress' as const, 'done' as const),
    resolution: fc.option(text),
    cancelled: fc.boolean(),
    gone: fc.boolean(),
    points: fc.option(numberBetween(0, 100)),
    checkedAt: instant,
  })
  .map(({ issueId: id, ...given }) => fact(id, given));

const contribution = fc.record({
  state: oneOf('accepted' as const, 'waiting' as const, 'declined' as const),
  byAccountId: accountId,
  at: instant,
  words: fc.option(text),
});
const alignment = fc.record({ parentId: objectiveId, parentKeyResultId: fc.option(keyResultId), contribution });

const writes: readonly fc.Arbitrary<Operation>[] = [
  operation('add cycle', fc.record({ id: cycleId, name: text }), (store, given) => store.cycles.add({ ...cycle, ...given })),
  operation(
    'insert objective',
    fc.record({ id: objectiveId, home, cycleId, title: text, ownerAccountId: owner, audience: fc.option(accountIds), weight: few }),
    (store, given) => store.objectives.insert(objective(given)),
  ),
  operation(
    'insert group',
    fc.record({ id: oneOf('g', 'G'), name: text, projectIds: some(oneOf('10000', '10001')), leadIds: accountIds }),
    (store, given) => store.groups.insert({ ...given, createdAt: noon, createdBy: 'anna' }),
  ),
  operation(
    'edit group',
    fc.tuple(oneOf('g', 'G'), version, fc.record({ name: text, leadIds: accountIds }, { requiredKeys: [] })),
    (store, given) => store.groups.update(...given),
  ),
  operation('archive group', fc.tuple(oneOf('g', 'G'), version, instant), (store, [id, at, when]) =>
    store.groups.archive(id, at, { at: when, changeId: 'change' }),
  ),
  operation('grant', accountId, (store, id) => store.roles.grantOkrAdmin(id, { accountId: 'anna', ...archiving })),
  operation('revoke', accountId, (store, id) => store.roles.revokeOkrAdmin(id, { accountId: 'anna', ...archiving })),
  operation(
    'edit objective',
    fc.tuple(
      objectiveId,
      version,
      fc.record(
        {
          title: text,
          cycleId,
          alignment: fc.option(alignment),
          contribution,
          audience: fc.option(accountIds),
          contributorIds: accountIds,
          rollUp: oneOf('key-results' as const, 'with-children' as const),
        },
        { requiredKeys: [] },
      ),
    ),
    (store, [id, at, edit]) => store.objectives.update(id, at, edit),
  ),
  operation('archive objective', fc.tuple(objectiveId, version, instant), (store, [id, at, when]) =>
    store.objectives.archive(id, at, { at: when, changeId: 'change' }),
  ),
  operation('restore objective', fc.tuple(objectiveId, version), (store, given) => store.objectives.restore(...given, 'change')),
  operation('move objective', fc.tuple(objectiveId, version, fc.record({ home, rank }, { requiredKeys: [] })), (store, given) =>
    store.objectives.update(...given),
  ),
  operation('restore key result', fc.tuple(keyResultId, version), (store, given) => store.keyResults.restore(...given, 'change')),
  operation('move key result', fc.tuple(keyResultId, version, fc.record({ objectiveId, rank })), (store, given) =>
    store.keyResults.update(...given),
  ),
  operation('place objective', fc.tuple(objectiveId, rank, rank), (store, given) => store.ranks.place('objective', ...given)),
  operation('place key result', fc.tuple(keyResultId, rank, rank), (store, given) => store.ranks.place('key-result', ...given)),
  operation('make room', fc.tuple(siblings, ranked, keyResultId), (store, given) => store.ranks.makeRoom(...given)),
  operation(
    'edit objectives',
    fc.tuple(
      fc.uniqueArray(fc.record({ id: objectiveId, version, changeId: oneOf('c', 'C') }), { maxLength: 3, selector: ({ id }) => id }),
      fc.record({ ownerAccountId: owner, cycleId, archivedAt: fc.option(instant) }, { requiredKeys: [] }),
    ),
    async (store, [rows, edit]) => inAnyOrder([...(await store.bulkEdits.run('objective', rows, edit))]),
  ),
  operation(
    'edit key results',
    fc.tuple(
      fc.uniqueArray(fc.record({ id: keyResultId, version, changeId: oneOf('c', 'C') }), { maxLength: 3, selector: ({ id }) => id }),
      fc.record({ ownerAccountId: owner, dueDay: fc.option(day), archivedAt: fc.option(instant) }, { requiredKeys: [] }),
    ),
    async (store, [rows, edit]) => inAnyOrder([...(await store.bulkEdits.run('key-result', rows, edit))]),
  ),
  operation(
    'copy objectives',
    fc.tuple(
      fc.uniqueArray(fc.record({ fromId: objectiveId, id: oneOf('o2', 'o3') }), { maxLength: 2, selector: ({ id }) => id, minLength: 1 }),
      home,
      cycleId,
      fc.option(alignment),
      fc.option(accountIds),
    ),
    (store, [copies, of, to, above, audience]) => {
      const once = [...new Map(copies.map((copy) => [copy.fromId, copy])).values()];
      return store.copies.addObjectives(
        once.map((copy) => ({ ...copy, home: of, alignment: above, audience })),
        to,
        { accountId: 'anna', at: noon },
      );
    },
  ),
  operation(
    'copy key results',
    fc.tuple(keyResultId, oneOf('k2', 'k3'), oneOf('o', 'o2'), fc.boolean()),
    (store, [fromId, id, to, keepsDates]) =>
      store.copies.addKeyResults([{ fromId, id, objectiveId: to, keepsDates, valueSourceId: null, milestones: '[]' }], {
        accountId: 'anna',
        at: noon,
      }),
  ),
  operation('copy sources', fc.tuple(sourceId, oneOf('s2', 's3'), oneOf('k2', 'k3')), (store, [fromId, id, to]) =>
    store.copies.addSources([{ fromId, id, keyResultId: to }], { accountId: 'anna', at: noon + 2 }),
  ),
  operation('remove unfinished', fc.uniqueArray(oneOf('o2', 'o3'), { minLength: 1, maxLength: 2 }), (store, ids) =>
    store.copies.removeUnfinished(ids),
  ),
  operation('remove lost', instant, (store, before) => store.copies.removeLeftovers(before)),
  operation('note scopes', fc.tuple(some(keyResultId), oneOf('m', 'M'), instant), (store, given) =>
    store.pendingIssues.noteScopes(...given),
  ),
  operation('mark for roll-up', some(objectiveId), (store, ids) => store.rollUps.mark(ids)),
  operation('write roll-ups', fc.tuple(some(objectiveId), fc.nat(2)), (store, [ids, rollMark]) =>
    store.rollUps.write(ids.map((id, index) => ({ id, rollMark, progress: index / 8, measured: index, total: index }))),
  ),
  operation('insert work', fc.record({ id: keyResultId, objectiveId, title: text, rule }), (store, { rule: ruled, ...given }) =>
    store.keyResults.insert(workKeyResult({ ...given, rule: ruled })),
  ),
  operation(
    'insert metric',
    fc.record({ id: keyResultId, objectiveId, start: value, target: value }),
    (store, { start, target, ...given }) =>
      store.keyResults.insert(metricKeyResult({ ...given, of: { kind: 'metric', start, target, unit: '%', ...byHand } })),
  ),
  operation(
    'edit key result',
    fc.tuple(keyResultId, version, fc.record({ title: text, ownerAccountId: owner, dueDay: fc.option(day), rule }, { requiredKeys: [] })),
    (store, [id, at, edit]) => store.keyResults.update(id, at, edit),
  ),
  operation('archive key result', fc.tuple(keyResultId, version, instant), (store, [id, at, when]) =>
    store.keyResults.archive(id, at, { at: when, changeId: 'change' }),
  ),
  operation('mark dirty', fc.tuple(some(keyResultId), instant), (store, given) => store.numbers.markDirty(...given)),
  operation('raise marks', some(keyResultId), (store, ids) => store.numbers.raiseMarks(ids)),
  operation(
    'clear marks',
    fc.tuple(some(keyResultId), version, oneOf('own' as const, 'none' as const)),
    (store, [ids, dirtyMark, closes]) =>
      store.numbers.clearMarks(
        ids.map((id) => ({ id, dirtyMark })),
        closes,
      ),
  ),
  operation('close abandoned', fc.tuple(some(keyResultId), instant), (store, given) => store.numbers.closeAbandoned(...given)),
  operation(
    'write measures',
    fc.tuple(some(keyResultId), version, ratio, counts, fc.option(fc.record({ value, day })), instant),
    (store, [ids, dirtyMark, progress, counted, current, at]) =>
      store.numbers.writeMeasures(
        ids.map((id) => ({
          id,
          dirtyMark,
          progress,
          workProgress: progress,
          creditSum: 0.5,
          divisor: 2,
          counts: counted,
          current,
          checkedInAt: null,
          forecast: null,
          chance: null,
        })),
        at,
      ),
  ),
  operation('confirm', instant, (store, at) => store.numbers.confirm(at)),
  operation(
    'add source',
    fc.record({ id: sourceId, keyResultId, type: oneOf('issue' as const, 'children' as const), issueId }),
    (store, source) => store.sources.add([source], { accountId: 'anna', at: noon }),
  ),
  operation('add query', fc.record({ id: sourceId, keyResultId, jql: text }), (store, given) =>
    store.sources.add([{ ...given, type: 'jql' }], { accountId: 'anna', at: noon + 1 }),
  ),
  operation('remove source', sourceId, (store, id) => store.sources.remove(id, { accountId: 'anna', at: noon })),
  operation('add to scope', fc.tuple(sourceId, keyResultId, some(issueId), instant), (store, [id, keyResult, issueIds, at]) =>
    store.scope.add(
      issueIds.map((issue) => ({ sourceId: id, keyResultId: keyResult, issueId: issue })),
      at,
    ),
  ),
  operation('remove from scope', some(fc.record({ sourceId, issueId })), (store, given) => store.scope.remove(given)),
  operation('remove scope', sourceId, (store, id) => store.scope.removeSource(id)),
  operation('remove leftovers', instant, (store, at) => store.scope.removeLeftovers(at)),
  operation('write facts', fc.uniqueArray(factArbitrary, { maxLength: 4, selector: (one) => one.issueId }), (store, facts) =>
    store.issueFacts.replace(facts),
  ),
  operation('remove facts', some(issueId), (store, ids) => store.issueFacts.remove(ids)),
  operation('note', fc.tuple(some(issueId), oneOf('m', 'M'), instant), (store, [ids, mark, at]) =>
    store.pendingIssues.note(
      ids.map((id) => ({ issueId: id, mark })),
      at,
    ),
  ),
  operation(
    'note if followed',
    fc.tuple(fc.uniqueArray(issueId, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean(), instant),
    (store, given) => {
      const [ids, throughChildren, throughJql, at] = given;
      const pending = ids.map((id) => ({ issueId: id, mark: 'm', changedBy: 'anna' }));
      return store.pendingIssues.noteIfFollowed(pending, { throughChildren, throughJql }, at);
    },
  ),
  operation('note project', fc.tuple(oneOf('10000', '10001'), oneOf('m', 'M'), instant), (store, given) =>
    store.pendingIssues.noteProject(...given),
  ),
  operation('note children', fc.tuple(some(issueId), oneOf('m', 'M'), instant), (store, given) =>
    store.pendingIssues.noteChildren(...given),
  ),
  operation('claim run', fc.tuple(oneOf('sync', 'Sync'), instant, instant), (store, given) => store.askedRuns.claim(...given)),
  operation('hold run', fc.tuple(oneOf('sync', 'Sync'), instant), (store, given) => store.askedRuns.hold(...given)),
  operation('release run', oneOf('sync', 'Sync'), (store, queue) => store.askedRuns.release(queue)),
  operation('strike', fc.tuple(some(issueId), oneOf('m', 'M')), (store, [ids, mark]) =>
    store.pendingIssues.strike(ids.map((id) => ({ issueId: id, mark }))),
  ),
  operation('check in', fc.record({ id: oneOf('c', 'C', 'd'), keyResultId, value, day, createdAt: instant }), (store, given) =>
    store.checkIns.add(checkIn(given)),
  ),
  operation('follow scope', fc.tuple(some(keyResultId), instant, fc.option(oneOf('anna'))), (store, given) =>
    store.scopeStays.follow(...given),
  ),
  operation('take snapshot', day, (store, on) => store.snapshots.take(on)),
  operation('write days', fc.tuple(keyResultId, some(day), ratio, counts), (store, [id, days, progress, counted]) =>
    store.snapshots.writeKeyResultDays(
      id,
      days.map((on) => ({ day: on, progress, counts: counted, creditSum: 0.5, divisor: 2, value: progress })),
    ),
  ),
  operation('note history', fc.tuple(some(keyResultId), oneOf('m', 'M'), instant, fc.boolean()), (store, [ids, mark, at, isOpen]) =>
    store.pendingHistory.note(ids, { mark, at, isOpen }),
  ),
  operation('strike history', fc.record({ keyResultId, mark: oneOf('m', 'M') }), (store, note) => store.pendingHistory.strike(note)),
  operation('write untold', fc.tuple(keyResultId, some(text)), (store, given) => store.rebuiltPasts.write(...given)),
  operation('change setting', fc.tuple(oneOf('a', 'A'), text, fc.nat(3)), (store, given) => store.settings.change(...given, 'change')),
  operation(
    'edit cycle',
    fc.tuple(
      cycleId,
      version,
      fc.record({ name: text, state: oneOf('draft' as const, 'running' as const, 'closed' as const) }, { requiredKeys: [] }),
    ),
    (store, given) => store.cycles.update(...given),
  ),
  operation('remove cycle', fc.tuple(cycleId, version), (store, given) => store.cycles.remove(...given)),
  operation('correct check-in', fc.tuple(oneOf('c', 'C', 'd'), version, text), (store, [id, at, words]) =>
    store.checkIns.correct(id, at, { words, changeId: 'change' }),
  ),
  operation(
    'comment',
    fc.record({
      id: commentId,
      subject: talkSubject,
      keyResultId: fc.option(keyResultId),
      threadId: commentId,
      words: text,
      createdAt: instant,
    }),
    (store, given) => store.comments.add(comment(given)),
  ),
  operation('edit comment', fc.tuple(commentId, version, text, instant), (store, given) => store.comments.edit(...given)),
  operation('remove comment', fc.tuple(commentId, version), (store, given) =>
    store.comments.remove(...given, { accountId: 'anna', at: noon }),
  ),
  operation('detach others', fc.tuple(objectiveId, demoParts), (store, given) => store.demoParts.detachOthers(...given)),
  operation('remove part', objectiveId, async (store, id) =>
    store.demoParts.removeObjective(id, await store.demoParts.listKeyResultIds(id)),
  ),
  operation('remove place', fc.record({ id: oneOf('g', 'G', cycle.id), type: oneOf('group' as const, 'cycle' as const) }), (store, part) =>
    store.demoParts.removePlace(part),
  ),
  operation(
    'record a change',
    fc
      .tuple(
        oneOf('change', 'r', 'R'),
        fc.option(oneOf('change', 'r')),
        instant,
        fc.oneof(
          fc.record({ type: fc.constant('objective' as const), id: objectiveId }),
          fc.record({ type: fc.constant('key-result' as const), id: keyResultId }),
          fc.record({ type: fc.constant('setting' as const), id: oneOf('a', 'A') }),
          fc.record({ type: fc.constant('cycle' as const), id: cycleId }),
        ),
        fc.boolean(),
        text,
      )
      .map(([id, beforeId, at, subject, isLast, after]) => ({
        id,
        beforeId,
        at,
        subject,
        isLast,
        byAccountId: 'anna',
        reason: null,
        fields: [{ field: 'name', before: null, after }],
      })),
    (store, change) => store.planChanges.add(change),
  ),
  operation('mark counting', fc.constant(null), (store) => store.rollUps.markCounting()),
  operation(
    'count work',
    fc.record({ projectId: oneOf('10000', '10001'), cycleId, countId: oneOf('n', 'N'), pieces: some(fc.tuple(issueId, some(issueId))) }),
    async (store, { pieces, ...counted }) => {
      const lines = [...new Map(pieces)].map(([id, ancestorIds], index) => ({ issueId: id, ancestorIds, changedAt: noon - index }));
      await store.workCounts.addLines(
        counted.countId,
        lines.map((line) => ({ ...line, state: 'in-progress', assigneeAccountId: null })),
        noon,
      );
      await store.workCounts.commit({ ...counted, countedAt: noon, capped: { 'in-progress': true, finished: false } });
    },
  ),
  operation('remove counts', instant, (store, at) => store.workCounts.removeLeftovers(at)),
  operation('note count', fc.record({ projectId: oneOf('10000', '10001'), cycleId, mark: oneOf('m', 'M') }), (store, note) =>
    store.workCounts.ask(note, noon),
  ),
  operation('strike count', fc.record({ projectId: oneOf('10000', '10001'), cycleId, mark: oneOf('m', 'M') }), (store, note) =>
    store.workCounts.strike(note),
  ),
  operation('write setting', fc.tuple(oneOf('a', 'A'), text), (store, given) => store.settings.write(...given)),
  operation('add inbox items', some(inboxItem, 3), (store, items) => store.inbox.add(items)),
  operation('mark read', fc.tuple(accountId, oneOf(null, ['i'], ['I', 'j']), instant), (store, given) => store.inbox.markRead(...given)),
  operation('remove old items', instant, (store, at) => store.inbox.removeBefore(at)),
  operation(
    'choose personally',
    fc.tuple(accountId, fc.record({ reminders: fc.boolean(), digest: fc.boolean(), version: fc.nat(2) })),
    (store, given) => store.personChoices.change(...given),
  ),
];

const reads: readonly fc.Arbitrary<Operation>[] = [
  operation(
    'page',
    fc.record({ accountId, projectId: oneOf('10000', '10001'), cycleId, after: fc.option(place), limit: few }),
    (store, query) => store.objectives.page(query),
  ),
  operation(
    'list activity',
    fc.tuple(
      accountId,
      fc.oneof(
        fc.record({ type: fc.constant('objective' as const), id: objectiveId }),
        fc.record({ type: fc.constant('key-result' as const), id: keyResultId }),
        fc.record({ type: fc.constant('place' as const), home }),
        fc.record({ type: fc.constant('everything' as const), projectIds: some(oneOf('10000', '10001')) }),
      ),
      fc.option(fc.record({ at: instant, part: fc.nat(12), id: oneOf('o', 'k', 'm', 's') })),
      few,
    ),
    (store, given) => store.activity.list(...given),
  ),
  operation('list set-up', few, (store, limit) => store.activity.listSetUp(null, limit)),
  operation('list projects with activity', accountId, (store, id) => store.activity.listProjectIds(id)),
  operation('list named', fc.tuple(accountId, some(fc.oneof(objectiveId, keyResultId))), async (store, given) =>
    inAnyOrder([...(await store.activity.listNamed(...given))]),
  ),
  operation('find OKR admin', accountId, (store, id) => store.roles.findOkrAdmin(id)),
  operation('list chain', fc.tuple(keyResultId, oneOf('change', 'r', 'R')), (store, [id, last]) =>
    store.planChanges.listChain({ type: 'key-result', id }, last),
  ),
  operation('find comment', commentId, (store, id) => store.comments.find(id)),
  operation('find what is talked about', fc.tuple(accountId, talkSubject), (store, given) => store.comments.findSubject(...given)),
  operation('page of comments', fc.tuple(talkSubject, fc.option(fc.record({ at: instant, id: commentId })), few), (store, given) =>
    store.comments.page(...given),
  ),
  operation('count replies', commentId, (store, id) => store.comments.countReplies(id)),
  operation('count comments', some(keyResultId), async (store, ids) => inAnyOrder([...(await store.comments.count('key-result', ids))])),
  operation('list knowing', fc.tuple(objectiveId, some(accountId)), async (store, given) =>
    inAnyOrder([...(await store.audiences.listKnowing(...given))]),
  ),
  operation('next in order', fc.tuple(siblings, fc.option(ranked), keyResultId), (store, given) => store.ranks.findNext(...given)),
  operation('last in order', siblings, (store, given) => store.ranks.findLast(given)),
  operation('list objectives', some(objectiveId), async (store, ids) => inAnyOrder(await store.objectives.list(ids))),
  operation('list objectives for', fc.tuple(accountId, some(objectiveId)), async (store, given) =>
    inAnyOrder(await store.objectives.listFor(...given)),
  ),
  operation('list key results', some(keyResultId), async (store, ids) => inAnyOrder(await store.keyResults.list(ids))),
  operation('list sources', some(keyResultId), (store, ids) => store.sources.listByKeyResults(ids)),
  operation('list archived', fc.record({ accountId, cycleId, projectId: fc.option(oneOf('10000', '10001')), limit: few }), (store, query) =>
    store.archived.list(query),
  ),
  operation('find for', fc.tuple(accountId, objectiveId), (store, given) => store.objectives.findFor(...given)),
  operation('list parents', objectiveId, async (store, shown) => inAnyOrder([...(await store.objectives.listParents(shown))])),
  operation('list places', fc.tuple(accountId, cycleIds), (store, given) => store.companyPages.listPlaces(...given)),
  operation(
    'company page',
    fc.record({
      accountId,
      cycleIds,
      projectIds: some(oneOf('10000', '10001')),
      after: fc.option(fc.record({ home, rank, number: fc.nat(3) })),
      limit: few,
    }),
    (store, query) => store.companyPages.page(query),
  ),
  operation('list above', some(objectiveId), async (store, ids) => inAnyOrder([...(await store.alignments.listAbove(ids))])),
  operation('find roles', fc.tuple(accountId, fc.option(oneOf('g', 'G'))), (store, given) => store.roles.find(...given)),
  operation('list OKR admins', fc.constant(null), (store) => store.roles.listOkrAdmins()),
  operation('list parts', demoParts, (store, parts) => store.demoParts.list(parts)),
  operation('find setting', oneOf('a', 'A'), (store, name) => store.settings.find(name)),
  operation('list groups', fc.constant(null), (store) => store.groups.list()),
  operation('list by objectives', some(objectiveId), (store, ids) => store.keyResults.listByObjectives(ids)),
  operation('list dirty', fc.tuple(fc.oneof(fc.constant(''), keyResultId), instant, few), (store, given) =>
    store.numbers.listDirtyIds(...given),
  ),
  operation('list for recompute', some(keyResultId), (store, ids) => store.numbers.listForRecompute(ids)),
  operation('list for roll-up', some(objectiveId), (store, ids) => store.rollUps.list(ids)),
  operation('list above', some(objectiveId), (store, ids) => store.rollUps.listAbove(ids)),
  operation('list unrolled', few, (store, limit) => store.rollUps.listUnrolled('', limit)),
  operation('list splitters', some(keyResultId), (store, ids) => store.scope.listSplitters(ids)),
  operation('count sharers', fc.tuple(some(issueId), fc.record({ id: objectiveId, cycleId })), async (store, given) =>
    inAnyOrder([...(await store.scope.countSharers(...given))]),
  ),
  operation('list stays', keyResultId, (store, id) => store.scopeStays.listSince(id, 0)),
  operation(
    'list by issue',
    fc.tuple(fc.option(accountId), issueId),
    async (store, given) => (await store.keyResults.listByIssue(...given, ['a'])).serving,
  ),
  operation('list by key result', keyResultId, (store, id) => store.sources.listByKeyResult(id)),
  operation('list followed', fc.constant(null), (store) => store.sources.listFollowed()),
  operation('list by issues', some(issueId), async (store, ids) => inAnyOrder(await store.scope.listByIssues(ids))),
  operation('list issue ids', some(sourceId), async (store, ids) => [...(await store.scope.listIssueIds(ids))]),
  operation('list memberships', keyResultId, (store, id) => store.scope.listMemberships(id)),
  operation('list facts', some(keyResultId), async (store, ids) => [...(await store.scope.listFacts(ids))]),
  operation('find facts', some(issueId), async (store, ids) => inAnyOrder([...(await store.issueFacts.find(ids))])),
  operation('list unchecked', fc.tuple(instant, few), (store, given) => store.issueFacts.listUnchecked(...given)),
  operation('list known', fc.tuple(issueId, few), (store, given) => store.issueFacts.listKnown(...given)),
  operation('list below', some(issueId), async (store, ids) => inAnyOrder(await store.issueFacts.listKeyResultsBelow(ids))),
  operation('list unused', few, (store, limit) => store.issueFacts.listUnused(limit)),
  operation('list pending', few, (store, limit) => store.pendingIssues.list(limit)),
  operation('next history', instant, (store, openBefore) => store.pendingHistory.findNext(openBefore)),
  operation('list pasts', objectiveId, (store, id) => store.rebuiltPasts.list({ type: 'objective', id })),
  operation('list part days', fc.tuple(objectiveId, day, day), (store, given) => store.snapshots.listPartDays(...given)),
  operation('list project ids', keyResultId, (store, id) => store.scope.listProjectIds(id)),
  operation('list cycles', fc.constant(null), (store) => store.cycles.list()),
  operation('list last check-ins', some(keyResultId), async (store, ids) => inAnyOrder(await store.checkIns.listLast(ids))),
  operation('read the frame', fc.constant(null), async (store) => {
    const { cycles, settings } = await store.siteFrame.read();
    return { cycles, settings: inAnyOrder([...settings]) };
  }),
  operation('read the frame for', accountId, async (store, account) => {
    const { cycles, settings, roles } = await store.siteFrame.readFor(account);
    return { cycles, settings: inAnyOrder([...settings]), roles: { ...roles, ledGroupIds: inAnyOrder(roles.ledGroupIds) } };
  }),
  operation('list contributions', fc.tuple(accountId, oneOf(null, '10000'), fc.integer({ min: 1, max: 3 })), (store, given) =>
    store.contributions.listWaiting(...given),
  ),
  operation('list children', objectiveId, (store, id) => store.objectives.listChildren(id)),
  operation('list counts', fc.tuple(some(oneOf('10000', '10001')), cycleId), async (store, given) => [
    ...(await store.workCounts.list(...given)),
  ]),
  operation('list shares', some(oneOf('n', 'N')), async (store, ids) => [...(await store.coverage.listShares(ids, cycle))]),
  operation('list orphans', oneOf('n', 'N'), (store, id) => store.coverage.listOrphans(id, 'in-progress', cycle)),
  operation('list privately served', fc.tuple(accountId, oneOf('n', 'N'), some(issueId)), async (store, given) => [
    ...(await store.coverage.listPrivatelyServed(...given, cycle)),
  ]),
  operation('list due', fc.tuple(day, instant), (store, given) => store.workCounts.listDue(...given)),
  operation('next count', fc.constant(null), (store) => store.workCounts.findAsked()),
  operation('list told', day, async (store, weekDay) => inAnyOrder(await store.inbox.listTold(weekDay))),
  operation('list inbox', fc.tuple(accountId, fc.option(fc.record({ createdAt: instant, id: oneOf('i', 'I') })), few), (store, given) =>
    store.inbox.list(...given),
  ),
  operation('count unread', accountId, (store, account) => store.inbox.countUnread(account)),
  operation('find choice', accountId, (store, account) => store.personChoices.find(account)),
  operation('list unattended', fc.tuple(day, day), (store, given) => store.reminders.listUnattended(...given)),
  operation('list open blockers', fc.tuple(day, instant), (store, given) => store.reminders.listOpenBlockers(...given)),
  operation('list unanswered', fc.constant(null), (store) => store.reminders.listUnanswered()),
  operation('list open votes', instant, (store, now) => store.reminders.listOpenVotes(now, ['anna'])),
  operation('list people', fc.constant(null), (store) => store.reminders.listPeople()),
  operation('list involved', day, (store, today) => store.reminders.listInvolved(today)),
  operation('list standing blockers', fc.tuple(accountId, home, cycleId), (store, given) => store.weeks.listBlockers(...given)),
  operation('list ends', fc.tuple(some(keyResultId), some(day)), async (store, given) => inAnyOrder(await store.weeks.listEnds(...given))),
  operation('list said', fc.tuple(some(keyResultId), instant, instant), (store, given) => store.weeks.listSaid(...given)),
  operation('list own objectives', fc.tuple(accountId, day), (store, given) => store.weeks.listOwnObjectiveIds(...given)),
  operation('read settings', fc.constant(null), async (store) => inAnyOrder([...(await store.settings.all())])),
];

export const operations: fc.Arbitrary<readonly Operation[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.oneof(...writes) }, { weight: 2, arbitrary: fc.oneof(...reads) }),
  { minLength: 20, maxLength: 80 },
);
