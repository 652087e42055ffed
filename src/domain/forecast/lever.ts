/**
 * What could be done for a key result that will hardly get there, or surely: want less of it, give it more time, cut issues. Each makes another
 * outlook, which is forecast from the same draws; so what helps never shows a lower chance.
 */
import type { Outlook } from './forecast';

export type Lever =
  /** The progress that would do, above 0. */
  | { readonly kind: 'target'; readonly target: number }
  | { readonly kind: 'date'; readonly dueDay: string }
  /**
   * Issues that would leave the scope, as sums over them of weight and of credit × weight. Where a number is wanted that stands whatever is in scope,
   * cutting issues is no lever.
   */
  | { readonly kind: 'cut'; readonly weightSum: number; readonly creditSum: number };

export function pulled(outlook: Outlook, lever: Lever): Outlook {
  switch (lever.kind) {
    case 'target':
      return { ...outlook, target: lever.target };
    case 'date':
      return { ...outlook, dueDay: lever.dueDay };
    case 'cut':
      return { ...outlook, divisor: outlook.divisor - lever.weightSum, creditSum: outlook.creditSum - lever.creditSum };
  }
}
