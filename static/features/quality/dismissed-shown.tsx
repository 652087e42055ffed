/** Dismissed rules as a person reads them, for the question which of two lists to keep. */
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';

export const DismissedShown = ({ rules }: { readonly rules: readonly DismissedRule[] }) => (
  <>{rules.length === 0 ? 'none' : rules.map(({ rule, reason }) => `${rule} (${reason})`).join('; ')}</>
);
