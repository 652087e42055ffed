/** The contributions that wait for the viewer's answer, as a section of a page; nothing at all while nothing waits. */
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { ContributionRequest } from './contribution-request';
import '../../ui/waiting-list.css';
import './contributions.css';
import { useContributions } from './queries';

export const WaitingContributions = () => {
  const format = useFormat();
  const query = useContributions();
  if (query.isError && !query.data)
    return <ErrorState title="What waits for your answer could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { waiting, more, hidden } = query.data;
  const total = waiting.length + more + hidden;
  if (total === 0) return null;
  return (
    <section className="waiting-contributions" aria-labelledby="waiting-contributions">
      <h2 id="waiting-contributions">
        Waiting for your answer <span className="waiting-list__count">{format.number(total)}</span>
      </h2>
      <ul className="waiting-list">
        {waiting.map((request) => (
          <ContributionRequest key={request.objective.id} request={request} />
        ))}
      </ul>
      {more > 0 && <p className="subtle">{format.number(more)} more come when these are answered.</p>}
      {hidden > 0 && (
        <p className="subtle">{format.number(hidden)} in projects you cannot see. Ask an OKR admin who may see them to answer.</p>
      )}
    </section>
  );
};
