/** What another counting rule would make of a key result's issues, by the very rules that will count them. */
import type { Input } from '../../contract/api';
import type { RulePreview } from '../../contract/okr';
import type { CountingRule } from '../../domain/model';
import { measureWork } from '../../domain/work';
import type { Actor, Deps } from '../deps';
import { loadCycle, loadKeyResult } from '../load';
import { requireNumberField } from '../settings/number-fields';
import { requireSee } from '../permission';
import { progressView, spanOf } from '../views';

export async function previewRule(deps: Deps, actor: Actor, input: Input<'previewRule'>): Promise<RulePreview> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, input.keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  if (input.rule.weightBy === 'field') await requireNumberField(deps, input.rule.fieldId, 'rule.fieldId');
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  const span = spanOf(keyResult, cycle);
  const facts = (await deps.store.scope.listFacts([keyResult.id], 'all')).get(keyResult.id) ?? [];
  const show = (rule: CountingRule) => {
    const { progress, counts } = measureWork(facts, rule);
    return { ...progressView(progress, span, on), work: counts };
  };
  return {
    before: show(keyResult.rule),
    after: show(input.rule),
    sharedIssues: facts.filter(({ gone, sharedBy }) => !gone && sharedBy > 1).length,
  };
}
