/**
 * Tells the past of one key result anew: its work, value and progress at the end of every day from its start through yesterday, by the same
 * rules as today's, then the days of the objectives above it. Everything it writes can be written again; what says that it is done is the
 * caller's business.
 */
import type { ChangeMessage } from '../../contract/realtime';
import { addDays, dayOf } from '../../domain/calendar';
import { PAST_WEEKS } from '../../domain/forecast/weekly-flow';
import type { WorkMeasure } from '../../domain/work';
import { dailyWork } from '../../domain/past/daily-work';
import type { PastSpan } from '../../domain/past/days';
import { createDirectory } from '../../domain/past/directory';
import type { IssuePast } from '../../domain/past/issue-state';
import { wasEverBrought } from '../../domain/past/past-source';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { RebuiltDay } from '../../store/snapshots';
import { knownCycles } from '../cycles/cycles';
import type { AppDeps } from '../deps';
import { findCandidates, updatedFinder, type Candidates, type FindUpdated } from './past-candidates';
import { pastValues, type PastValues } from './past-values';
import { progressOf } from '../progress/progress-of';
import { readPasts, type PastSite } from './read-pasts';
import { rollUpPast } from './roll-up-past';
import { spanOf } from '../views';

/** Levels of Jira's hierarchy that leaf-only counting looks up. */
const LEVELS = 6;
/** Nobody looks at a chart that begins earlier; what is before has no days. */
const MOST_DAYS = 400;

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** What a forecast looks back: a quarter of weeks, and the day they are held against. */
const FORECAST_DAYS = 7 * PAST_WEEKS + 1;

/**
 * From the start, or from a quarter ago where that is earlier, at most 400 days ago, through yesterday, or the end where that is over; `toDay` may be the
 * earlier one. Nobody is shown the days before the start: they are there for the forecast, which would else have nothing to say in the first weeks.
 */
function pastSpan(keyResult: KeyResultRecord, cycle: CycleRecord, today: string): PastSpan {
  const { startDay, dueDay } = spanOf(keyResult, cycle);
  return {
    fromDay: later(earlier(startDay, addDays(today, -FORECAST_DAYS)), addDays(today, -MOST_DAYS)),
    toDay: earlier(addDays(today, -1), later(cycle.endDay, dueDay)),
  };
}

/** The ledger knows what has left since, also for where no search would look: another project. */
async function candidatesOf(deps: AppDeps, keyResultId: string, fromDay: string, find: FindUpdated): Promise<Candidates> {
  const sources = (await deps.store.sources.listByKeyResult(keyResultId)).map(({ source }) => source);
  const members = new Map<string, string[]>();
  const memberships = sources.length === 0 ? [] : await deps.store.scope.listMemberships(keyResultId);
  for (const { sourceId, issueId } of memberships) {
    const known = members.get(sourceId) ?? [];
    members.set(sourceId, known);
    known.push(issueId);
  }
  const candidates = await findCandidates(deps, keyResultId, sources, members, find);
  const stays = await deps.store.scopeStays.listSince(keyResultId, Date.parse(fromDay));
  return { ...candidates, issueIds: new Set([...candidates.issueIds, ...stays.map(({ issueId }) => issueId)]) };
}

/** The parents these have had and have, as far as they can be told and are not known yet. */
function parentsOf(pasts: readonly IssuePast[], known: ReadonlySet<string>, site: PastSite): readonly string[] {
  const directory = createDirectory(pasts, site.statuses);
  const parents = pasts.flatMap(({ first, changes }) => [first.parent, ...changes.map(({ to }) => to.parent ?? null)]);
  const ids = parents.flatMap((parent) => (parent === null ? [] : [directory.issueIdOf(parent)]));
  return [...new Set(ids)].filter((id) => id !== null).filter((id) => !known.has(id));
}

