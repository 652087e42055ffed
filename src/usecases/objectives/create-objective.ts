/**
 * Writes a new objective into a cycle of the company, a group or a project, aligned or not. The commit is the objective's row; a cycle that comes
 * into being first harms nobody.
 */
import type { Input } from '../../contract/api';
import type { ObjectiveView } from '../../contract/okr';
import { homeKey, projectIdsOf } from '../../domain/home';
import type { AlignmentRecord } from '../../store/alignment-columns';
import { alignmentChanges, alignmentTo, contributionChange, wantedParent } from '../alignment/alignment';
import { withSelf } from '../people/audience';
import type { Actor, Deps } from '../deps';
import { loadGroup, loadOpenCycle, viewObjective } from '../load';
import { idTaken } from '../okr-error';
import { homeOf, requireMay } from '../permission';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

/** Writes the record that the new row will name. */
const recordAlignment = (deps: Deps, actor: Actor, id: string, alignment: AlignmentRecord): Promise<string> =>
  recordChange(
    deps,
    actor,
    { type: 'objective', id, changeId: null },
    [...alignmentChanges(null, alignment), ...contributionChange(null, alignment)],
    { reason: alignment.contribution.words },
  );

export async function createObjective(deps: Deps, actor: Actor, input: Input<'createObjective'>): Promise<ObjectiveView> {
  const home = homeOf(actor, input.home);
  if (home.level === 'group') await loadGroup(deps, home.groupId);
  await requireMay(deps, actor, 'add objectives', home.level, { home });
  const { cycle } = await loadOpenCycle(deps, input.cycleId);
  const wanted = wantedParent(input) ?? null;
  const alignment = wanted && (await alignmentTo(deps, actor, { id: null, cycle }, wanted, input.words ?? null));
  await deps.store.cycles.add(cycle);
  const changeId = alignment && (await recordAlignment(deps, actor, input.id, alignment));
  const created = await deps.store.objectives.insert({
    id: input.id,
    home,
    cycleId: cycle.id,
    title: input.title,
    description: input.description ?? '',
    ownerAccountId: input.ownerAccountId,
    audience: input.audience ? withSelf(actor, input.audience, input.ownerAccountId) : null,
    weight: input.weight ?? 1,
    ambition: input.ambition ?? 'committed',
    dismissedRules: input.dismissedRules ?? [],
    alignment,
    changeId,
    createdAt: deps.now(),
    createdBy: actor.accountId,
  });
  if (!created) {
    const existing = await deps.store.objectives.find(input.id);
    if (existing?.createdBy !== actor.accountId || homeKey(existing.home) !== homeKey(home)) throw idTaken('objective');
  }
  const above = alignment === null ? [] : await rollUpObjectives(deps, [input.id]);
  await deps.publish({ projectIds: [...new Set([...projectIdsOf([home]), ...above])], keyResultIds: [], issueIds: [] });
  return viewObjective(deps, actor, input.id);
}
