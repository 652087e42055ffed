/**
 * Known issues that may have changed unseen: those that Jira has changed lately, those that its searches no longer find (deleted, archived), and
 * those that they find again. Costs a few points a thousand issues, and beyond that only for what has changed.
 */
import type { KnownIssue } from '../../store/issue-facts';
import type { AppDeps } from '../deps';
import { findSearchable, INDEX_LAG_MS } from '../scope/find-searchable';

/** Rows of one SQL response, well below Forge's 4 MiB. */
const ISSUES_PER_READ = 20_000;
/** Missing ones are looked for among so many at a time. */
const ISSUES_PER_COUNT = 1000;

async function listKnown(deps: AppDeps): Promise<readonly KnownIssue[]> {
  const known: KnownIssue[] = [];
  for (let last: KnownIssue | undefined; ;) {
    const page = await deps.store.issueFacts.listKnown(last?.issueId ?? '', ISSUES_PER_READ);
    known.push(...page);
    last = page.at(-1);
    if (page.length < ISSUES_PER_READ) return known;
  }
}

/** Those of a few issues that no search finds any more: one count says whether there are any. */
async function findMissing(deps: AppDeps, issueIds: readonly string[]): Promise<readonly string[]> {
  if (issueIds.length === 0 || (await deps.jiraAsApp.countAmong(issueIds)) === issueIds.length) return [];
  const searchable = await findSearchable(deps, issueIds);
  return issueIds.filter((id) => !searchable.has(id));
}

/** Changed within the last `minutes`, missing or come back; in no order. */
export async function findChangedIssues(deps: AppDeps, minutes: number): Promise<readonly string[]> {
  const known = await listKnown(deps);
  const updated = await deps.jiraAsApp.match(
    known.map(({ issueId }) => issueId),
    [`updated >= -${minutes}m`],
  );
  const changed = new Set(updated[0] ?? []);
  // What was read within the index's lag was there then, and need not be known to it yet.
  const settled = known.filter(({ gone, checkedAt }) => !gone && checkedAt <= deps.now() - INDEX_LAG_MS).map(({ issueId }) => issueId);
  for (let start = 0; start < settled.length; start += ISSUES_PER_COUNT)
    for (const id of await findMissing(deps, settled.slice(start, start + ISSUES_PER_COUNT))) changed.add(id);
  const gone = known.filter((issue) => issue.gone).map(({ issueId }) => issueId);
  for (const id of await findSearchable(deps, gone)) changed.add(id);
  return [...changed];
}
