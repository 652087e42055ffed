/**
 * The report of a closed cycle: grades against ambition, causes, what was learned, what goes on where, how scopes grew, which plans changed and why.
 * Nothing of it moves any more: grades are as they were given, and the rows of a closed cycle stand still. Ten SQL requests a page at most, one Jira
 * call.
 */
import type { Input } from '../../contract/api';
import type { CycleReport, ReportedChange, ReportedKeyResult, ReportedObjective, ReportedVotes } from '../../contract/closing';
import { growth } from '../../domain/baseline';
import { dayOfView } from '../../domain/cycle';
import type { CycleRecord } from '../../store/cycles';
import type { ClosedRound, ReasonedChange } from '../../store/cycle-reports';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import { cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { isOfPlan } from '../history/plan-change';
import { parentsNamed, viewChanges, type NamedThings } from '../history/view-activity';
import { loadCycles } from '../load';
import { invalid, unknownCycle } from '../okr-error';
import { fitting } from '../pages/fitting';
import { keyResultKey, objectiveKey } from '../views';
import { closingSubject, closingView } from './closing-view';
import { objectivesOfCycle } from './objectives-of-cycle';

const PAGE = 100;

/** The reason of the change that closed it last. */
async function closedBecause(deps: Deps, { id, changeId }: CycleRecord): Promise<string | null> {
  const changes = await deps.store.planChanges.listChain({ type: 'cycle', id }, changeId);
  return changes.find(({ fields }) => fields.some(({ field, after }) => field === 'state' && after === 'closed'))?.reason ?? null;
}

function votesView(round: ClosedRound | undefined): ReportedVotes | null {
  if (round === undefined) return null;
  const { votes, asked } = round;
  const mean = votes.reduce((sum, vote) => sum + vote, 0) / votes.length;
  return { voted: votes.length, asked, mean, lowest: Math.min(...votes), highest: Math.max(...votes) };
}

/** How much heavier a scope is than when it was frozen; the divisor of a wanted amount is no weight of a scope. */
function growthOf({ baseline, rule, divisor }: KeyResultRecord, frozen: ReadonlyMap<string, number>): number | null {
  const then = baseline === null || rule.wanted !== null ? undefined : frozen.get(baseline.id);
  return then === undefined ? null : growth(divisor, then);
}

const changeView = ({ number }: ObjectiveRecord, change: ReasonedChange, named: NamedThings): ReportedChange => ({
  id: change.id,
  key: change.keyResultNumber === null ? objectiveKey(number) : keyResultKey(change.keyResultNumber),
  at: new Date(change.at).toISOString(),
  byAccountId: change.byAccountId,
  reason: change.reason,
  changes: viewChanges(change.fields.filter(isOfPlan), named),
});

/** Throws `INVALID` for a cycle that is not closed: until then its numbers are on the page. */
export async function getCycleReport(deps: Deps, actor: Actor, input: Input<'getCycleReport'>): Promise<CycleReport> {
  const { cycles, on } = await loadCycles(deps);
  const cycle = cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  if (cycle.state !== 'closed') throw invalid('cycleId', `${cycle.name} is not closed yet. Its report is there once it is.`);
  const all = await objectivesOfCycle(deps, actor, cycle.id, input.home);
  const offset = input.offset ?? 0;
  const page = all.slice(offset, offset + PAGE);
  const ids = page.map(({ id }) => id);
  const keyResults = await deps.store.keyResults.listByObjectives(ids);
  const baselineIds = keyResults.flatMap(({ baseline }) => (baseline === null ? [] : [baseline.id]));
  const frozen = await deps.store.cycleReports.sumBaselines(baselineIds);
  const changes = (await deps.store.cycleReports.listReasonedChanges(ids)).filter(({ fields }) => fields.some(isOfPlan));
  const named = await deps.store.activity.listNamed(actor.accountId, parentsNamed(changes.flatMap(({ fields }) => fields)));
  const rounds = await deps.store.cycleReports.listClosedRounds(ids);
  const copies = await deps.store.closings.listCopies(actor.accountId, cycle.id);

  const reported = (objective: ObjectiveRecord): ReportedObjective => {
    const closing = closingView(objective);
    const own = keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
    return {
      ...closingSubject(objective, copies, dayOfView(cycle, on.today)),
      description: objective.description,
      closing,
      keyResults: own.map((keyResult): ReportedKeyResult => ({
        id: keyResult.id,
        key: keyResultKey(keyResult.number),
        title: keyResult.title,
        progress: keyResult.progress,
        graded: closing?.keyResults.find(({ keyResultId }) => keyResultId === keyResult.id) ?? null,
        scopeGrowth: growthOf(keyResult, frozen),
      })),
      changes: changes.filter(({ objectiveId }) => objectiveId === objective.id).map((change) => changeView(objective, change, named)),
      votes: votesView(rounds.get(objective.id)),
    };
  };
  const objectives = fitting(page.map(reported));
  const next = offset + objectives.length;
  return {
    cycle: cycleView(cycle),
    closedBecause: await closedBecause(deps, cycle),
    objectives,
    totalObjectives: all.length,
    nextOffset: next < all.length ? next : null,
  };
}
