/** How long the forecasts of a large site take, each of 10,000 runs over weeks that differ from key result to key result. */
import { addDays } from '../../../src/domain/calendar';
import { forecastOf, type Outlook } from '../../../src/domain/forecast/forecast';
import { pick, randomWord } from '../../../src/domain/forecast/random-word';
import { PAST_WEEKS } from '../../../src/domain/forecast/weekly-flow';

const TODAY = '2026-10-28';

/** Slow ones: two thirds of what is finished is added again. `left`: the most that is left to do. */
function outlooks(count: number, left: number): readonly Outlook[] {
  let place = 0;
  const upTo = (most: number): number => pick(randomWord(7, (place += 1)), most + 1);
  return Array.from({ length: count }, () => ({
    creditSum: upTo(20),
    divisor: 21 + upTo(left),
    target: 1,
    weeks: Array.from({ length: PAST_WEEKS }, () => ({ finished: upTo(6), added: upTo(4) })),
    today: TODAY,
    dueDay: addDays(TODAY, upTo(90)),
  }));
}

export type ForecastTime = { readonly keyResults: number; readonly seconds: number; readonly processorSeconds: number };

export function timeForecasts(keyResults: number, left: number): ForecastTime {
  const given = outlooks(keyResults, left);
  const [began, used] = [performance.now(), process.cpuUsage()];
  for (const one of given) forecastOf(one);
  const { user, system } = process.cpuUsage(used);
  return { keyResults, seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}
