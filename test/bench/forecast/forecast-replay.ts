/**
 * What the forecast would have said of real key results, against what became of them: for the bench, as lines and as tables. Needs the real
 * histories that lie beside the repository.
 */
import { readFiledHistories } from '../../oracle/filed/filed-issue';
import { sharedText } from '../../local/jira/shared-data';
import type { Forecast } from '../../../src/domain/forecast/forecast';
import { brierScore, hitRate, type Told } from './brier-score';
import { replayedGoals, type Look } from './replayed-goals';
import { weeklyScopes } from './weekly-scopes';

const FILES = ['issues/duraspace-2015.jsonl', 'issues/bitovi-cloud-2024.json'];

type Judged = Look & { readonly chance: number };

export type Scores = {
  readonly of: string;
  /** Looks with a forecast, and all of them. */
  readonly told: number;
  readonly looks: number;
  readonly hitRate: number;
  readonly forecast: number;
  /** Always saying the hit rate: the best that can be done without looking. */
  readonly baseRate: number;
  /** Saying 1 where progress ÷ expected is on track, and 0 elsewhere. */
  readonly pace: number;
  /** Saying how often those on pace hit, and how often the others: the best that can be made of the pace. */
  readonly paceAtItsRates: number;
};

const withForecast = (looks: readonly Look[]): readonly Judged[] =>
  looks.flatMap((one) => (one.forecast.kind === 'forecast' ? [{ ...one, chance: one.forecast.chance }] : []));

function scoresOf(of: string, looks: readonly Look[]): Scores {
  const judged = withForecast(looks);
  const rate = hitRate(judged);
  const saying = (chance: (look: Look) => number): number =>
    brierScore(judged.map((one): Told => ({ chance: chance(one), isHit: one.isHit })));
  const [onPace, behind] = [judged.filter(({ isOnPace }) => isOnPace), judged.filter(({ isOnPace }) => !isOnPace)];
  return {
    of,
    told: judged.length,
    looks: looks.length,
    hitRate: rate,
    forecast: brierScore(judged),
    baseRate: saying(() => rate),
    pace: saying(({ isOnPace }) => Number(isOnPace)),
    paceAtItsRates: saying(({ isOnPace }) => hitRate(isOnPace ? onPace : behind)),
  };
}

/** What is gained by leaving out weeks that are not like those to come. */
type ComparedWeeks = {
  /** Looks with a chance from all weeks, from those that compare, and from both; and those with both whose weeks differ. */
  readonly looks: { readonly all: number; readonly comparable: number; readonly both: number; readonly differing: number };
  /** Brier scores on the same looks, those with both. */
  readonly all: number;
  readonly comparable: number;
  /** On the looks that have a chance only because weeks are left out, and of always saying how often they hit. */
  readonly added: number;
  readonly addedBaseRate: number;
};

export type ForecastReplay = {
  readonly goals: number;
  readonly scopes: number;
  readonly reached: number;
  readonly kinds: Readonly<Record<Look['forecast']['kind'], number>>;
  readonly scores: readonly Scores[];
  readonly compared: ComparedWeeks;
  /** What was said, in tenths, and how often it came so. */
  readonly tenths: readonly { readonly from: number; readonly count: number; readonly said: number; readonly came: number }[];
};

const chanceIn = (forecast: Forecast): number | null => (forecast.kind === 'forecast' ? forecast.chance : null);

function comparedWeeks(looks: readonly Look[]): ComparedWeeks {
  const told = looks.map(({ forecast, ofAllWeeks, isHit }) => ({ comparable: chanceIn(forecast), all: chanceIn(ofAllWeeks), isHit }));
  const both = told.flatMap(({ comparable, all, isHit }) => (comparable === null || all === null ? [] : [{ comparable, all, isHit }]));
  const added = told.flatMap(({ comparable, all, isHit }) => (comparable === null || all !== null ? [] : [{ chance: comparable, isHit }]));
  return {
    looks: {
      all: told.filter(({ all }) => all !== null).length,
      comparable: both.length + added.length,
      both: both.length,
      differing: both.filter(({ comparable, all }) => comparable !== all).length,
    },
    all: brierScore(both.map(({ all, isHit }) => ({ chance: all, isHit }))),
    comparable: brierScore(both.map(({ comparable, isHit }) => ({ chance: comparable, isHit }))),
    added: brierScore(added),
    addedBaseRate: brierScore(added.map(({ isHit }) => ({ chance: hitRate(added), isHit }))),
  };
}

export function replayForecasts(): ForecastReplay {
  const scopes = FILES.flatMap((file) => weeklyScopes(readFiledHistories(sharedText(file))));
  const { goals, looks, reached } = replayedGoals(scopes);
  const by = (name: string, part: (look: Look) => string | number): readonly Scores[] =>
    [...new Set(looks.map(part))].map((value) =>
      scoresOf(
        `${name}${value}`,
        looks.filter((one) => part(one) === value),
      ),
    );
  const kinds = { forecast: 0, unstable: 0, 'not-enough-data': 0 };
  for (const { forecast } of looks) kinds[forecast.kind] += 1;
  const judged = withForecast(looks);
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const those = judged.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth);
    const said = those.reduce((sum, { chance }) => sum + chance, 0) / those.length;
    return { from: tenth / 10, count: those.length, said, came: hitRate(those) };
  });
  return {
    goals,
    scopes: scopes.length,
    reached,
    kinds,
    scores: [
      scoresOf('all', looks),
      ...by('at ', ({ cut }) => `${cut * 100} %`),
      ...by('', ({ lengthWeeks }) => `${lengthWeeks} weeks`),
      ...by('', ({ plan }) => plan),
      ...by('scope: ', ({ scope }) => scope),
    ],
    compared: comparedWeeks(looks),
    tenths,
  };
}
