/**
 * `npm run bench`: measures the budgets of the architecture on the local site, prints them in one table, and exits 1 when one is broken.
 * Counts come from the records of the invocations, sizes from what was really sent or built.
 */
import { measureBundles } from './bundle-sizes';
import { measureDaily } from './daily-snapshot';
import { measureBurst } from './event-burst';
import { measureForecast } from './forecast/measure-forecast';
import { measureHourly } from './hourly-pass';
import { measurePages } from './open-pages';
import { tableOf } from './print-table';
import { measureScale } from './scale';

async function bench(): Promise<void> {
  const measurements = [
    ...(await measurePages()),
    ...(await measureBurst()),
    ...(await measureHourly()),
    ...(await measureDaily()),
    ...measureBundles(),
    ...(await measureScale()),
  ];
  const forecast = measureForecast();
  measurements.push(...forecast.measurements);
  console.log([tableOf(measurements), ...forecast.tables].join('\n\n'));
  const broken = measurements.filter(({ ok }) => ok === false);
  if (broken.length === 0) return;
  console.log(['', 'Broken:', ...broken.map(({ what, budget, measured }) => `${what}: ${measured}, not ${budget}`)].join('\n'));
  process.exitCode = 1;
}

void bench();
