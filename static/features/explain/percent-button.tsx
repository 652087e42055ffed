/** A percentage that opens its explanation. Looks like the number it is; the underline on hover says that there is more. */
import type { MouseEvent } from 'react';
import { percentText } from '../../ui/percent';
import './percent-button.css';

type Props = {
  readonly ratio: number | null;
  /** What the number belongs to: `KR-31`, `all objectives`. */
  readonly of: string;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  /** The id of the part of a roll-up it stands for, to find it again. */
  readonly part?: string;
  readonly tabIndex?: number;
  /** Set where the explanation opens in the flow of the page instead of a dialog. */
  readonly expanded?: boolean;
};

export const PercentButton = ({ ratio, of, onClick, part, tabIndex = 0, expanded }: Props) => (
  <button
    type="button"
    className={ratio === null ? 'percent-button percent-button--not-measured' : 'percent-button'}
    aria-label={`${percentText(ratio)}, why? ${of}`}
    title="Where this number comes from"
    {...(expanded === undefined ? { 'aria-haspopup': 'dialog' } : { 'aria-expanded': expanded })}
    data-part={part}
    tabIndex={tabIndex}
    onClick={onClick}
  >
    {percentText(ratio)}
  </button>
);
