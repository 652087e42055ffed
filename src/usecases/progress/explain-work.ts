/** The issues behind a number, with what each weighs and gets; those not listed are summed up, so that the parts always add up to it. */
import type { UnlistedIssues, WorkExplanation } from '../../contract/explanation';
import type { IssueMeasure } from '../../domain/work';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Deps } from '../deps';
import { nameField } from '../settings/number-fields';
import { viewScopePage } from '../scope/scope-page';

function sumOf(measures: readonly IssueMeasure[]): UnlistedIssues {
  let [counted, weight, credit] = [0, 0, 0];
  for (const measure of measures) {
    if (measure.weight === null || measure.credit === null) continue;
    counted += 1;
    weight += measure.weight;
    credit += measure.weight * measure.credit;
  }
  return { issues: measures.length, counted, weight, credit };
}

export async function explainWork(
  deps: Deps,
  keyResult: KeyResultRecord,
  objective: ObjectiveRecord,
  offset: number,
): Promise<WorkExplanation> {
  const { rule } = keyResult;
  const { work, issues, hidden, elsewhere, nextOffset } = await viewScopePage(deps, keyResult, objective, offset);
  return {
    rule,
    fieldName: rule.weightBy === 'field' ? await nameField(deps, rule.fieldId) : null,
    creditSum: work.creditSum,
    divisor: work.divisor,
    counts: work.counts,
    issues,
    hidden: sumOf(hidden),
    elsewhere: sumOf(elsewhere),
    nextOffset,
  };
}
