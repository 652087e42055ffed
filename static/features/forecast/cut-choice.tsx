/** Which of the open issues could be done without; a few at first, heaviest first. */
import { useState } from 'react';
import type { ScopeIssueView } from '../../../src/contract/okr';

/** So many issues are offered before the rest is asked for. */
const FEW = 8;

export const CutChoice = ({
  issues,
  chosen,
  onChange,
}: {
  readonly issues: readonly ScopeIssueView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) => {
  const [all, setAll] = useState(false);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className="levers__cut">
      <legend className="field__label">Without these issues</legend>
      {(all ? issues : issues.slice(0, FEW)).map(({ issueId, key, summary }) => (
        <label key={issueId} className="levers__issue">
          <input type="checkbox" checked={chosen.has(issueId)} onChange={() => toggle(issueId)} />
          <span>
            {key} <bdi>{summary}</bdi>
          </span>
        </label>
      ))}
      {!all && issues.length > FEW && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {`Show ${issues.length - FEW} more`}
        </button>
      )}
    </fieldset>
  );
};
