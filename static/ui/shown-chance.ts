/** Whether a chance says anything where health is shown. Pure. */
import type { HealthView } from '../../src/contract/okr';

/** Null without a forecast, and for what is done, not started or not measured. */
export const shownChance = ({ chance, computedHealth }: Pick<HealthView, 'chance' | 'computedHealth'>): number | null =>
  computedHealth === 'on-track' || computedHealth === 'at-risk' || computedHealth === 'off-track' ? chance : null;
