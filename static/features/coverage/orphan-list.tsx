/** Orphan issues in families, each with a box to tick, and for the family of a parent the way to link all that is below it. Holds no state. */
import { useId } from 'react';
import type { OrphanIssueView } from '../../../src/contract/coverage';
import { useFormat } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { StatusLozenge } from '../../ui/status-lozenge';
import { IssueKeyLink } from '../../ui/issue-key-link';
import type { Family } from './families';

/** What is to be linked: ticked issues, or everything right below one issue. */
export type Chosen =
  | { readonly type: 'issues'; readonly issues: readonly { readonly issueId: string; readonly key: string }[] }
  | { readonly type: 'children'; readonly issueId: string; readonly key: string };

type Selection = {
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (issues: readonly OrphanIssueView[], ticked: boolean) => void;
  readonly onLinkChildren: (parent: { readonly issueId: string; readonly key: string }) => void;
};

const Row = ({ issue, ticked, onTick, onLinkChildren }: Selection & { readonly issue: OrphanIssueView }) => {
  const format = useFormat();
  const id = useId();
  return (
    <li className="orphan">
      <input
        type="checkbox"
        className="orphan__box"
        aria-labelledby={id}
        checked={ticked.has(issue.issueId)}
        onChange={(event) => onTick([issue], event.target.checked)}
      />
      <span id={id} className="orphan__name">
        <IssueKeyLink className="orphan__key" issueKey={issue.key} /> <span dir="auto">{issue.summary}</span>
      </span>
      <span className="orphan__facts small">
        <StatusLozenge name={issue.statusName} category={issue.statusCategory} />
        <span className="number">{format.instant(issue.updatedAt)}</span>
        {issue.privately.length > 0 && <span className="orphan__private">Private: {issue.privately.join(', ')}</span>}
        {issue.mayHaveChildren && (
          <button type="button" className="text-button" onClick={() => onLinkChildren(issue)}>
            Link its children
          </button>
        )}
      </span>
    </li>
  );
};

const FamilySection = ({ family, ...selection }: Selection & { readonly family: Family }) => {
  const { ticked, onTick, onLinkChildren } = selection;
  const { parent, issues } = family;
  const headingId = useId();
  const all = issues.every(({ issueId }) => ticked.has(issueId));
  const some = issues.some(({ issueId }) => ticked.has(issueId));
  return (
    <section className="orphans__family" aria-labelledby={headingId}>
      <div className="orphans__heading">
        <input
          type="checkbox"
          className="orphan__box"
          aria-label={`All ${parent === null ? family.typeName : `below ${parent.key}`}`}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = some && !all;
          }}
          onChange={() => onTick(issues, !all)}
        />
        <h3 id={headingId} className="orphans__title">
          {parent === null ? (
            <>
              {family.typeName} <span className="subtle">without a parent</span>
            </>
          ) : (
            <>
              <span className="small">{parent.typeName}</span> <KeyBadge text={parent.key} /> <span dir="auto">{parent.summary}</span>
            </>
          )}
        </h3>
        {parent !== null && (
          <button type="button" className="text-button orphans__link" onClick={() => onLinkChildren(parent)}>
            Link its children<span className="visually-hidden"> of {parent.key}</span>
          </button>
        )}
      </div>
      <ul>
        {issues.map((issue) => (
          <Row key={issue.issueId} issue={issue} {...selection} />
        ))}
      </ul>
    </section>
  );
};

export const OrphanList = ({ families, ...selection }: Selection & { readonly families: readonly Family[] }) => (
  <div className="orphans">
    {families.map((family) => (
      <FamilySection key={family.key} family={family} {...selection} />
    ))}
  </div>
);
