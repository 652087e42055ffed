/**
 * A check-in filled in with what Jira says has happened to a key result since the last one: the same for a queue of one's own and for a meeting. One
 * SQL request and one Jira call, whatever there is; none of it for nothing.
 */
import type { DueCheckIn, MovedIssues } from '../../contract/check-ins';
import { dayOf } from '../../domain/calendar';
import type { IssueMove } from '../../jira/issue-move';
import type { KeptKeyResult, WatchedIssue } from '../../store/attention';
import type { CheckInRecord } from '../../store/check-ins';
import type { Deps } from '../deps';
import { objectiveKey } from '../views';
import { viewCheckIn } from './view-check-in';

/** Scope rows looked at, and issues asked of Jira in one call. */
const MOST_WATCHED = 2000;
const MOST_ASKED = 100;
/** Issues named in a list. */
const MOST_NAMED = 5;

export type Due = {
  readonly kept: Pick<KeptKeyResult, 'keyResult' | 'objective'>;
  readonly keyResult: DueCheckIn['keyResult'];
  readonly last: CheckInRecord | null;
};

/** From when on things are told: the last check-in, or the end of the day the key result was written and filled. */
const sinceOf = ({ kept, last }: Due): number => last?.createdAt ?? Date.parse(dayOf(kept.keyResult.createdAt)) + 86_400_000;

function movedIssues(
  issues: readonly WatchedIssue[],
  moves: ReadonlyMap<string, IssueMove>,
  belongs: (issue: WatchedIssue, move: IssueMove) => boolean,
): MovedIssues {
  const named = issues.flatMap((issue) => {
    const move = moves.get(issue.issueId);
    return move !== undefined && belongs(issue, move) ? [{ issueId: move.id, key: move.key, summary: move.summary }] : [];
  });
  return { named: named.slice(0, MOST_NAMED), total: named.length, hidden: 0 };
}

/** Of issues the viewer may not browse only the facts are known: whether they are done and when they came. */
const withHidden = (moved: MovedIssues, hidden: number): MovedIssues => ({ ...moved, total: moved.total + hidden, hidden });

function fillIn(
  due: Due,
  issues: readonly WatchedIssue[],
  moves: ReadonlyMap<string, IssueMove>,
  asked: ReadonlySet<string>,
  today: string,
): DueCheckIn {
  const since = sinceOf(due);
  const { kept, keyResult, last } = due;
  const own = issues.filter(({ keyResultId }) => keyResultId === keyResult.id);
  const unseen = own.filter(({ issueId }) => asked.has(issueId) && !moves.has(issueId));
  const came = ({ enteredAt }: WatchedIssue): boolean => enteredAt !== null && enteredAt > since;
  const changedSince = ({ categorySince }: IssueMove): boolean => categorySince !== null && categorySince > since;
  const closed = movedIssues(own, moves, (issue, move) => issue.isCounted && move.statusCategory === 'done' && changedSince(move));
  const added = movedIssues(own, moves, (issue) => came(issue));
  const slipped = movedIssues(own, moves, (issue, move) => {
    const isBack = move.statusCategory === 'todo' && changedSince(move) && !came(issue);
    return isBack || (move.statusCategory !== 'done' && move.dueDay !== null && move.dueDay < today);
  });
  const { id, number, title } = kept.objective;
  return {
    keyResult,
    objective: { id, key: objectiveKey(number), title },
    last: last === null ? null : viewCheckIn(last),
    since: new Date(since).toISOString(),
    closed: withHidden(
      closed,
      unseen.filter((issue) => issue.statusCategory === 'done' && issue.isCounted && issue.updatedAt > since).length,
    ),
    added: withHidden(added, unseen.filter(came).length),
    slipped,
    isPartial: own.some(({ issueId, updatedAt }) => !asked.has(issueId) && updatedAt > since),
  };
}

export async function fillInCheckIns(deps: Deps, due: readonly Due[], today: string): Promise<readonly DueCheckIn[]> {
  if (due.length === 0) return [];
  const issues = await deps.store.attention.listWatched(
    due.map(({ keyResult }) => keyResult.id),
    Math.min(...due.map(sinceOf)),
    MOST_WATCHED,
  );
  const asked = new Set([...new Set(issues.map(({ issueId }) => issueId))].slice(0, MOST_ASKED));
  const moves = asked.size === 0 ? [] : await deps.jiraAsUser.fetchMoves([...asked]);
  const byId = new Map(moves.map((move) => [move.id, move]));
  return due.map((each) => fillIn(each, issues, byId, asked, today));
}
