/** Dismissed rules by their names. Loaded with all the rules, where there are some to name. */
import { keyResultRules } from '../../../src/domain/quality/key-result-rules';
import { objectiveRules } from '../../../src/domain/quality/objective-rules';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';

const names = new Map<string, string>([...objectiveRules, ...keyResultRules].map(({ id, name }) => [id, name]));

const DismissedNames = ({ rules }: { readonly rules: readonly DismissedRule[] }) => (
  <>{rules.map(({ rule, reason }) => `${names.get(rule) ?? rule} (${reason})`).join('; ')}</>
);

export default DismissedNames;
