/** Rules that were dismissed, as text in the row of what they do not hold for: always read and written whole. No text where there are none. */
import { z } from 'zod';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import { textOrNull } from './row';
import type { Row } from './sql-client';

const schema = z.array(z.object({ rule: z.string(), reason: z.string() }));

/** Throws on a text that `dismissedRulesText` has not made. */
export function parseDismissedRules(row: Row): readonly DismissedRule[] {
  const text = textOrNull(row, 'dismissed_rules');
  return text === null ? [] : schema.parse(JSON.parse(text));
}

/** `undefined` leaves the column alone. */
export function dismissedRulesText(rules: readonly DismissedRule[] | undefined): string | null | undefined {
  if (rules === undefined) return undefined;
  return rules.length === 0 ? null : JSON.stringify(rules.map(({ rule, reason }) => ({ rule, reason })));
}
