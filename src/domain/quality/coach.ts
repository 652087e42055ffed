/**
 * The quality coach: how well an objective or a key result is put, rule by rule. It advises and never refuses; what a team has dismissed is not among
 * the checks. Pure, total and linear in the text, so that it can follow every letter.
 */
import { keyResultRules } from './key-result-rules';
import type { KeyResultWording } from './key-result-wording';
import type { Lexicon } from './lexicon';
import { objectiveRules } from './objective-rules';
import { readText } from './reading';
import type { Rule } from './rule';
import type { KeyResultRuleId, ObjectiveRuleId } from './rule-ids';
import { colourOf, strengthOf, type Check, type Coached } from './verdict';

function coached<Id extends string, Subject>(
  rules: readonly Rule<Id, Subject>[],
  subject: Subject,
  dismissed: readonly string[],
): Coached<Id> {
  const checks = rules.flatMap((rule): readonly Check<Id>[] => {
    const finding = dismissed.includes(rule.id) ? null : rule.judge(subject);
    return finding === null ? [] : [{ rule: rule.id, ...finding }];
  });
  const strength = strengthOf(checks.map(({ verdict }) => verdict));
  return { checks, strength, colour: strength === null ? null : colourOf(strength) };
}

/** `dismissed`: ids of rules that do not count for it. */
export const coachObjective = (title: string, lexicon: Lexicon, dismissed: readonly string[] = []): Coached<ObjectiveRuleId> =>
  coached(objectiveRules, readText(title, lexicon), dismissed);

/** `dismissed`: ids of rules that do not count for it. */
export function coachKeyResult(
  { title, measure, plan }: KeyResultWording,
  lexicon: Lexicon,
  dismissed: readonly string[] = [],
): Coached<KeyResultRuleId> {
  const reading = readText(title, lexicon);
  const numbers = reading.amounts.filter(({ type }) => type === 'amount' || type === 'span');
  return coached(keyResultRules, { reading, numbers, measure, plan }, dismissed);
}
