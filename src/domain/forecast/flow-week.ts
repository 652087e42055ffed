/**
 * One week of a key result's flow, in the unit of its counting rule: what a forecast draws, as a pair. A pair, because weeks in which much is
 * added are often those in which much, or little, is finished; drawn apart, the two would lose sight of each other.
 */
export type FlowWeek = {
  /** By how much the credit grew; below 0 where more was reopened or cut than finished. */
  readonly finished: number;
  /** By how much the scope grew; below 0 where it shrank. */
  readonly added: number;
};
