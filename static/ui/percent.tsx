/**
 * The one way a ratio is written on a screen: rounded once, by the domain's rule; what is not measured is said in words.
 */
import { percentOf } from '../../src/domain/percent';

/** `0.444` → `44 %` (with a space that does not break), null → `not measured`. */
export const percentText = (ratio: number | null): string => {
  const percent = percentOf(ratio);
  return percent === null ? 'not measured' : `${percent}\u00a0%`;
};

export const Percent = ({ ratio }: { readonly ratio: number | null }) => (
  <span className={ratio === null ? 'subtle' : 'number'}>{percentText(ratio)}</span>
);
