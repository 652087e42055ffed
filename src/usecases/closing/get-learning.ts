/**
 * What the closed cycles of the site teach: chances as they were forecast against what was reached, and votes, confidence and wording against grades.
 * The same for everybody: what is private is left out, and nothing is told of single objectives or people. Five SQL requests.
 */
import type { Learning, LearningSign } from '../../contract/learning';
import { brierScore, reliability, type Forecasted } from '../../domain/learning/calibration';
import { forecastMoments, momentDay, type ForecastMoment } from '../../domain/learning/moment';
import { rankCorrelation } from '../../domain/learning/rank-correlation';
import { coachKeyResult, coachObjective } from '../../domain/quality/coach';
import { lexiconOf } from '../../domain/quality/lexicon';
import { wordListsOf } from '../../domain/quality/site-words';
import type { ClosedRound } from '../../store/cycle-reports';
import type { ClosedKeyResult, ClosedObjective, PastChance } from '../../store/learning';
import type { Deps } from '../deps';
import { settingsOf } from '../settings/settings';

/** What is not measured was not reached; a key result without a chance on the day says nothing. */
function forecastsAt(
  moment: ForecastMoment,
  keyResults: readonly ClosedKeyResult[],
  chances: readonly PastChance[],
): readonly Forecasted[] {
  const chanceOn = new Map(chances.map(({ keyResultId, day, chance }) => [`${keyResultId} ${day}`, chance]));
  return keyResults.flatMap((keyResult) => {
    const chance = chanceOn.get(`${keyResult.id} ${momentDay(keyResult, moment)}`);
    return chance === undefined ? [] : [{ chance, cameTrue: keyResult.progress !== null && keyResult.progress >= 1 }];
  });
}

type Pair = readonly [number, number];

/** A sign of each thing with its grade; without either it is none. */
const paired = <T>(things: readonly T[], signOf: (thing: T) => number | null, gradeOf: (thing: T) => number | null): readonly Pair[] =>
  things.flatMap((thing) => {
    const [sign, grade] = [signOf(thing), gradeOf(thing)];
    return sign === null || grade === null ? [] : [[sign, grade] as const];
  });

const meanVote = (round: ClosedRound | undefined): number | null =>
  round === undefined ? null : round.votes.reduce((sum, vote) => sum + vote, 0) / round.votes.length;

export async function getLearning(deps: Deps): Promise<Learning> {
  const { cycles, settings } = await deps.store.siteFrame.read();
  const lexicon = lexiconOf(wordListsOf(settingsOf(settings).wording.value.languages));
  const objectives = await deps.store.learning.listObjectives();
  const keyResults = await deps.store.learning.listKeyResults();
  const days = new Set(keyResults.flatMap((keyResult) => forecastMoments.map((moment) => momentDay(keyResult, moment))));
  const chances = await deps.store.learning.listChances([...days]);
  const rounds = await deps.store.cycleReports.listClosedRounds(objectives.map(({ id }) => id));

  const graded = new Map(
    objectives.flatMap(({ closing }) => closing?.keyResults ?? []).map(({ keyResultId, grade }) => [keyResultId, grade]),
  );
  const gradeOf = ({ grade }: ClosedObjective): number | null => grade;
  const gradeOfKeyResult = ({ id }: ClosedKeyResult): number | null => graded.get(id) ?? null;
  const dismissed = ({ dismissedRules }: Pick<ClosedKeyResult, 'dismissedRules'>) => dismissedRules.map(({ rule }) => rule);
  const pairs: Readonly<Record<LearningSign, readonly Pair[]>> = {
    votes: paired(objectives, ({ id }) => meanVote(rounds.get(id)), gradeOf),
    'check-ins': paired(
      keyResults,
      ({ confidenceSum, confidences }) => (confidences === 0 ? null : confidenceSum / confidences),
      gradeOfKeyResult,
    ),
    'objective-wording': paired(objectives, (one) => coachObjective(one.title, lexicon, dismissed(one)).strength, gradeOf),
    'key-result-wording': paired(
      keyResults,
      (one) =>
        coachKeyResult({ title: one.title, measure: one.measure, plan: { hasOwner: one.hasOwner, hasDue: true } }, lexicon, dismissed(one))
          .strength,
      gradeOfKeyResult,
    ),
  };
  const signs = ['votes', 'check-ins', 'objective-wording', 'key-result-wording'] as const;
  return {
    cycles: cycles.filter(({ state }) => state === 'closed').map(({ name }) => name),
    objectives: objectives.length,
    gradedObjectives: objectives.filter(({ closing }) => closing !== null).length,
    keyResults: keyResults.length,
    forecasts: forecastMoments.map((moment) => {
      const forecasts = forecastsAt(moment, keyResults, chances);
      return { moment, forecasts: forecasts.length, brier: brierScore(forecasts), bins: reliability(forecasts) };
    }),
    signs: signs.map((sign) => ({ sign, ...rankCorrelation(pairs[sign]) })),
  };
}
