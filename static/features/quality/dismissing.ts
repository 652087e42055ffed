/** Which rules are dismissed where one writes, and how to dismiss or take back others. */
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';

export type Dismissing = {
  readonly dismissed: readonly DismissedRule[];
  readonly onDismissed: (rules: readonly DismissedRule[]) => void;
};
