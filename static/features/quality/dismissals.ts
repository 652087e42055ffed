/** Dismissed rules as a request takes them. Pure. */
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';

type Dismissals<R extends string> = { readonly dismissedRules?: { readonly rule: R; readonly reason: string }[] };

/** Without rules that this version does not have any more. */
const known = <R extends string>(rules: readonly DismissedRule[], ids: readonly R[]) =>
  rules.flatMap(({ rule, reason }) => ids.filter((id) => id === rule).map((id) => ({ rule: id, reason })));

/** Nothing where none is dismissed. */
export const dismissals = <R extends string>(rules: readonly DismissedRule[], ids: readonly R[]): Dismissals<R> =>
  rules.length === 0 ? {} : { dismissedRules: known(rules, ids) };

/** Nothing where they are as they were. */
export const dismissalChange = <R extends string>(
  before: readonly DismissedRule[],
  after: readonly DismissedRule[],
  ids: readonly R[],
): Dismissals<R> => (JSON.stringify(before) === JSON.stringify(after) ? {} : { dismissedRules: known(after, ids) });
