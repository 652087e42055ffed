/**
 * The sources of a key result, in the order the backend gives them: what each is, how many issues it brings, and a way to take it out.
 * An issue that two sources bring is counted at both; the key result counts it once.
 */
import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { KeyResultView, SourceView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import ConfirmRemoval from './confirm-removal';
import { issuesInWords } from './preview-words';

/** A source in one short line, for questions and labels. */
const nameOf = (source: SourceView): string => {
  if (source.type === 'jql') return 'this filter';
  const issue = source.issueKey ?? 'an issue you cannot see';
  return source.type === 'issue' ? issue : `the children of ${issue}`;
};

const kinds = { issue: 'Issue', children: 'Children of issue', jql: 'Filter' } as const;

const SourceName = ({ source }: { readonly source: SourceView }) => {
  const { openIssue } = useHost();
  if (source.type === 'jql') {
    return (
      <code className="source__jql" dir="ltr">
        {source.jql}
      </code>
    );
  }
  const { issueKey, issueTitle } = source;
  if (issueKey === null) return <span className="subtle">that you cannot see</span>;
  return (
    <>
      <button type="button" className="text-button" onClick={() => openIssue(issueKey)}>
        {issueKey}
      </button>{' '}
      <span dir="auto">{issueTitle}</span>
    </>
  );
};

type RowProps = {
  readonly keyResult: Pick<KeyResultView, 'id' | 'key'>;
  readonly source: SourceView;
  readonly onRemoved: () => void;
};

const SourceRow = ({ keyResult, source, onRemoved }: RowProps) => {
  const [asking, setAsking] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  const keep = () => {
    flushSync(() => setAsking(false));
    removeButton.current?.focus();
  };
  return (
    <li className="source">
      <div className="source__line">
        <span className="source__name">
          <span className="subtle">{kinds[source.type]}</span> <SourceName source={source} />
        </span>
        <span className="small number">{issuesInWords(source.issues)}</span>
        <button
          ref={removeButton}
          type="button"
          className="text-button"
          aria-label={`Remove ${nameOf(source)}`}
          disabled={asking}
          onClick={() => setAsking(true)}
        >
          Remove
        </button>
      </div>
      {asking && (
        <ConfirmRemoval
          keyResultId={keyResult.id}
          sourceId={source.id}
          question={`Remove ${nameOf(source)} from the scope of ${keyResult.key}?`}
          verb="Remove"
          onKeep={keep}
          onRemoved={onRemoved}
        />
      )}
    </li>
  );
};

type Props = {
  readonly keyResult: Pick<KeyResultView, 'id' | 'key'>;
  readonly sources: readonly SourceView[];
  /** Takes the focus from a source that is gone. */
  readonly heading: RefObject<HTMLHeadingElement>;
};

export const SourceList = ({ keyResult, sources, heading }: Props) => {
  const { showFlag } = useHost();
  const removed = (source: SourceView) => {
    showFlag({ title: `Removed ${nameOf(source)} from ${keyResult.key}`, tone: 'success' });
    heading.current?.focus();
  };
  return (
    <section aria-label="What brings issues into scope">
      <h3 ref={heading} tabIndex={-1} className="scope__heading">
        What brings issues into scope
      </h3>
      {sources.length === 0 ? (
        <p className="subtle">Nothing yet, so nothing is measured. Add the work that serves this key result below.</p>
      ) : (
        <ul className="sources">
          {sources.map((source) => (
            <SourceRow key={source.id} keyResult={keyResult} source={source} onRemoved={() => removed(source)} />
          ))}
        </ul>
      )}
    </section>
  );
};
