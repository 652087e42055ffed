/** The counting rule of a key result that exists: its fields, and beside them what a change would do to the number. */
import type { CountingRule } from '../../../src/domain/model';
import { Disclosure } from '../../ui/disclosure';
import { changesRule, checkRule, ruleFieldNames, ruleOf, type RuleDraft, type RuleField } from './rule-draft';
import { RuleFields } from './rule-fields';
import { RulePreview } from './rule-preview';
import { ruleLine } from './rule-words';

type Props = {
  readonly keyResultId: string;
  readonly title: string;
  /** The rule that holds. */
  readonly saved: CountingRule;
  readonly draft: RuleDraft;
  readonly set: (field: RuleField) => (value: string) => void;
  /** Words at a field, null where it is fine. */
  readonly errorOf: (field: RuleField) => string | null;
};

export const RuleSection = ({ keyResultId, title, saved, draft, set, errorOf }: Props) => {
  const complete = Object.keys(checkRule(draft)).length === 0;
  // What is not complete yet differs from what holds: nobody has typed it away.
  const changed = !complete || changesRule(saved, draft);
  return (
    <Disclosure title={title} summary={ruleLine(draft)} startsOpen mustShow={ruleFieldNames.some((field) => errorOf(field) !== null)}>
      <div className="rule-section">
        <div>
          <RuleFields draft={draft} set={set} errorOf={errorOf} />
        </div>
        <RulePreview keyResultId={keyResultId} rule={complete && changed ? ruleOf(draft) : null} changed={changed} />
      </div>
    </Disclosure>
  );
};
