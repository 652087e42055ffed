/**
 * A health in shape and word: the colour is never the only sign.
 * Our own few lines of CSS: Atlaskit's Lozenge costs 26 kB gzip beside its Button and has no place for a shape.
 */
import type { Health } from '../../src/domain/model';
import './health.css';
import './health-lozenge.css';

/** Word and shape of each health, best first, the two without a judgement last. */
export const healthWords: Readonly<Record<Health, { readonly word: string; readonly shape: string }>> = {
  done: { word: 'Done', shape: '✓' },
  'on-track': { word: 'On track', shape: '●' },
  'at-risk': { word: 'At risk', shape: '▲' },
  'off-track': { word: 'Off track', shape: '■' },
  'not-started': { word: 'Not started', shape: '◇' },
  'not-measured': { word: 'Not measured', shape: '○' },
};

const becauseWords = { stale: 'stale', override: 'override' } as const;

type Props = {
  readonly health: Health;
  /** Why it is not what is computed. */
  readonly because?: keyof typeof becauseWords | null;
};

export const HealthLozenge = ({ health, because = null }: Props) => (
  <span className={`health-lozenge health-${health}`}>
    <span aria-hidden="true">{healthWords[health].shape}</span> {healthWords[health].word}
    {because !== null && <span> · {becauseWords[because]}</span>}
  </span>
);