/** The pasts of the issues that were in scope at some moment and of those above them; null when time ran out. */
async function scopePasts(
  deps: AppDeps,
  { issueIds, sources }: Candidates,
  site: PastSite,
  fromDay: string,
  until: number,
): Promise<readonly IssuePast[] | null> {
  const read = await readPasts(deps, [...issueIds], site, fromDay, until);
  if (read === null) return null;
  const directory = createDirectory(read, site.statuses);
  const inScope = read.filter((past) => wasEverBrought(sources, past, directory));
  const byId = new Map(read.map((past) => [past.issueId, past]));
  const pasts = [...inScope];
  const known = new Set(inScope.map(({ issueId }) => issueId));
  let level: readonly IssuePast[] = inScope;
  for (let depth = 0; depth < LEVELS && level.length > 0; depth += 1) {
    const wanted = parentsOf(level, known, site);
    const above = await readPasts(
      deps,
      wanted.filter((id) => !byId.has(id)),
      site,
      fromDay,
      until,
    );
    if (above === null) return null;
    level = [...above, ...wanted.flatMap((id) => byId.get(id) ?? [])];
    for (const id of wanted) known.add(id);
    pasts.push(...level);
  }
  return pasts;
}

/** The key result with the milestones that were reached by a day. */
const asOn = (keyResult: KeyResultRecord, day: string): KeyResultRecord =>
  keyResult.kind !== 'milestones'
    ? keyResult
    : {
        ...keyResult,
        milestones: keyResult.milestones.map((milestone) =>
          milestone.reachedDay !== null && milestone.reachedDay > day ? { ...milestone, reachedDay: null } : milestone,
        ),
      };

function rebuiltDay(keyResult: KeyResultRecord, day: string, work: WorkMeasure, { valueOn }: PastValues): RebuiltDay {
  const value = valueOn(day);
  const { counts, creditSum, divisor } = work;
  return { day, progress: progressOf(asOn(keyResult, day), value, work), counts, creditSum, divisor, value };
}

/**
 * Null when `until` (epoch ms) came first: what was read of Jira by then is kept. Else what open pages are told; a key result that is archived,
 * in a closed cycle, or without a past, changes nothing. Throws JiraUnavailable.
 */
export async function rebuildPast(deps: AppDeps, keyResultId: string, site: PastSite, until: number): Promise<ChangeMessage | null> {
  const nothing: ChangeMessage = { projectIds: [], keyResultIds: [], issueIds: [] };
  const keyResult = await deps.store.keyResults.find(keyResultId);
  const objective = keyResult && (await deps.store.objectives.find(keyResult.objectiveId));
  if (keyResult?.archivedAt !== null || objective?.archivedAt !== null) return nothing;
  const today = dayOf(deps.now());
  const cycle = knownCycles(await deps.store.cycles.list(), today).find(({ id }) => id === objective.cycleId);
  if (cycle === undefined || cycle.state === 'closed') return nothing;
  const span = pastSpan(keyResult, cycle, today);
  if (span.toDay < span.fromDay) return nothing;

  const find = updatedFinder(deps, span.fromDay);
  const candidates = await candidatesOf(deps, keyResultId, span.fromDay, find);
  const pasts = await scopePasts(deps, candidates, site, span.fromDay, until);
  if (pasts === null) return null;
  const values = await pastValues(deps, keyResult, site, span, find, until);
  if (values === null) return null;
  const { pointsFieldIds, excludedResolutions } = site.settings;
  const days = dailyWork({
    pasts,
    sources: candidates.sources,
    rule: keyResult.rule,
    span,
    directory: createDirectory(pasts, site.statuses),
    pointsFieldIds,
    excludedResolutions,
    sharedBy:
      keyResult.rule.shared === 'split'
        ? await deps.store.scope.countSharers(
            pasts.map(({ issueId }) => issueId),
            objective,
          )
        : new Map(),
  });
  await deps.store.snapshots.writeKeyResultDays(
    keyResultId,
    days.map(({ day, work }) => rebuiltDay(keyResult, day, work, values)),
  );
  await deps.store.rebuiltPasts.write(keyResultId, [...candidates.untold, ...values.untold]);
  const above = await rollUpPast(deps, objective.id);
  return { projectIds: await deps.store.rollUps.listProjectIds(above), keyResultIds: [keyResultId], issueIds: [] };
}
