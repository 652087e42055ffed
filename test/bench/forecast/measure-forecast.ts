/** The forecast's lines and tables of the bench: what its chances were worth, a forecast that was published, and the time it takes. */
import { hasSharedData, sharedText } from '../../local/jira/shared-data';
import { noted, type Measurement } from '../measurement';
import { alignedRows } from '../print-table';
import { replayForecasts, type ForecastReplay, type Scores } from './forecast-replay';
import { publishedForecast, type Percentile } from './published-forecast';
import { timeForecasts } from './time-forecasts';

type ForecastMeasured = { readonly measurements: readonly Measurement[]; readonly tables: readonly string[] };

const three = (number: number): string => number.toFixed(3);

const better = ({ of, told, looks, forecast, baseRate, pace }: Scores): Measurement => ({
  what: `forecast, real histories, ${of}: Brier score`,
  budget: '< base rate, < pace',
  measured: `${three(forecast)} (${three(baseRate)}, ${three(pace)}) in ${told} of ${looks}`,
  ok: forecast < baseRate && forecast < pace,
});

const weeksThatCompare = ({ compared: { looks, all, comparable, added, addedBaseRate } }: ForecastReplay): Measurement => ({
  what: 'forecast, real histories: Brier score of the weeks that compare',
  budget: '≤ of all weeks',
  measured:
    `${three(comparable)} (${three(all)}) in ${looks.both} looks, ${looks.differing} of them with another chance; ` +
    `${looks.comparable - looks.both} more have one: ${three(added)} (base rate ${three(addedBaseRate)}), ${looks.all - looks.both} have none`,
  ok: comparable <= all,
});

const scoresTable = ({ scores }: ForecastReplay): string =>
  alignedRows([
    ['real key results', 'looks', 'forecast', 'hit', 'Brier', 'base rate', 'pace', 'pace at its own rates'],
    ...scores.map((one) => [
      one.of,
      String(one.looks),
      String(one.told),
      ...[one.hitRate, one.forecast, one.baseRate, one.pace, one.paceAtItsRates].map(three),
    ]),
  ]);

const tenthsTable = ({ tenths }: ForecastReplay): string =>
  alignedRows([
    ['chance from', 'forecasts', 'said', 'came'],
    ...tenths.map(({ from, count, said, came }) => [from.toFixed(1), String(count), three(said), three(came)]),
  ]);

const percentilesTable = (percentiles: readonly Percentile[]): string =>
  alignedRows([
    ['likelihood', 'published weeks', 'ours'],
    ...percentiles.map(({ likelihood, published, ours }) => [likelihood.toFixed(2), String(published), String(ours)]),
  ]);

function againstSharedData(): ForecastMeasured {
  const replay = replayForecasts();
  const percentiles = publishedForecast(sharedText('forecast/focusedobjective-throughput.json'));
  const near = percentiles.filter(({ published, ours }) => Math.abs(published - ours) <= 1).length;
  const { forecast, unstable } = replay.kinds;
  return {
    measurements: [
      noted(
        'forecast, real histories',
        `${replay.goals} key results on ${replay.scopes} scopes, looked at ${forecast + unstable + replay.reached} times: ${replay.reached} there already, ${unstable} unstable`,
      ),
      ...replay.scores.slice(0, 4).map(better),
      weeksThatCompare(replay),
      {
        what: 'forecast, published percentiles within a week',
        budget: `${percentiles.length} of ${percentiles.length}`,
        measured: `${near} of ${percentiles.length}`,
        ok: near === percentiles.length,
      },
    ],
    tables: [scoresTable(replay), tenthsTable(replay), percentilesTable(percentiles)],
  };
}

export function measureForecast(): ForecastMeasured {
  const absent = [noted('forecast, real histories and published percentiles', 'skipped: ../shared/data is absent')];
  const { measurements, tables } = hasSharedData() ? againstSharedData() : { measurements: absent, tables: [] };
  const times = [
    { what: 'most get there within the year', ...timeForecasts(5000, 60) },
    { what: 'hardly any ever does', ...timeForecasts(5000, 400) },
  ].map(({ what, keyResults, seconds, processorSeconds }) =>
    noted(`forecast of ${keyResults} key results, ${what}`, `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of a processor)`),
  );
  return { measurements: [...measurements, ...times], tables };
}
