/**
 * The key results that issues of a project can be linked to in a cycle: its own, then those of groups and of the company, which may be of a cycle
 * that spans it. None of closed cycles.
 */
import type { Input } from '../../contract/api';
import type { LinkTarget } from '../../contract/okr';
import { encloses } from '../../domain/cycle';
import { levels } from '../../domain/home';
import { currentCycle } from '../cycles/cycles';
import type { ObjectiveRecord } from '../../store/objective-row';
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

/** From the project up to the company; by objective, then by key result, both in their order; at most two hundred. */
export async function listLinkTargets(deps: Deps, actor: Actor, input: Input<'listLinkTargets'>): Promise<readonly LinkTarget[]> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycles, on } = await loadCycles(deps);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  if (cycle.state === 'closed') return [];
  const open = new Map(cycles.filter((each) => each.state !== 'closed' && encloses(each, cycle)).map((each) => [each.id, each]));
  const page = await deps.store.companyPages.page({
    accountId: actor.accountId,
    cycleIds: [...open.keys()],
    projectIds: [projectId],
    after: null,
    limit: MAX_OBJECTIVES,
  });
  const distance = ({ home }: ObjectiveRecord): number => -levels.indexOf(home.level);
  const objectives = [...page.objectives].sort((a, b) => distance(a) - distance(b));
  const keyResults = await deps.store.keyResults.listByObjectives(objectives.map(({ id }) => id));
  const linked = await keyResultsOf(deps, actor, input.issueId ?? actor.openIssueId);

  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const targets = objectives.flatMap((objective) =>
    keyResults.flatMap((keyResult): readonly LinkTarget[] => {
      if (keyResult.objectiveId !== objective.id || keyResult.kind === 'milestones') return [];
      const key = keyResultKey(keyResult.number);
      const text = `${key} ${keyResult.title} ${objectiveKey(objective.number)} ${objective.title}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) return [];
      const { progress, expected, health } = keyResultProgressView(keyResult, open.get(objective.cycleId) ?? cycle, on);
      return [
        {
          progress,
          expected,
          health,
          id: keyResult.id,
          key,
          title: keyResult.title,
          objective: { id: objective.id, key: objectiveKey(objective.number), title: objective.title, level: objective.home.level },
          alreadyLinked: linked.has(keyResult.id),
          weightBy: keyResult.rule.weightBy,
        },
      ];
    }),
  );
  return targets.slice(0, MAX_TARGETS);
}
