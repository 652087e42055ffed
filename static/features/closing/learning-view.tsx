/** What the closed cycles of the site teach: were the forecasts worth what they said, and what went along with good grades. About no single person. */
import { useQuery } from '@tanstack/react-query';
import type { ForecastLearning, Learning, LearningSign } from '../../../src/contract/learning';
import { FEWEST_TO_LEARN_FROM } from '../../../src/domain/learning/calibration';
import { useHost } from '../../host';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat, type Format } from '../../ui/format';
import { percentText } from '../../ui/percent';
import '../../ui/record-table.css';
import { Loading, Skeleton } from '../../ui/skeleton';
import './closing.css';
import { closingKey } from './queries';
import { ReliabilityChart } from './reliability-chart';

const columns = { forecasts: 'Forecasts', score: 'Brier score', base: 'Of always saying the base rate', verdict: 'So far' } as const;

const hundredths = (value: number, format: Format): string => format.number(Math.round(value * 100) / 100);

/** A score is worth something below that of always saying how often it comes true. */
const worth = ({ brier }: ForecastLearning): string => {
  if (brier === null) return `too few: ${FEWEST_TO_LEARN_FROM} are needed`;
  return brier.score < brier.baseScore ? 'better than knowing the base rate alone' : 'no better than knowing the base rate alone';
};

const Calibration = ({ forecasts }: Pick<Learning, 'forecasts'>) => {
  const format = useFormat();
  return (
    <section className="closing__home" aria-labelledby="learning-forecasts">
      <h3 id="learning-forecasts">Were the forecasts right?</h3>
      <p className="subtle">
        The chance a key result had when a quarter, half and three quarters of its days were over, against whether it was reached. 0 is
        always right and sure, 1 always wrong and sure.
      </p>
      <div className="record-frame">
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">Days over</th>
              {Object.values(columns).map((words) => (
                <th key={words} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {forecasts.map((of) => (
              <tr key={of.moment}>
                <th scope="row">{percentText(of.moment / 100)}</th>
                <td data-label={columns.forecasts} className="number">
                  {format.number(of.forecasts)}
                </td>
                <td data-label={columns.score} className="number">
                  {of.brier === null ? '–' : hundredths(of.brier.score, format)}
                </td>
                <td data-label={columns.base} className="number">
                  {of.brier === null ? '–' : hundredths(of.brier.baseScore, format)}
                </td>
                <td data-label={columns.verdict}>{worth(of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {forecasts
        .filter(({ moment, brier }) => moment === 50 && brier !== null)
        .map(({ moment, bins }) => (
          <ReliabilityChart key={moment} bins={bins} />
        ))}
    </section>
  );
};

const signNames: Readonly<Record<LearningSign, string>> = {
  votes: 'Blind votes on an objective and its grade',
  'check-ins': 'Confidence said with check-ins and the grade of the key result',
  'objective-wording': 'How well an objective is put and its grade',
  'key-result-wording': 'How well a key result is put and its grade',
};

const signText = ({ pairs, rho }: Learning['signs'][number], format: Format): string => {
  if (pairs < FEWEST_TO_LEARN_FROM) return `too few: ${FEWEST_TO_LEARN_FROM} are needed`;
  if (rho === null) return 'all the same, so nothing can be told';
  const words = Math.abs(rho) < 0.2 ? 'hardly go together' : rho > 0 ? 'go up together' : 'go against each other';
  return `${format.number(Math.round(rho * 100) / 100)}: they ${words}`;
};

const Signs = ({ signs }: Pick<Learning, 'signs'>) => {
  const format = useFormat();
  return (
    <section className="closing__home" aria-labelledby="learning-signs">
      <h3 id="learning-signs">What went along with good grades?</h3>
      <p className="subtle">Rank correlation, from −1 to 1. That two things go together does not say that one makes the other.</p>
      <div className="record-frame">
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">Held against each other</th>
              <th scope="col">Pairs</th>
              <th scope="col">Rank correlation</th>
            </tr>
          </thead>
          <tbody>
            {signs.map((of) => (
              <tr key={of.sign}>
                <th scope="row">{signNames[of.sign]}</th>
                <td data-label="Pairs" className="number">
                  {format.number(of.pairs)}
                </td>
                <td data-label="Rank correlation">{signText(of, format)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const LearningView = () => {
  const { invoke } = useHost();
  const query = useQuery({ queryKey: [...closingKey, 'learning'], queryFn: () => invoke('getLearning', {}) });
  const learning = query.data;
  if (!learning)
    return query.isError ? (
      <ErrorState title="What was learned could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="what was learned">
        <Skeleton height="320px" />
      </Loading>
    );
  if (learning.cycles.length === 0)
    return (
      <EmptyState title="No cycle has been closed yet">
        Once a cycle is graded and closed, this says whether its forecasts were right, and what went along with good grades.
      </EmptyState>
    );
  return (
    <section className="closing" aria-labelledby="learning-title">
      <h2 id="learning-title">What we learned</h2>
      <p>
        {`From ${learning.cycles.join(', ')}: ${learning.gradedObjectives} of ${learning.objectives} objectives graded, ${learning.keyResults} key results. `}
        Private objectives are not among them.
      </p>
      <Calibration forecasts={learning.forecasts} />
      <Signs signs={learning.signs} />
    </section>
  );
};

export default LearningView;
