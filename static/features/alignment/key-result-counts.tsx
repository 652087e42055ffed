/** How many key results an objective has in each health: shapes for the eye, words for the ear. */
import type { AlignedKeyResult } from '../../../src/contract/alignment';
import { healthWords } from '../../ui/health-lozenge';
import '../../ui/health.css';
import { counted, healthCounts } from './words';

export const KeyResultCounts = ({ keyResults }: { readonly keyResults: readonly AlignedKeyResult[] }) => {
  const counts = healthCounts(keyResults);
  if (counts.length === 0) return <span className="key-result-counts small">No key results</span>;
  const words = counts.map(({ health, count }) => `${count} ${healthWords[health].word.toLowerCase()}`).join(', ');
  return (
    <span className="key-result-counts small" title={words}>
      <span className="visually-hidden">{`${counted(keyResults.length, 'key result')}: ${words}`}</span>
      {counts.map(({ health, count }) => (
        <span key={health} className={`key-result-counts__one number health-${health}`} aria-hidden="true">
          {healthWords[health].shape}
          {'\u2009'}
          {count}
        </span>
      ))}
    </span>
  );
};
