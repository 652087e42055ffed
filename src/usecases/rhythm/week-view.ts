/**
 * A week of objectives and their key results: where each was at the end of the day before it, where it is now (or was at the week's end), and what
 * was said. Both ends are judged by the pace of their day, so that they can be compared. Three SQL requests.
 */
import type { WeekKeyResult, WeekObjective } from '../../contract/rhythm';
import { addDays } from '../../domain/calendar';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { SaidCheckIn } from '../../store/weeks';
import type { Deps } from '../deps';
import type { SiteDay } from '../site-day';
import { keyResultProgressView, keyResultKey, objectiveKey, objectiveView } from '../views';

export type WeekSpan = { readonly fromDay: string; readonly toDay: string };

/** The seven days through `toDay`, at the latest today. */
export const weekThrough = (toDay: string | undefined, today: string): WeekSpan => {
  const last = toDay === undefined || toDay > today ? today : toDay;
  return { fromDay: addDays(last, -6), toDay: last };
};

type Past = (subjectId: string, day: string) => number | null | undefined;

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
  const before = addDays(week.fromDay, -1);
  const from = past(keyResult.id, before) ?? null;
  const to = isNow ? keyResult.progress : (past(keyResult.id, week.toDay) ?? null);
  const at = (progress: number | null, today: string) =>
    keyResultProgressView({ ...keyResult, progress, healthOverride: null }, cycle, { ...on, today });
  const now = keyResultProgressView(keyResult, cycle, on);
  return {
    id: keyResult.id,
    key: keyResultKey(keyResult.number),
    title: keyResult.title,
    objectiveId: keyResult.objectiveId,
    ownerAccountId: keyResult.ownerAccountId ?? ownerAccountId,
    from,
    to,
    healthFrom: at(from, before).computedHealth,
    health: isNow ? now.health : at(to, week.toDay).computedHealth,
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
  const before = addDays(week.fromDay, -1);
  const trends = await deps.store.snapshots.listTrends(
    [...objectives, ...keyResults].map(({ id }) => id),
    [before, week.toDay],
  );
  const past: Past = (subjectId, day) => trends.get(subjectId)?.find((point) => point.day === day)?.progress;
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
        from: past(objective.id, before) ?? null,
        to: week.toDay === on.today ? now.progress : (past(objective.id, week.toDay) ?? null),
        health: now.health,
        keyResults: own.map((keyResult) => weekKeyResult(keyResult, objective.ownerAccountId, cycle, on, week, past, said)),
      },
    ];
  });
}
