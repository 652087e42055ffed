/** As of when a project's work was counted, and a way to have it counted again. */
import { apiErrorOf } from '../../api-error';
import { useFormat } from '../../ui/format';
import { useAskForCount, useCoverage, type WorkOf } from './queries';

export const CountedAt = ({ of }: { readonly of: WorkOf }) => {
  const format = useFormat();
  const { data: coverage } = useCoverage(of);
  const ask = useAskForCount(of);
  if (!coverage?.counted) return null;
  const counting = coverage.state === 'counting';
  return (
    <p className="small orphans__counted">
      <span>
        {counting ? 'Counting the work in Jira…' : `Work as of ${format.instant(coverage.counted.countedAt)}; links show at once.`}
      </span>
      {coverage.state === 'counted' && (
        <button type="button" className="text-button" disabled={ask.isPending} onClick={() => ask.mutate()}>
          Count again
        </button>
      )}
      {ask.data?.state === 'counted' && <span role="status">It was counted less than a quarter of an hour ago.</span>}
      {ask.error && <span role="alert">{apiErrorOf(ask.error).message}</span>}
    </p>
  );
};
