/**
 * What search sees: the issues as they were `lag` ms ago. With no lag that is simply the store. Otherwise the versions
 * that changes replaced are kept for as long as the lag still shows them. It knows nothing of JQL.
 */
import type { Clock } from '../seams';
import type { Issue } from './model';
import type { Store } from './store';

export type SearchIndex = {
  /** To be told of every change, before or after it is stored; null for an issue that did not exist. */
  replaced(issueId: string, before: Issue | null): void;
  setLag(ms: number): void;
  /** Unordered; archived issues, and those of archived projects, are not indexed. The ids in `current` are read from the store whatever the lag. */
  issues(current?: ReadonlySet<string>): readonly Issue[];
};

type Replaced = { readonly at: number; readonly before: Issue | null };

export const createSearchIndex = (store: Store, clock: Clock): SearchIndex => {
  /** By issue, oldest first. */
  const replaced = new Map<string, readonly Replaced[]>();
  let lag = 0;

  const prune = () => {
    const horizon = clock.now() - lag;
    for (const [id, versions] of replaced) {
      const kept = versions.filter((version) => version.at > horizon);
      if (kept.length === 0) replaced.delete(id);
      else if (kept.length < versions.length) replaced.set(id, kept);
    }
  };

  const isIndexed = (issue: Issue): boolean => !issue.archived && store.projects.get(issue.projectId)?.standing === undefined;

  return {
    replaced: (issueId, before) => {
      if (lag > 0) replaced.set(issueId, [...(replaced.get(issueId) ?? []), { at: clock.now(), before }]);
    },
    setLag: (ms) => {
      lag = ms;
      prune();
    },
    issues: (current = new Set()) => {
      prune();
      const seen: Issue[] = [];
      for (const issue of store.issues.values()) {
        if (isIndexed(issue) && (current.has(issue.id) || !replaced.has(issue.id))) seen.push(issue);
      }
      for (const [id, versions] of replaced) {
        const before = versions[0]?.before;
        if (before && isIndexed(before) && !current.has(id)) seen.push(before);
      }
      return seen;
    },
  };
};
