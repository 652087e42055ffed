/** The work key results of a project in a cycle that issues can be linked to; none in a closed one. */
import type { Input } from '../../contract/api';
import type { LinkTarget } from '../../contract/okr';
import { currentCycle } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { unknownCycle } from '../okr-error';
import { projectOf, requireSee } from '../permission';
import { keyResultKey, keyResultProgressView, objectiveKey } from '../views';

const MAX_OBJECTIVES = 300;
const MAX_TARGETS = 200;

/** The key results an issue is in scope of; none for an issue the person may not see. The open issue costs no Jira call. */
async function keyResultsOf(deps: Deps, actor: Actor, issueId: string | null): Promise<ReadonlySet<string>> {
  if (issueId === null) return new Set();
  if (issueId !== actor.openIssueId) {
    const grants = await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], issueIds: [issueId] });
    if (!grants.onIssue('BROWSE_PROJECTS', issueId)) return new Set();
  }
  const memberships = await deps.store.scope.listByIssues([issueId]);
  return new Set(memberships.map(({ keyResultId }) => keyResultId));
}

/** By objective, then by key result, both in order of their numbers; at most two hundred. */
export async function listLinkTargets(deps: Deps, actor: Actor, input: Input<'listLinkTargets'>): Promise<readonly LinkTarget[]> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycles, on } = await loadCycles(deps);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  if (cycle.state === 'closed') return [];
  const { objectives } = await deps.store.objectives.page({
    accountId: actor.accountId,
    projectId,
    cycleId: cycle.id,
    after: null,
    limit: MAX_OBJECTIVES,
  });
  const keyResults = await deps.store.keyResults.listByObjectives(objectives.map(({ id }) => id));
  const linked = await keyResultsOf(deps, actor, input.issueId ?? actor.openIssueId);

  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const targets = objectives.flatMap((objective) =>
    keyResults.flatMap((keyResult): readonly LinkTarget[] => {
      if (keyResult.objectiveId !== objective.id || keyResult.kind === 'milestones') return [];
      const key = keyResultKey(keyResult.number);
      const text = `${key} ${keyResult.title} ${objectiveKey(objective.number)} ${objective.title}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) return [];
      const { progress, expected, health } = keyResultProgressView(keyResult, cycle, on);
      return [
        {
          progress,
          expected,
          health,
          id: keyResult.id,
          key,
          title: keyResult.title,
          objective: { id: objective.id, key: objectiveKey(objective.number), title: objective.title },
          alreadyLinked: linked.has(keyResult.id),
          weightBy: keyResult.rule.weightBy,
        },
      ];
    }),
  );
  return targets.slice(0, MAX_TARGETS);
}
