/**
 * Changes an objective's words, people, privacy, ambition, weight, cycle, alignment, roll-up or override: one statement under its version, which also says
 * that its number may follow, and names the record of the change that was written before it.
 */
import type { Input } from '../../contract/api';
import type { ObjectiveView } from '../../contract/okr';
import { wouldLoop } from '../../domain/alignment';
import { projectIdsOf } from '../../domain/home';
import { objectiveRules } from '../../domain/quality/objective-rules';
import type { ObjectiveRecord } from '../../store/objective-row';
import { alignmentChanges, contributionChange, realignment, wantedParent } from '../alignment/alignment';
import { withSelf } from '../people/audience';
import type { Actor, Deps } from '../deps';
import { keyResultsUnder } from './key-results-under';
import { loadObjective, loadOpenCycle, viewObjective } from '../load';
import { conflict, invalid } from '../okr-error';
import { requireMay } from '../permission';
import { dismissedText, fieldChange, listText, privacyText, requireReason } from '../history/plan-change';
import { requireActive } from '../people/require-active';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { announceHistory, requestHistory } from '../history/request-history';
import { rollUpObjectives } from '../progress/roll-up-objectives';
import { objectiveAsksReason } from '../views';

type Edit = Input<'editObjective'>;

/** While it was private nothing was below it, so that what was aligned to it meanwhile may close a loop. */
async function checkOpening(deps: Deps, objective: ObjectiveRecord, parentId: string | null): Promise<void> {
  if (parentId === null || !wouldLoop(await deps.store.objectives.listParents(objective.id), objective.id, parentId)) return;
  throw invalid('audience', 'For everybody this objective would be aligned to itself. Take its own alignment away first.');
}

const plain = (value: number | string | null): string | null => (value === null ? null : String(value));

export async function editObjective(deps: Deps, actor: Actor, input: Edit): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, actor, input.id);
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  const from = await loadOpenCycle(deps, objective.cycleId);
  const { cycle, on } = input.cycleId === undefined ? from : await loadOpenCycle(deps, input.cycleId);
  const moves = cycle.id !== objective.cycleId;
  const wanted = wantedParent(input) ?? (moves || input.parentId === null ? null : undefined);
  const alignment = wanted && (await realignment(deps, actor, objective, cycle, wanted, input.reason ?? null));
  await requireActive(deps, actor, input.ownerAccountId, objective.ownerAccountId);
  const audience = input.audience && withSelf(actor, input.audience, input.ownerAccountId ?? objective.ownerAccountId);
  const opens = audience === null && objective.audience !== null;
  if (opens) await checkOpening(deps, objective, (alignment === undefined ? objective.parent : alignment)?.parentId ?? null);
  const shared = moves || opens || (audience !== undefined && audience !== null && objective.audience === null);
  const { today } = on;
  if (input.override && input.override.untilDay < today)
    throw invalid(
      'override.untilDay',
      `${input.override.untilDay} is over. Give the last day on which the written-in progress is to hold.`,
    );
  const fields = [
    ...fieldChange('weight', objective.weight, input.weight, plain),
    ...fieldChange('ambition', objective.ambition, input.ambition, plain),
    ...alignmentChanges(objective.parent, alignment),
    ...fieldChange('roll-up', objective.rollUp, input.rollUp, plain),
  ];
  if (fields.length > 0 && !moves) requireReason(input.reason, objectiveAsksReason(cycle, today));
  const override = input.override && { ...input.override, byAccountId: actor.accountId };
  const overridden = fieldChange('override', objective.override, override, (value) =>
    value === null ? null : `${value.progress} until ${value.untilDay}: ${value.reason}`,
  );

  const words = [
    ...fieldChange('title', objective.title, input.title, plain),
    ...fieldChange('description', objective.description, input.description, (text) => (text === '' ? null : text)),
    ...fieldChange('dismissed rules', objective.dismissedRules, input.dismissedRules, dismissedText(objectiveRules)),
  ];
  const people = [
    ...fieldChange('owner', objective.ownerAccountId, input.ownerAccountId, plain),
    ...fieldChange('contributors', objective.contributorIds, input.contributorIds, listText),
    ...fieldChange('privacy', objective.audience, audience, privacyText),
  ];

  if (moves) await deps.store.cycles.add(cycle);
  const all = [
    ...fieldChange('cycle', from.cycle.name, cycle.name, plain),
    ...fields,
    ...contributionChange(objective.parent, alignment),
    ...overridden,
    ...words,
    ...people,
  ];
  const reason = input.reason ?? override?.reason;
  const changeId = all.length === 0 ? undefined : await recordChange(deps, actor, { type: 'objective', ...objective }, all, { reason });
  const { own, splitters } = shared ? await keyResultsUnder(deps, [input.id]) : { own: [], splitters: [] };
  await deps.store.numbers.markDirty(splitters, deps.now());
  const former = (alignment === undefined && audience === undefined) || objective.parent === null ? [] : [objective.parent.parentId];
  await deps.store.rollUps.mark(former);
  // Another cycle gives other dates to the key results that have none of their own.
  const retold = moves ? own : [];
  await announceHistory(deps, retold);
  const updated = await deps.store.objectives.update(input.id, input.version, {
    ...input,
    alignment,
    audience,
    override,
    changeId,
  });
  await requestHistory(deps, retold);
  // Also after a conflict: what was marked for this change is not to wait for the recovery pass.
  const moved = await recompute(deps, splitters, 'own');
  if (!updated) throw conflict('objective');
  const above = await rollUpObjectives(deps, [input.id, ...former]);
  await deps.publish({
    projectIds: [...new Set([...projectIdsOf([objective.home]), ...moved, ...above])],
    keyResultIds: [...splitters],
    issueIds: [],
  });
  return viewObjective(deps, actor, input.id);
}
