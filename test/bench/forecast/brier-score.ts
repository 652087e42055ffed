/** How good chances were, once it is known what happened (Brier 1950, "Verification of Forecasts Expressed in Terms of Probability"). */

export type Told = {
  /** 0..1. */
  readonly chance: number;
  readonly isHit: boolean;
};

/** The mean of (chance − outcome)²: 0 is perfect, 1 always surely wrong; NaN of nothing. */
export const brierScore = (told: readonly Told[]): number =>
  told.reduce((sum, { chance, isHit }) => sum + (chance - Number(isHit)) ** 2, 0) / told.length;

/** The share that hit. */
export const hitRate = (told: readonly Pick<Told, 'isHit'>[]): number => told.filter(({ isHit }) => isHit).length / told.length;
