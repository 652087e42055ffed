/**
 * The one door every change of an issue goes through: writes the changelog entry, stores the new version, tells the
 * search index and sends the event. The mutations themselves are in `change-issue.ts`.
 */
import type { Clock, JiraEvent, JiraPrincipal } from '../seams';
import { changeItems } from './change-items';
import { createdEvent, deletedEvent, updatedEvent } from './issue-events';
import type { ChangeEntry, Issue } from './model';
import type { SearchIndex } from './search-index';
import type { Store } from './store';

/** What mutations need of the site. */
export type Changes = {
  readonly store: Store;
  readonly clock: Clock;
  readonly index: SearchIndex;
  readonly baseUrl: string;
  /** Hands an event to whoever listens. */
  publish(event: JiraEvent): void;
};

export const actorId = (actor: JiraPrincipal): string | null => (actor.type === 'user' ? actor.accountId : null);

const source = ({ store, clock, baseUrl }: Changes, actor: JiraPrincipal) => ({ store, baseUrl, now: clock.now(), actor });

export const addIssue = (changes: Changes, actor: JiraPrincipal, issue: Issue): Issue => {
  changes.index.replaced(issue.id, null);
  changes.store.putIssue(issue);
  changes.publish(createdEvent(source(changes, actor), issue));
  return issue;
};

/** Stores `after` with this entry in its history, and sends the event. */
export const recordEntry = (changes: Changes, actor: JiraPrincipal, before: Issue, after: Issue, entry: ChangeEntry): Issue => {
  const stored: Issue = { ...after, updated: entry.at, changelog: [...before.changelog, entry] };
  changes.index.replaced(stored.id, before);
  changes.store.putIssue(stored);
  changes.publish(updatedEvent(source(changes, actor), stored, entry));
  return stored;
};

/** Stores `after` with its history; a change that changes nothing leaves no trace. */
export const replaceIssue = (changes: Changes, actor: JiraPrincipal, before: Issue, after: Issue): Issue => {
  const items = changeItems(changes.store, before, after);
  if (items.length === 0) return before;
  const entry: ChangeEntry = { id: changes.store.nextId(), at: changes.clock.now(), authorId: actorId(actor), items };
  return recordEntry(changes, actor, before, after, entry);
};

/** Sets what has neither history nor event in Jira (archiving). */
export const replaceQuietly = (changes: Changes, before: Issue, after: Issue): Issue => {
  changes.index.replaced(after.id, before);
  changes.store.putIssue(after);
  return after;
};

/** `silent` for issues that go with their project: Jira sends no event for them. */
export const dropIssue = (changes: Changes, actor: JiraPrincipal, issue: Issue, silent = false): void => {
  changes.index.replaced(issue.id, issue);
  changes.store.removeIssue(issue.id);
  if (!silent) changes.publish(deletedEvent(source(changes, actor), issue));
};
