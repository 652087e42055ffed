/** The names by which rules of the coach are kept: what is dismissed names them, so that a rule that stays keeps its name. In the order of the rules. */
export const objectiveRuleIds = [
  'length',
  'words-not-numbers',
  'not-a-task',
  'says-the-change',
  'for-whom',
  'one-thing',
  'clear-words',
] as const;
export const keyResultRuleIds = [
  'target',
  'start',
  'unit',
  'due',
  'owner',
  'outcome',
  'effect',
  'one-measure',
  'clear-words',
  'length',
] as const;

export type ObjectiveRuleId = (typeof objectiveRuleIds)[number];
export type KeyResultRuleId = (typeof keyResultRuleIds)[number];
