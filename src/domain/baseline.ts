/** Progress and growth against the scope as it was frozen. */

export type FrozenIssue = { readonly issueId: string; readonly weight: number };

/** Σ credit now × weight then ÷ Σ weight then, 0..1; an issue without a credit has 0. Null when the weights sum to 0. */
export function baselineProgress(frozen: readonly FrozenIssue[], creditNow: ReadonlyMap<string, number>): number | null {
  let done = 0;
  let all = 0;
  for (const { issueId, weight } of frozen) {
    all += weight;
    done += weight * (creditNow.get(issueId) ?? 0);
  }
  return all > 0 ? done / all : null;
}

/** Weight now ÷ weight then − 1: 0.3 where the scope grew by 30 %. Null when it weighed nothing then. */
export const growth = (weightNow: number, weightThen: number): number | null => (weightThen > 0 ? weightNow / weightThen - 1 : null);
