/** Says that a milestone was reached on a day, or takes that back: one statement under the key result's version. */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { projectIdsOf } from '../../domain/home';
import type { Milestone } from '../../domain/model';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadOpenCycle, viewKeyResult } from '../load';
import { conflict, invalid, notFound } from '../okr-error';
import { requireMay } from '../permission';
import { fieldChange } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { announceHistory, requestHistory } from '../history/request-history';

const reachedText = ({ title, reachedDay }: Milestone): string | null => (reachedDay === null ? null : `${title}, on ${reachedDay}`);

export async function reachMilestone(deps: Deps, actor: Actor, input: Input<'reachMilestone'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireMay(deps, actor, 'record progress', 'key result', { home: objective.home, ...loaded });
  const reached = keyResult.kind === 'milestones' ? keyResult.milestones.find(({ id }) => id === input.milestoneId) : undefined;
  if (keyResult.kind !== 'milestones' || reached === undefined) throw notFound('milestone');
  const { today } = (await loadOpenCycle(deps, objective.cycleId)).on;
  if (input.reachedDay !== null && input.reachedDay > today)
    throw invalid('reachedDay', `${input.reachedDay} has not come yet. Give the day the milestone was reached, at the latest today.`);
  const milestones = keyResult.milestones.map((milestone) =>
    milestone.id === input.milestoneId ? { ...milestone, reachedDay: input.reachedDay } : milestone,
  );
  const fields = fieldChange('milestone reached', reached, { ...reached, reachedDay: input.reachedDay }, reachedText);
  const changeId = fields.length === 0 ? undefined : await recordChange(deps, actor, { type: 'key-result', ...keyResult }, fields);
  await announceHistory(deps, [keyResult.id]);
  const updated = await deps.store.keyResults.update(keyResult.id, input.version, { milestones, changeId });
  await requestHistory(deps, [keyResult.id]);
  if (!updated) throw conflict('key result');
  await recompute(deps, [keyResult.id], 'none');
  await deps.publish({ projectIds: projectIdsOf([objective.home]), keyResultIds: [keyResult.id], issueIds: [] });
  return viewKeyResult(deps, keyResult.id);
}
