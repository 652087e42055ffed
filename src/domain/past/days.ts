/**
 * Issues as they were at the end of each of many days (UTC), made of their pasts. What is in scope and what anything counts is not its
 * business.
 */
import { addDays, dayOf } from '../calendar';
import type { Directory } from './directory';
import type { IssuePast, IssueState } from './issue-state';
import { issueThen, type IssueThen } from './issue-then';

/** Both included. */
export type PastSpan = { readonly fromDay: string; readonly toDay: string };

type PastDay = {
  readonly day: string;
  /** False when every issue is as it was the day before. */
  readonly isChanged: boolean;
  /** In the order of the pasts; null before an issue's creation. One that has not changed is the same object as the day before. */
  readonly issues: readonly (IssueThen | null)[];
};

type Followed = {
  readonly past: IssuePast;
  /** How many of its changes have been made. */
  made: number;
  state: IssueState;
};

const endOf = (day: string): number => Date.parse(addDays(day, 1)) - 1;

/** Makes the changes of an issue up to a moment (epoch ms). True when there were any. */
function advance(issue: Followed, until: number): boolean {
  const madeBefore = issue.made;
  for (let next = issue.past.changes[issue.made]; next !== undefined && next.at <= until; next = issue.past.changes[issue.made]) {
    issue.state = { ...issue.state, ...next.to };
    issue.made += 1;
  }
  return issue.made > madeBefore;
}

/** One entry a day, ascending; none when the span is empty. The list of issues is the same one every day, brought forward. */
export function* pastDays(pasts: readonly IssuePast[], directory: Directory, span: PastSpan): Generator<PastDay> {
  const followed = pasts.map((past): Followed => ({ past, made: 0, state: past.first }));
  const issues: (IssueThen | null)[] = pasts.map(() => null);
  for (let day = span.fromDay; day <= span.toDay; day = dayOf(endOf(day) + 1)) {
    const until = endOf(day);
    let isChanged = day === span.fromDay;
    for (const [index, issue] of followed.entries()) {
      const moved = advance(issue, until);
      if (issue.past.createdAt > until || (!moved && issues[index] !== null)) continue;
      issues[index] = issueThen(issue.past, issue.state, directory);
      isChanged = true;
    }
    yield { day, isChanged, issues };
  }
}
