/** Where the value of a metric or band comes from: who gave it and for which day, or what Jira was asked and when. */
import type { ValueExplanation } from '../../../src/contract/explanation';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { measureWords } from './explain-words';

export const ValueBasis = ({ value }: { readonly value: ValueExplanation }) => {
  const format = useFormat();
  const { source, given, read } = value;
  if (source.by === 'hand') {
    if (given === null) return <p className="small">Values are recorded by people; nobody has yet.</p>;
    return (
      <p className="small explained__basis">
        Recorded for {format.day(given.day)} by <Person accountId={given.byAccountId} withName />
      </p>
    );
  }
  return (
    <div className="small">
      <p>
        Asked of Jira: {measureWords(value)} found by
        {read === null
          ? ' this query; no answer yet.'
          : ` this query, ${read.approximate ? 'about ' : ''}${format.number(read.issues)} ${read.issues === 1 ? 'issue' : 'issues'}${
              read.approximate ? ' by Jira’s estimate' : ''
            }, ${format.instant(read.at)}.`}
      </p>
      <code className="explained__query" dir="ltr">
        {source.jql}
      </code>
    </div>
  );
};
