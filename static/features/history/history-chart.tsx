/**
 * The chart of a history, or its numbers as a table, with what has to be said about its past: rebuilt, being rebuilt, not to be told.
 * Asks for the history itself; which lines it has is the caller's business.
 */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ProgressHistory } from '../../../src/contract/history';
import type { Health } from '../../../src/domain/model';
import type { ChartModel } from '../../ui/chart/chart-model';
import { ChartTable } from '../../ui/chart/chart-table';
import { LineChart } from '../../ui/chart/line-chart';
import { ErrorState } from '../../ui/error-state';
import { useFormat, type Format } from '../../ui/format';
import '../../ui/health.css';
import { Loading, Skeleton } from '../../ui/skeleton';
import './history-chart.css';
import { useHistory, type HistorySubject } from './queries';

/** What rebuilt days were told from: a value without issues may have been typed in as well. */
const rebuiltFrom = ({ days }: ProgressHistory): string =>
  days.some(({ value, scope }) => value !== null && scope === null) ? 'recorded values and Jira’s changelogs' : 'Jira’s changelogs';

/** `1 Oct to 14 Nov`; null when nothing was rebuilt. */
const rebuiltDays = ({ days }: ProgressHistory, format: Format): string | null => {
  const rebuilt = days.filter(({ origin }) => origin === 'rebuilt');
  const [first, last] = [rebuilt[0], rebuilt.at(-1)];
  if (!first || !last) return null;
  return first.day === last.day ? format.day(first.day) : `${format.day(first.day)} to ${format.day(last.day)}`;
};

const Notes = ({ history }: { readonly history: ProgressHistory }) => {
  const format = useFormat();
  const rebuilt = rebuiltDays(history, format);
  const recorded = history.days.some(({ day, origin }) => origin === 'seen' && day < history.today);
  return (
    <div className="history-chart__notes small">
      {history.rebuilding && <p role="status">The past is being rebuilt from Jira’s changelogs. The chart follows by itself.</p>}
      {rebuilt !== null && (
        <p>
          {rebuilt}: rebuilt from {rebuiltFrom(history)}.{recorded && ' The other days were recorded as they ended.'}
        </p>
      )}
      {!history.rebuilding && history.days.length < 2 && history.today > history.startDay && (
        <p>There is no past yet. Each day that ends adds to it.</p>
      )}
      {history.untold.length > 0 && (
        <>
          <p>
            Changelogs do not tell which issues {history.untold.length === 1 ? 'this filter' : 'these filters'} found in the past. Today’s
            issues stand in for them:
          </p>
          <ul>
            {history.untold.map((query) => (
              <li key={query}>
                <code className="history-chart__query" dir="ltr">
                  {query}
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

type Props = {
  readonly subject: HistorySubject;
  readonly health: Health;
  readonly modelOf: (history: ProgressHistory) => ChartModel;
  /** Level of the heading within its page. */
  readonly headingLevel: 2 | 3;
};

export const HistoryChart = ({ subject, health, modelOf, headingLevel }: Props) => {
  const query = useHistory(subject);
  const [asTable, setAsTable] = useState(false);
  const history = query.data;
  if (!history) {
    return query.isError ? (
      <ErrorState title="The chart could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the chart">
        <Skeleton height="346px" />
      </Loading>
    );
  }
  const model = modelOf(history);
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const from = rebuiltFrom(history);
  const origins = new Map(history.days.map(({ day, origin }) => [day, origin === 'seen' ? 'recorded that day' : from]));
  return (
    <div className="history-chart">
      <div className="history-chart__head">
        <Heading className="history-chart__title">{model.title}</Heading>
        <Button appearance="subtle" spacing="compact" onClick={() => setAsTable((before) => !before)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
      {asTable ? (
        <ChartTable model={model} originOf={(day) => origins.get(day) ?? ''} />
      ) : (
        <LineChart model={model} colour={`health-${health}`} />
      )}
      <Notes history={history} />
    </div>
  );
};
