/**
 * Progress as a bar: filled in the colour of the health, a tick where a steady pace would be, and hatched what would be gained.
 * Draws ratios only; words for the same facts go to assistive technology.
 */
import { useId } from 'react';
import type { Health } from '../../src/domain/model';
import './health.css';
import { percentText } from './percent';
import './progress-bar.css';

type Props = {
  /** Ratios; beyond 0..1 the drawing is clamped, the words are not the bar's business. Null draws an empty dashed track. */
  readonly progress: number | null;
  readonly expected: number | null;
  readonly health: Health;
  /** Progress after some change; the part between is hatched. */
  readonly gainTo?: number | null;
  /** What the bar measures, when the text beside it does not say so. */
  readonly label?: string;
};

const clamp = (ratio: number) => Math.min(1, Math.max(0, ratio));

export const ProgressBar = ({ progress, expected, health, gainTo = null, label = 'Progress' }: Props) => {
  const hatch = useId();
  const words = [
    `${label}: ${percentText(progress)}`,
    ...(expected === null ? [] : [`expected ${percentText(expected)}`]),
    ...(gainTo === null ? [] : [`would be ${percentText(gainTo)}`]),
  ].join(', ');
  const from = clamp(progress ?? 0) * 100;
  const to = clamp(gainTo ?? 0) * 100;

  // An SVG instead of styled boxes: the hatching needs no style attribute and no image.
  return (
    <svg className={`progress-bar health-${health}`} role="img" aria-label={words} width="100%" height="14" focusable="false">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="progress-bar__fill" width="3" height="6" />
        </pattern>
      </defs>
      <rect className={progress === null ? 'progress-bar__unmeasured' : 'progress-bar__track'} x="0" y="3" width="100%" height="8" rx="4" />
      {to > from && <rect x="0" y="3" width={`${to}%`} height="8" rx="4" fill={`url(#${hatch})`} />}
      {from > 0 && <rect className="progress-bar__fill" x="0" y="3" width={`${from}%`} height="8" rx="4" />}
      {expected !== null && <rect className="progress-bar__expected" x={`${clamp(expected) * 100}%`} y="0" width="2" height="14" rx="1" />}
    </svg>
  );
};
