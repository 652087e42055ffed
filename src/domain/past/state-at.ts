/** Reading a past: the state at a moment, the present one, and a shorter past that still tells every day's end. */
import { dayOf } from '../calendar';
import type { IssuePast, IssueState } from './issue-state';

/** The state at a moment (epoch ms), changes of that very moment included; null before the issue was created. */
export function stateAt(past: IssuePast, at: number): IssueState | null {
  if (at < past.createdAt) return null;
  let state = past.first;
  for (const change of past.changes) {
    if (change.at > at) break;
    state = { ...state, ...change.to };
  }
  return state;
}

/** The state when the past was read. */
export const presentState = (past: IssuePast): IssueState => stateAt(past, Infinity) ?? past.first;

/**
 * The same past at the end of every day (UTC) from the one before `since` (epoch ms) on, with one change a day at most: what happened within a
 * day is told by its last state, and what was before `since` is where it begins.
 */
export function pastByDay(past: IssuePast, since: number): IssuePast {
  let { first } = past;
  const changes: { at: number; to: Partial<IssueState> }[] = [];
  for (const { at, to } of past.changes) {
    const last = changes.at(-1);
    if (at < since) first = { ...first, ...to };
    else if (last !== undefined && dayOf(last.at) === dayOf(at)) changes[changes.length - 1] = { at, to: { ...last.to, ...to } };
    else changes.push({ at, to });
  }
  return { ...past, first, changes };
}
