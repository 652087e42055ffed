/**
 * What an objective can be aligned to: objectives and key results of its cycle or one that spans it, where the person may see, not private, not closed
 * and not below it; and which of them are suggested. At most seven SQL requests and two Jira calls.
 */
import type { Input } from '../../contract/api';
import type { ParentOption } from '../../contract/contributions';
import { wouldLoop } from '../../domain/alignment';
import { encloses } from '../../domain/cycle';
import { homeKey, levels, projectIdOf, type Home } from '../../domain/home';
import { suggestParents } from '../../domain/suggest-parents';
import type { GroupRecord } from '../../store/groups';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { loadCycles, loadObjective } from '../load';
import { invalid, unknownCycle } from '../okr-error';
import { homeOf, requireSee, visibleHomes } from '../permission';
import { keyResultKey, objectiveKey } from '../views';

const MOST = 100;
/** Looked through for words; beyond that there is the search. */
const MOST_COMPARED = 300;

/** The objective that is to be aligned, as far as it is known. */
type Below = {
  /** Null while it is being written. */
  readonly objective: ObjectiveRecord | null;
  readonly home: Home;
  readonly cycleId: string;
  readonly title: string;
  readonly description: string;
};

async function belowOf(deps: Deps, actor: Actor, input: Input<'listParents'>): Promise<Below> {
  if (input.objectiveId !== undefined) {
    const objective = await loadObjective(deps, actor, input.objectiveId);
    await requireSee(deps, actor, objective.home, 'objective');
    const { home, title, description } = objective;
    return { objective, home, cycleId: input.cycleId ?? objective.cycleId, title, description };
  }
  if (input.cycleId === undefined) throw invalid('cycleId', 'Say which cycle the objective is to be in.');
  const home = homeOf(actor, input.home);
  await requireSee(deps, actor, home, home.level);
  return { objective: null, home, cycleId: input.cycleId, title: input.title ?? '', description: input.description ?? '' };
}

/** Live, of these cycles, where the person may see; nothing that is private, and nothing that stands below the objective. */
async function candidatesFor(deps: Deps, actor: Actor, below: Below): Promise<readonly ObjectiveRecord[]> {
  const { cycles } = await loadCycles(deps);
  const own = cycles.find(({ id }) => id === below.cycleId);
  if (own === undefined) throw unknownCycle();
  const above = cycles.filter((cycle) => cycle.state !== 'closed' && encloses(cycle, own)).map(({ id }) => id);
  const found = (await deps.store.objectives.listByCycles(actor.accountId, above)).filter(({ audience }) => audience === null);
  const homes = found.map(({ home }) => home);
  const maySee = await visibleHomes(deps, actor, homes);
  const seen = found.filter(({ home }) => maySee(home));
  const { objective } = below;
  if (objective === null) return seen;
  const parents = await deps.store.objectives.listParents();
  return seen.filter(({ id }) => !wouldLoop(parents, objective.id, id));
}

type Suggested = NonNullable<ParentOption['suggested']>;

function suggestionsFor(
  below: Below,
  candidates: readonly ObjectiveRecord[],
  keyResults: readonly KeyResultRecord[],
  groups: readonly GroupRecord[],
): ReadonlyMap<string, Suggested> {
  const ofObjective = (id: string) => keyResults.filter(({ objectiveId }) => objectiveId === id);
  const projectId = projectIdOf(below.home);
  const siblings = candidates.filter(({ id, home }) => id !== below.objective?.id && homeKey(home) === homeKey(below.home));
  const child = {
    title: below.title,
    description: below.description,
    keyResultTitles: below.objective === null ? [] : ofObjective(below.objective.id).map(({ title }) => title),
    home: below.home,
    groupIds: groups.filter(({ projectIds }) => projectId !== null && projectIds.includes(projectId)).map(({ id }) => id),
  };
  const suggestions = suggestParents(
    child,
    candidates.map(({ id, number, title, description, home }) => ({
      id,
      number,
      title,
      description,
      home,
      keyResults: ofObjective(id),
      siblings: siblings.filter(({ parent }) => parent?.parentId === id).length,
    })),
  );
  return new Map(suggestions.map(({ id, ...suggested }, rank) => [id, { ...suggested, rank }]));
}

const inOrder = (a: ObjectiveRecord, b: ObjectiveRecord): number =>
  levels.indexOf(a.home.level) - levels.indexOf(b.home.level) ||
  (homeKey(a.home) < homeKey(b.home) ? -1 : homeKey(a.home) > homeKey(b.home) ? 1 : 0) ||
  a.number - b.number;

/** The first hundred, with the present parent and what is suggested among them. */
function few(options: readonly ParentOption[], presentId: string | undefined): readonly ParentOption[] {
  if (options.length <= MOST) return options;
  const kept = options.filter(({ id, suggested }) => suggested !== null || id === presentId);
  const others = options.filter((option) => !kept.includes(option)).slice(0, MOST - kept.length);
  return options.filter((option) => kept.includes(option) || others.includes(option));
}

export async function listParents(deps: Deps, actor: Actor, input: Input<'listParents'>): Promise<readonly ParentOption[]> {
  const below = await belowOf(deps, actor, input);
  const candidates = [...(await candidatesFor(deps, actor, below))].sort(inOrder);
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const compared = words.length === 0 ? candidates.slice(0, MOST_COMPARED) : candidates;
  const keyResults = await deps.store.keyResults.listByObjectives([
    ...compared.map(({ id }) => id),
    ...(below.objective === null ? [] : [below.objective.id]),
  ]);
  const groups = await deps.store.groups.list();
  const suggestions = words.length === 0 ? suggestionsFor(below, compared, keyResults, groups) : new Map<string, Suggested>();
  const says = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const options = candidates.flatMap((objective): readonly ParentOption[] => {
    const { id, number, title, home } = objective;
    const key = objectiveKey(number);
    const parts = keyResults
      .filter(({ objectiveId }) => objectiveId === id)
      .map((part) => ({ id: part.id, key: keyResultKey(part.number), title: part.title }));
    const whole = says(`${key} ${title}`);
    const named = whole ? parts : parts.filter((part) => says(`${key} ${title} ${part.key} ${part.title}`));
    if (!whole && named.length === 0) return [];
    const homeName = home.level === 'group' ? (groups.find((group) => group.id === home.groupId)?.name ?? null) : null;
    return [{ id, key, title, home, homeName, keyResults: named, suggested: suggestions.get(id) ?? null }];
  });
  return few(options, below.objective?.parent?.parentId);
}
