/**
 * A quarter of a site with 200 people, day by day: who checks in when is left to chance (with a fixed seed), and the reminders have to keep their
 * promises whatever people do. Each check-in that is due is followed from its due day to the day it is made.
 */
import { addDays, isWorkingDay, nextWorkingDay, type Calendar } from '../../../src/domain/calendar';
import { checkInDueDay } from '../../../src/domain/check-in-due';
import type { CycleState } from '../../../src/domain/cycle';
import { standardLadder } from '../../../src/domain/reminders/ladder';
import type { Waiting } from '../../../src/domain/reminders/waiting';
import { rememberingInbox, type Sent } from './remembering-inbox';

const PEOPLE = 200;
const KEY_RESULTS = 450;
const PER_WEEK = 10;
const [start, end] = ['2026-10-01', '2026-12-31'];
const calendar: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: new Set(['2026-11-26', '2026-12-24', '2026-12-25']) };

/** Numbers of 0 to below 1 that look like chance and are the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type KeyResult = {
  readonly id: string;
  readonly ownerId: string;
  readonly objectiveOwnerId: string;
  readonly contributorIds: readonly string[];
  readonly cycleState: CycleState;
  /** How likely the owner checks in on a day once it is due. */
  readonly diligence: number;
  lastDay: string | null;
};

const random = chance(20261001);
const person = (): string => `person-${Math.floor(random() * PEOPLE)}`;
/** A handful own far more than others, and never look. */
const busy = ['person-0', 'person-1', 'person-2'];

const keyResults: readonly KeyResult[] = Array.from({ length: KEY_RESULTS }, (_, index) => ({
  id: `key-result-${index}`,
  ownerId: index < 90 ? (busy[index % 3] ?? person()) : person(),
  objectiveOwnerId: person(),
  contributorIds: random() < 0.2 ? [person()] : [],
  cycleState: index % 10 === 9 ? 'draft' : 'running',
  diligence: index < 90 ? 0 : random() < 0.1 ? 0.02 : 0.5,
  lastDay: null,
}));

/** Switched off, or closed. */
const unreachable = new Set(['person-7', 'person-8', 'person-9']);

function waitingOn(today: string): readonly (Waiting & { readonly type: 'check-in' })[] {
  return keyResults.flatMap((keyResult) => {
    const { cycleState, lastDay, id, ownerId, contributorIds, objectiveOwnerId } = keyResult;
    const dueDay = checkInDueDay({ cycleState, startDay: start, endDay: end, createdDay: start, lastDay, isDone: false }, today, 7);
    if (dueDay === null || dueDay > today) return [];
    return [{ type: 'check-in', subjectId: id, dueDay, ownerIds: [ownerId], contributorIds, objectiveOwnerIds: [objectiveOwnerId] }];
  });
}

const inbox = rememberingInbox(calendar, { ladder: standardLadder, perWeek: PER_WEEK }, (accountId) => !unreachable.has(accountId));
/** Owners who were owed word of a due check-in on a working day, had none since it was due, and were not told of the rest either. */
const missed: string[] = [];
/** The same choices made by passes that die after a few items and are run again. */
const again = rememberingInbox(calendar, { ladder: standardLadder, perWeek: PER_WEEK }, (accountId) => !unreachable.has(accountId));

beforeAll(() => {
  for (let today = start; today <= end; today = addDays(today, 1)) {
    const waiting = waitingOn(today);
    const { heldBack } = inbox.pass(today, waiting);
    again.pass(today, waiting, 5);
    again.pass(today, waiting.toReversed());
    if (isWorkingDay(today, calendar))
      for (const { subjectId, dueDay, ownerIds } of waiting)
        for (const ownerId of ownerIds) {
          const isOwed = nextWorkingDay(dueDay, calendar) <= today && !unreachable.has(ownerId);
          if (isOwed && (inbox.lastDay(ownerId, subjectId) ?? '') < dueDay && !heldBack.has(ownerId))
            missed.push(`${today} ${ownerId} ${subjectId}`);
        }
    const dueIds = new Set(waiting.map(({ subjectId }) => subjectId));
    for (const keyResult of keyResults) if (dueIds.has(keyResult.id) && random() < keyResult.diligence) keyResult.lastDay = today;
  }
});

const countBy = (keyOf: (sent: Sent) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const each of inbox.sent) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
};

describe('a quarter of reminders', () => {
  it('is no small matter, and reaches the most of a week', () => {
    expect(inbox.sent.length).toBeGreaterThan(3000);
    const weeks = busy.map(
      (accountId) => inbox.sent.filter((each) => each.accountId === accountId && each.day < addDays(start, 14)).length,
    );
    expect(weeks).toEqual([PER_WEEK, PER_WEEK, PER_WEEK]);
  });

  it('tells nobody of a subject twice on a day', () => {
    expect(Math.max(...countBy(({ accountId, subjectId, day }) => `${accountId} ${subjectId} ${day}`).values())).toBe(1);
  });

  it('sends nobody more than ten within any seven days', () => {
    const perDay = countBy(({ accountId, day }) => `${accountId} ${day}`);
    const days = Array.from({ length: 92 }, (_, index) => addDays(start, index));
    const weeks = Array.from({ length: PEOPLE }, (_, person) => {
      const counts = days.map((day) => perDay.get(`person-${person} ${day}`) ?? 0);
      return counts.map((_count, from) => counts.slice(from, from + 7).reduce((sum, count) => sum + count, 0));
    });
    expect(Math.max(...weeks.flat())).toBe(PER_WEEK);
  });

  it('leaves out no owner of what is due: each has heard of it since it was due, or is told how many more there are', () => {
    expect(missed).toEqual([]);
  });

  it('is silent about drafts, on days off, and to whom it may not reach', () => {
    const drafts = new Set(keyResults.filter(({ cycleState }) => cycleState === 'draft').map(({ id }) => id));
    expect(inbox.sent.filter(({ subjectId }) => drafts.has(subjectId))).toEqual([]);
    expect(inbox.sent.filter(({ day }) => !isWorkingDay(day, calendar))).toEqual([]);
    expect(inbox.sent.filter(({ accountId }) => unreachable.has(accountId))).toEqual([]);
  });

  it('tells of what has been owed longest first, so that what is held back comes', () => {
    const ofBusy = keyResults.filter(({ ownerId, cycleState }) => ownerId === busy[0] && cycleState === 'running').map(({ id }) => id);
    const heardOf = new Set(inbox.sent.filter(({ accountId }) => accountId === busy[0]).map(({ subjectId }) => subjectId));
    expect(ofBusy.filter((id) => !heardOf.has(id))).toEqual([]);
  });

  it('is the same when every pass dies after five items, runs again, and finds what waits in another order', () => {
    const texts = (sent: readonly Sent[]): readonly string[] => sent.map((each) => JSON.stringify(each)).sort();
    expect(texts(again.sent)).toEqual(texts(inbox.sent));
  });
});
