/**
 * The viewer's key results of a project that are to be checked in on by the end of this week, each filled in with what Jira says has happened
 * since the last time. Four SQL requests and one Jira call, whatever there is; none of it for an empty queue.
 */
import type { Input } from '../../contract/api';
import type { CheckInQueue, DueCheckIn, MovedIssues } from '../../contract/check-ins';
import { dayOf } from '../../domain/calendar';
import { endOfWeek } from '../../domain/cycle';
import type { IssueMove } from '../../jira/issue-move';
import type { KeptKeyResult, WatchedIssue } from '../../store/attention';
import type { CheckInRecord } from '../../store/check-ins';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { requireSee, visibleHomes } from '../permission';
import type { SiteDay } from '../site-day';
import { viewCheckIn } from './view-check-in';
import { keyResultView, objectiveKey } from '../views';

/** Filled in at once; the others come when these are done. */
const MOST_DUE = 50;
/** Scope rows looked at, and issues asked of Jira in one call. */
const MOST_WATCHED = 2000;
const MOST_ASKED = 100;
/** Issues named in a list. */
const MOST_NAMED = 5;

type Due = { readonly kept: KeptKeyResult; readonly keyResult: DueCheckIn['keyResult']; readonly last: CheckInRecord | null };

function dueOf(kept: readonly KeptKeyResult[], last: ReadonlyMap<string, CheckInRecord>, on: SiteDay): readonly Due[] {
  return kept
    .map((each) => ({
      kept: each,
      keyResult: keyResultView(each.keyResult, each.cycle, on),
      last: last.get(each.keyResult.id) ?? null,
    }))
    .filter(({ keyResult: { attention } }) => attention.dueDay !== null && attention.dueDay <= endOfWeek(on.today))
    .sort((a, b) => {
      const [first, second] = [a.keyResult.attention.dueDay ?? '', b.keyResult.attention.dueDay ?? ''];
      return first < second ? -1 : first > second ? 1 : a.kept.keyResult.number - b.kept.keyResult.number;
    });
}

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

export async function getCheckInQueue(deps: Deps, actor: Actor, input: Input<'getCheckInQueue'>): Promise<CheckInQueue> {
  const projectId = input.projectId ?? actor.openProjectId;
  if (projectId !== null) await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { on } = await loadCycles(deps);
  const own = await deps.store.attention.listKept(projectId, actor.accountId, on.today);
  const homes = own.map(({ objective }) => objective.home);
  const maySee = await visibleHomes(deps, actor, homes);
  const kept = own.filter(({ objective }) => maySee(objective.home));
  const last = await deps.store.checkIns.listLast(kept.map(({ keyResult }) => keyResult.id));
  const due = dueOf(kept, new Map(last.map((checkIn) => [checkIn.keyResultId, checkIn])), on);
  const filled = due.slice(0, MOST_DUE);
  const answer = { today: on.today, untilDay: endOfWeek(on.today), more: due.length - filled.length };
  if (filled.length === 0) return { ...answer, due: [] };
  const issues = await deps.store.attention.listWatched(
    filled.map(({ keyResult }) => keyResult.id),
    Math.min(...filled.map(sinceOf)),
    MOST_WATCHED,
  );
  const asked = new Set([...new Set(issues.map(({ issueId }) => issueId))].slice(0, MOST_ASKED));
  const moves = asked.size === 0 ? [] : await deps.jiraAsUser.fetchMoves([...asked]);
  const byId = new Map(moves.map((move) => [move.id, move]));
  return { ...answer, due: filled.map((each) => fillIn(each, issues, byId, asked, on.today)) };
}
