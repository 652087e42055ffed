/**
 * How ready a cycle is to begin: dates, themes, what was before it, how much is wanted, and whether somebody has looked at what people can do. For
 * everybody; what is private to others counts for nothing. Two SQL requests and one Jira call.
 */
import type { Input } from '../../contract/api';
import type { CycleReadiness, ReadinessEvidence } from '../../contract/readiness';
import type { Home } from '../../domain/home';
import { hasFittingKeyResults, overlapsPartly, readinessLimits, readinessOf, type ReadinessCheck } from '../../domain/readiness';
import type { CycleRecord } from '../../store/cycles';
import type { PlannedObjective } from '../../store/planned-objectives';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { unknownCycle } from '../okr-error';
import { visibleHomes } from '../permission';
import { objectiveKey } from '../views';
import { cycleView } from './cycles';
import { cycleBefore, perProject, readinessFacts } from './readiness-facts';

const MOST_EVIDENCE = 20;

/** Null: it lives nowhere in particular, so that everybody may see it. */
type Found = { readonly evidence: ReadinessEvidence; readonly home: Home | null };

const ofObjective = ({ id, number, title, cycleId, keyResults, home }: PlannedObjective): Found => ({
  evidence: { type: 'objective', id, key: objectiveKey(number), title, cycleId, keyResults },
  home,
});

const ofHome = (home: Home, objectives: number): Found => ({ evidence: { type: 'home', home, objectives }, home });

/** What each thing that can be missing is about. */
function foundFor(
  cycle: CycleRecord,
  cycles: readonly CycleRecord[],
  previous: CycleRecord | null,
  planned: readonly PlannedObjective[],
): Readonly<Record<ReadinessCheck, readonly Found[]>> {
  const ofCycle = ({ id, name }: CycleRecord): Found => ({ evidence: { type: 'cycle', id, name }, home: null });
  const own = planned.filter(({ cycleId }) => cycleId === cycle.id);
  const company = own.filter(({ home }) => home.level === 'company').length;
  return {
    dates: cycles.filter((other) => other.id !== cycle.id && other.state !== 'closed' && overlapsPartly(cycle, other)).map(ofCycle),
    themes: [],
    'previous-closed': previous === null ? [] : [ofCycle(previous)],
    'previous-graded': planned.filter(({ cycleId, isGraded }) => cycleId === previous?.id && !isGraded).map(ofObjective),
    'company-objectives': [ofHome({ level: 'company' }, company)],
    'project-objectives': [...perProject(own)]
      .filter(([, objectives]) => objectives > readinessLimits.projectObjectives)
      .map(([projectId, objectives]) => ofHome({ level: 'project', projectId }, objectives)),
    'key-results': own.filter(({ keyResults }) => !hasFittingKeyResults(keyResults)).map(ofObjective),
    capacity: [],
  };
}

/** Throws `INVALID` for a cycle that nobody knows. */
export async function getCycleReadiness(deps: Deps, actor: Actor, input: Input<'getCycleReadiness'>): Promise<CycleReadiness> {
  const { cycles } = await loadCycles(deps);
  const cycle = cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const before = cycleBefore(cycle, cycles);
  const planned = await deps.store.plannedObjectives.list(actor.accountId, before === null ? [cycle.id] : [cycle.id, before.id]);
  const maySee = await visibleHomes(
    deps,
    actor,
    planned.map(({ home }) => home),
  );
  const facts = readinessFacts(cycle, cycles, planned);
  const readiness = readinessOf(facts);
  const previous = facts.previous === null ? null : before;
  const found = foundFor(cycle, cycles, previous, planned);
  return {
    cycle: cycleView(cycle),
    previous: previous && cycleView(previous),
    checks: readiness.checks.map(({ check, state }) => {
      const missing = state === 'missing' ? found[check] : [];
      const evidence = missing.flatMap(({ evidence: one, home }) => (home === null || maySee(home) ? [one] : [])).slice(0, MOST_EVIDENCE);
      return { check, state, evidence, more: missing.length - evidence.length };
    }),
    done: readiness.done,
    asked: readiness.asked,
  };
}
