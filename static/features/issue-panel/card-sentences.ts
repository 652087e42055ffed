/**
 * The plain sentences of a card: what this issue does for the number.
 * Words only; no components, no requests. Ratios come in unrounded and are rounded here, once, for display.
 */
import type { IssueKeyResultCard } from '../../../src/contract/okr';
import { shownChance } from '../../ui/shown-chance';
import { percentOf } from '../../../src/domain/percent';

/** `from` and `to` are whole percents and differ; what would round to the same figure is said in words. */
type Effect = { readonly type: 'moves'; readonly from: number; readonly to: number } | { readonly type: 'said'; readonly text: string };

/** In whole percents; null where there is no forecast. `to` is as `from` where closing moves the chance by less than shows. */
export function chanceEffectOf({
  keyResult,
  chanceIfClosed,
}: Pick<IssueKeyResultCard, 'keyResult' | 'chanceIfClosed'>): { readonly from: number; readonly to: number } | null {
  const from = percentOf(chanceIfClosed?.from ?? keyResult.chance);
  const to = percentOf(chanceIfClosed?.to ?? keyResult.chance);
  return from === null || to === null || shownChance(keyResult) === null ? null : { from, to };
}

/** What closing this issue would do, or why it does nothing. */
export function effectOf({ keyResult, standing, ifClosed }: Pick<IssueKeyResultCard, 'keyResult' | 'standing' | 'ifClosed'>): Effect {
  const said = (text: string): Effect => ({ type: 'said', text });
  if (keyResult.kind !== 'work') return said('Measured by a value: closing this issue does not move it by itself.');
  switch (standing) {
    case 'through-children':
      return said('Counted through its children: closing them moves the number.');
    case 'cancelled':
      return said('Cancelled: out of scope.');
    case 'unestimated':
      return said('No estimate: left out until it has story points.');
    case 'gone':
      return said('No longer in Jira: out of scope.');
    case 'counted':
      break;
  }
  if (ifClosed === null) {
    // Under points, an issue of weight 0 has nothing to gain either, and the answer does not say which of the two it is.
    return said(
      keyResult.rule.weightBy === 'count'
        ? 'This issue is done and counts.'
        : 'Nothing left to gain: this issue is done, or weighs 0 points.',
    );
  }
  const from = percentOf(ifClosed.from);
  const to = percentOf(ifClosed.to);
  return from === null || to === null || from === to
    ? said('Closing this issue moves it by less than one percentage point.')
    : { type: 'moves', from, to };
}
