/** How issues come into a key result's scope, one line a source. Shows; changing the scope is a dialog of its own. */
import type { SourceView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';

const SourceName = ({ source }: { readonly source: SourceView }) => {
  if (source.type === 'jql')
    return (
      <>
        Filter: <code>{source.jql}</code>
      </>
    );
  const issue =
    source.issueKey === null ? (
      'an issue you cannot see'
    ) : (
      <>
        {source.issueKey} <bdi>{source.issueTitle}</bdi>
      </>
    );
  return source.type === 'issue' ? <>Picked by hand: {issue}</> : <>Children of {issue}</>;
};

export const SourceList = ({ sources }: { readonly sources: readonly SourceView[] }) => {
  const format = useFormat();
  return (
    <ul aria-label="Sources">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceName source={source} />{' '}
          <span className="small number">
            · {format.number(source.issues)} {source.issues === 1 ? 'issue' : 'issues'}
          </span>
        </li>
      ))}
    </ul>
  );
};
