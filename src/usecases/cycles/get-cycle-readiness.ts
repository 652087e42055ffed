/**
 * How ready a cycle is to begin: dates, themes, what was before it, how much is wanted, and whether somebody has looked at what people can do. For
 * everybody; what is private to others counts for nothing. Two SQL requests and one Jira call.
 */
import type { Input } from '../../contract/api';
import type { CycleReadiness, ReadinessEvidence } from '../../contract/readiness';
import { dayOf } from '../../domain/calendar';
import type { Home, Level } from '../../domain/home';
import { overlapsPartly, readinessOf, type ReadinessCheck } from '../../domain/readiness';
import { keyResultsFit, mostObjectives, type SetUpLimits } from '../../domain/set-up';
import type { CycleRecord } from '../../store/cycles';
import type { PlannedObjective } from '../../store/planned-objectives';
import type { Actor, Deps } from '../deps';
import { unknownCycle } from '../okr-error';
import { visibleHomes } from '../permission';
import { objectiveKey } from '../views';
import { settingsOf } from '../settings/settings';
import { cycleView, knownCycles } from './cycles';
import { cycleBefore, placesOf, readinessFacts } from './readiness-facts';

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
  limits: SetUpLimits,
): Readonly<Record<ReadinessCheck, readonly Found[]>> {
  const ofCycle = ({ id, name }: CycleRecord): Found => ({ evidence: { type: 'cycle', id, name }, home: null });
  const own = planned.filter(({ cycleId }) => cycleId === cycle.id);
  const crowded = (level: Level): readonly Found[] =>
    placesOf(own).flatMap(({ home, objectives }) =>
      home.level === level && objectives > mostObjectives(level, limits) ? [ofHome(home, objectives)] : [],
    );
  return {
    dates: cycles.filter((other) => other.id !== cycle.id && other.state !== 'closed' && overlapsPartly(cycle, other)).map(ofCycle),
    themes: [],
    'previous-closed': previous === null ? [] : [ofCycle(previous)],
    'previous-graded': planned.filter(({ cycleId, isGraded }) => cycleId === previous?.id && !isGraded).map(ofObjective),
    'company-objectives': crowded('company'),
    'group-objectives': crowded('group'),
    'project-objectives': crowded('project'),
    'key-results': own.filter(({ keyResults }) => keyResultsFit(keyResults, limits) !== 'fit').map(ofObjective),
    capacity: [],
  };
}

/** Throws `INVALID` for a cycle that nobody knows. */
export async function getCycleReadiness(deps: Deps, actor: Actor, input: Input<'getCycleReadiness'>): Promise<CycleReadiness> {
  const { cycles: written, settings } = await deps.store.siteFrame.read();
  const cycles = knownCycles(written, dayOf(deps.now()));
  const limits = settingsOf(settings).radar.value;
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
  const readiness = readinessOf(facts, limits);
  const previous = facts.setUp.previous === null ? null : before;
  const found = foundFor(cycle, cycles, previous, planned, limits);
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
    limits: {
      companyObjectives: limits.companyObjectives,
      projectObjectives: limits.projectObjectives,
      fewestKeyResults: limits.fewestKeyResults,
      mostKeyResults: limits.mostKeyResults,
    },
  };
}
