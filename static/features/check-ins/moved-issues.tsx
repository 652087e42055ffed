/** What happened to a key result's issues since the last check-in: how many closed, came and slipped, the first few by name. */
import type { DueCheckIn, MovedIssues as Moved } from '../../../src/contract/check-ins';
import { useHost } from '../../host';

const IssueNames = ({ moved }: { readonly moved: Moved }) => {
  const { openIssue } = useHost();
  const more = moved.total - moved.hidden - moved.named.length;
  const rest = [more > 0 ? `${more} more` : '', moved.hidden > 0 ? `${moved.hidden} you cannot see` : ''].filter((words) => words !== '');
  return (
    <ul className="moved-issues__names">
      {moved.named.map(({ issueId, key, summary }) => (
        <li key={issueId}>
          <button type="button" className="text-button" onClick={() => openIssue(key)}>
            {key}
          </button>{' '}
          <bdi>{summary}</bdi>
        </li>
      ))}
      {rest.length > 0 && <li className="subtle">{rest.join(', ')}</li>}
    </ul>
  );
};

const Group = ({ word, moved }: { readonly word: string; readonly moved: Moved }) => (
  <div className="moved-issues__group">
    <dt>
      <span className="number">{moved.total}</span> {word}
    </dt>
    <dd>
      <IssueNames moved={moved} />
    </dd>
  </div>
);

export const MovedIssues = ({ due }: { readonly due: DueCheckIn }) => {
  const { closed, added, slipped, isPartial } = due;
  const groups = [
    { word: 'closed', moved: closed },
    { word: 'added', moved: added },
    { word: 'slipped', moved: slipped },
  ].filter(({ moved }) => moved.total > 0);
  if (groups.length === 0) return <p className="small">No issue of it has moved since.</p>;
  return (
    <>
      <dl className="moved-issues">
        {groups.map((group) => (
          <Group key={group.word} {...group} />
        ))}
      </dl>
      {isPartial && <p className="small">More issues changed than were looked at here; the numbers above are at least.</p>}
    </>
  );
};
