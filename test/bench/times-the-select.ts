/** How long a function of the app takes against nothing but the SELECTs of its rows, through the service and the JSON that the app's requests go through too. */
import { createSqlService } from '../../local/forge/sql/sql-service';
import type { TestSite } from '../support/test-site';

/** Answers how many rows there are; a refusal is no measurement and throws. */
export function bareSelect(site: TestSite): (query: string, params: readonly unknown[]) => Promise<number> {
  const service = createSqlService(site.engine, { ddlPerMinute: null, dataPerSecond: null });
  return async (query, params) => {
    const { status, json, rows } = await service.execute('execute', JSON.stringify({ query, params, method: 'all' }));
    if (status !== 200) throw new Error(`A bare SELECT was refused: ${json}`);
    JSON.parse(json);
    return rows;
  };
}

export const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await run();
  return performance.now() - began;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The median of the ratios of runs that take turns, so that a slow moment of the machine meets both. */
export async function medianRatio(runs: number, whole: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<number> {
  await whole();
  await bare();
  const ratios: number[] = [];
  for (let run = 0; run < runs; run += 1) ratios.push((await timed(whole)) / (await timed(bare)));
  return median(ratios);
}
