/**
 * A week of objectives and their key results: where each was at the end of the day before it, where it is now (or was at the week's end), and what
 * was said. Both ends are judged as their own days judged them, whatever anybody said in their place. Three SQL requests.
 */
import type { WeekKeyResult, WeekObjective } from '../../contract/rhythm';
import { addDays } from '../../domain/calendar';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Health } from '../../domain/model';
import type { DayEnd, SaidCheckIn } from '../../store/weeks';
import type { Deps } from '../deps';
import type { SiteDay } from '../site-day';
import { keyResultProgressView, keyResultKey, objectiveKey, objectiveView } from '../views';

export type WeekSpan = { readonly fromDay: string; readonly toDay: string };

/** The seven days through `toDay`, at the latest today. */
export const weekThrough = (toDay: string | undefined, today: string): WeekSpan => {
  const last = toDay === undefined || toDay > today ? today : toDay;
  return { fromDay: addDays(last, -6), toDay: last };
};

/** How something was at the end of a day. */
type Past = (subjectId: string, day: string) => Pick<DayEnd, 'progress' | 'chance'>;

const unknown = { progress: null, chance: null } as const;

function weekKeyResult(
  keyResult: KeyResultRecord,
  ownerAccountId: string | null,
  cycle: CycleRecord,
  on: SiteDay,
  week: WeekSpan,
  past: Past,
  said: readonly SaidCheckIn[],
): WeekKeyResult {
  const isNow = week.toDay === on.today;
  const dayBefore = addDays(week.fromDay, -1);
  const [before, after] = [past(keyResult.id, dayBefore), isNow ? keyResult : past(keyResult.id, week.toDay)];
  const healthOn = ({ progress, chance }: Pick<DayEnd, 'progress' | 'chance'>, today: string): Health =>
    keyResultProgressView({ ...keyResult, progress, chance, healthOverride: null }, cycle, { ...on, today }).computedHealth;
  const now = keyResultProgressView(keyResult, cycle, on);
  return {
    id: keyResult.id,
    key: keyResultKey(keyResult.number),
    title: keyResult.title,
    objectiveId: keyResult.objectiveId,
    ownerAccountId: keyResult.ownerAccountId ?? ownerAccountId,
    from: before.progress,
    to: after.progress,
    healthFrom: healthOn(before, dayBefore),
    health: isNow ? now.health : healthOn(after, week.toDay),
    dueDay: now.attention.dueDay,
    isStale: now.attention.isStale,
    said: said
      .filter(({ keyResultId }) => keyResultId === keyResult.id)
      .map(({ day, createdBy, words, blockers }) => ({ day, byAccountId: createdBy, words, blockers })),
  };
}

/** In the order given; `cycles` holds the cycle of every one of them. */
export async function viewWeek(
  deps: Deps,
  objectives: readonly ObjectiveRecord[],
  cycles: readonly CycleRecord[],
  on: SiteDay,
  week: WeekSpan,
): Promise<readonly WeekObjective[]> {
  const keyResults = await deps.store.keyResults.listByObjectives(objectives.map(({ id }) => id));
  const dayBefore = addDays(week.fromDay, -1);
  const subjectIds = [...objectives, ...keyResults].map(({ id }) => id);
  const ends = await deps.store.weeks.listEnds(subjectIds, [dayBefore, week.toDay]);
  const byPlace = new Map(ends.map((end) => [`${end.day} ${end.subjectId}`, end]));
  const past: Past = (subjectId, day) => byPlace.get(`${day} ${subjectId}`) ?? unknown;
  const said = await deps.store.weeks.listSaid(
    keyResults.map(({ id }) => id),
    Date.parse(week.fromDay),
    Date.parse(addDays(week.toDay, 1)),
  );
  return objectives.flatMap((objective) => {
    const cycle = cycles.find(({ id }) => id === objective.cycleId);
    if (cycle === undefined) return [];
    const own = keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
    const now = objectiveView(objective, own, cycle, on, () => false);
    return [
      {
        id: objective.id,
        key: objectiveKey(objective.number),
        title: objective.title,
        ownerAccountId: objective.ownerAccountId,
        from: past(objective.id, dayBefore).progress,
        to: week.toDay === on.today ? now.progress : past(objective.id, week.toDay).progress,
        health: now.health,
        keyResults: own.map((keyResult) => weekKeyResult(keyResult, objective.ownerAccountId, cycle, on, week, past, said)),
      },
    ];
  });
}
