/** How likely something gets there by its due day, in a few letters, for where there is little room. */
import type { HealthView } from '../../src/contract/okr';
import './chance.css';
import { percentText } from './percent';
import { shownChance } from './shown-chance';

export const Chance = ({ of }: { readonly of: Pick<HealthView, 'chance' | 'computedHealth'> }) => {
  const chance = shownChance(of);
  return chance === null ? null : <span className="chance number">{percentText(chance)} chance</span>;
};
