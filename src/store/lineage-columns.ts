/**
 * Where a copy comes from, as columns of its row: the cycles of the objective that it was copied from, of what that was copied from, and of one
 * further. Whatever is private on the way ends it. Reading only.
 */
import { textOf, textOrNull } from './row';
import type { Row } from './sql-client';

/** A cycle that an earlier form of the objective was in. */
export type LineageStep = { readonly cycleId: string; readonly cycleName: string };

const steps = [1, 2, 3] as const;

const origin = (alias: string, step: number): string => `${alias}_from${step}`;
const cycleOf = (alias: string, step: number): string => `${alias}_cycle${step}`;

/** What `lineageColumns` reads, to be joined to the table `objective` under this alias. */
export const lineageJoins = (alias: string): string =>
  steps
    .map((step) => {
      const [before, here] = [step === 1 ? alias : origin(alias, step - 1), origin(alias, step)];
      return `LEFT JOIN objective ${here} ON ${here}.id = ${before}.copied_from_id AND ${here}.private = 0
        LEFT JOIN cycle ${cycleOf(alias, step)} ON ${cycleOf(alias, step)}.id = ${here}.cycle_id`;
    })
    .join('\n');

export const lineageColumns = (alias: string): readonly string[] =>
  steps.flatMap((step) => [
    `${origin(alias, step)}.cycle_id AS from${step}_cycle_id`,
    `${cycleOf(alias, step)}.name AS from${step}_cycle_name`,
  ]);

/** The latest first, at most three. A copy within one cycle is one more step in the same. */
export const parseLineage = (row: Row): readonly LineageStep[] =>
  steps.flatMap((step) => {
    const cycleId = textOrNull(row, `from${step}_cycle_id`);
    return cycleId === null ? [] : [{ cycleId, cycleName: textOf(row, `from${step}_cycle_name`) }];
  });
