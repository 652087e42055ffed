/** Says a health in place of the computed one until the end of a day, or takes that back: one statement under the subject's version, on record. */
import type { Input } from '../../contract/api';
import { projectIdsOf } from '../../domain/home';
import type { HealthOverrideRecord } from '../../store/health-override';
import type { FieldChangeRecord } from '../../store/plan-changes';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadObjective, loadOpenCycle, type LoadedKeyResult } from '../load';
import { conflict, invalid } from '../okr-error';
import { requireMay } from '../permission';
import { fieldChange } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

type Subject = {
  readonly what: 'objective' | 'key result';
  readonly of: Pick<LoadedKeyResult, 'objective'> & Partial<LoadedKeyResult>;
  readonly before: HealthOverrideRecord | null;
  readonly changeId: string | null;
  readonly write: (override: HealthOverrideRecord | null, changeId: string) => Promise<boolean>;
};

async function subjectOf(deps: Deps, actor: Actor, { subject, version }: Input<'overrideHealth'>): Promise<Subject> {
  if (subject.type === 'objective') {
    const objective = await loadObjective(deps, actor, subject.id);
    const { healthOverride: before, changeId } = objective;
    const write: Subject['write'] = (healthOverride, id) =>
      deps.store.objectives.update(objective.id, version, { healthOverride, changeId: id });
    return { what: 'objective', of: { objective }, before, changeId, write };
  }
  const of = await loadKeyResult(deps, actor, subject.id);
  const { keyResult } = of;
  const write: Subject['write'] = (healthOverride, id) =>
    deps.store.keyResults.update(keyResult.id, version, { healthOverride, changeId: id });
  return { what: 'key result', of, before: keyResult.healthOverride, changeId: keyResult.changeId, write };
}

const text = (override: HealthOverrideRecord | null): string | null =>
  override === null ? null : `${override.health} until ${override.untilDay}: ${override.reason}`;

const fieldsOf = (before: HealthOverrideRecord | null, after: HealthOverrideRecord | null): readonly FieldChangeRecord[] =>
  fieldChange('health', before, after, text);

export async function overrideHealth(deps: Deps, actor: Actor, input: Input<'overrideHealth'>): Promise<{ readonly version: number }> {
  const subject = await subjectOf(deps, actor, input);
  const { what, of } = subject;
  const { home, cycleId } = of.objective;
  await requireMay(deps, actor, `change the ${what}`, what, { home, ...of });
  const { on } = await loadOpenCycle(deps, cycleId);
  const { override } = input;
  if (override !== null && override.untilDay < on.today)
    throw invalid('override.untilDay', `${override.untilDay} is over. Give the last day on which this health is to be shown.`);
  const after = override && { ...override, byAccountId: actor.accountId };
  const fields = fieldsOf(subject.before, after);
  if (fields.length === 0) return { version: input.version };
  const changed = { ...input.subject, changeId: subject.changeId };
  const changeId = await recordChange(deps, actor, changed, fields, { reason: override?.reason });
  if (!(await subject.write(after, changeId))) throw conflict(what);
  // The number has not changed, but every edit of a row says that it may have.
  await (input.subject.type === 'objective' ? rollUpObjectives(deps, [input.subject.id]) : recompute(deps, [input.subject.id], 'none'));
  await deps.publish({ projectIds: projectIdsOf([home]), keyResultIds: [input.subject.id], issueIds: [] });
  return { version: input.version + 1 };
}
