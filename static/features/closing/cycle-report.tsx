/** The report of a closed cycle, to be read and printed: what it was worth, by place. Nothing in it moves any more. */
import Button from '@atlaskit/button/new';
import type { ReportedObjective } from '../../../src/contract/closing';
import type { CycleView } from '../../../src/contract/okr';
import { homeKey, type Home } from '../../../src/domain/home';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useHomeName } from '../alignment/use-home-name';
import './cycle-report.css';
import { useCycleReport, useGroups } from './queries';
import { ReportSummary } from './report-summary';
import { ReportObjective } from './report-objective';

const HomeReport = ({ home, objectives }: { readonly home: Home; readonly objectives: readonly ReportedObjective[] }) => {
  const name = useHomeName(home, useGroups());
  return (
    <section className="report__home" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {objectives.map((objective) => (
        <ReportObjective key={objective.id} objective={objective} />
      ))}
    </section>
  );
};

const CycleReport = ({ cycle, home }: { readonly cycle: CycleView; readonly home: Home | null }) => {
  const format = useFormat();
  const query = useCycleReport(cycle.id, home);
  const [first] = query.data?.pages ?? [];
  if (!first)
    return query.isError ? (
      <ErrorState title="The report could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the report">
        <Skeleton height="320px" />
      </Loading>
    );
  const objectives = query.data?.pages.flatMap((page) => page.objectives) ?? [];
  const homes = new Map(objectives.map((objective) => [homeKey(objective.home), objective.home]));
  return (
    <article className="report" aria-labelledby="report-title">
      <div className="report__head">
        <h2 id="report-title">{`${cycle.name}: what it was worth`}</h2>
        <span className="report__print">
          <Button onClick={() => window.print()} isDisabled={query.hasNextPage}>
            Print
          </Button>
        </span>
      </div>
      <p>
        {format.days(cycle.startDay, cycle.endDay)}
        {cycle.closedDay !== null && ` · closed on ${format.day(cycle.closedDay, cycle.endDay)}`}
      </p>
      {cycle.themes.length > 0 && (
        <p>
          {'Themes: '}
          <bdi>{cycle.themes.join(' · ')}</bdi>
        </p>
      )}
      {first.closedBecause !== null && (
        <p>
          {'Closed with objectives that nobody had graded: '}
          <bdi>{first.closedBecause}</bdi>
        </p>
      )}
      {objectives.length === 0 ? (
        <EmptyState title={`No objectives in ${cycle.name}`}>There are none here that you can see.</EmptyState>
      ) : (
        <>
          <ReportSummary objectives={objectives} />
          {[...homes].map(([key, each]) => (
            <HomeReport key={key} home={each} objectives={objectives.filter((objective) => homeKey(objective.home) === key)} />
          ))}
        </>
      )}
      {query.isFetchNextPageError ? (
        <ErrorState title="The rest of the report could not be loaded" error={query.error} onRetry={() => void query.fetchNextPage()} />
      ) : (
        query.hasNextPage && (
          <p className="small" role="status">
            {`${format.number(objectives.length)} of ${format.number(first.totalObjectives)} objectives; the rest is on its way…`}
          </p>
        )
      )}
    </article>
  );
};

export default CycleReport;
