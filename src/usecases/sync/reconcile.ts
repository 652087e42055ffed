/**
 * Holds what we know against Jira, for events that never came: known issues that changed, went or came back, sources that bring others than we
 * know, and issues nobody has looked at for long. Whatever looks different is noted as pending; reading it is the sync's work.
 * The cost follows what has changed: what has not costs a few points a thousand issues.
 */
import type { FollowedSource } from '../../store/sources';
import type { AppDeps } from '../deps';
import { findChangedIssues } from './find-changed-issues';
import { findDrift } from './find-drift';
import { INDEX_LAG_MS } from '../scope/find-searchable';
import { readableGroups } from '../scope/readable-groups';

const MARK = 'reconciled-at';
const CAME_TO = 'reconciled-source';
/** Fewer sources than this are asked well within one pass; where it came to need not be kept. */
const SOURCES_WORTH_RESUMING = 500;
const SOURCES_PER_READ = 500;
const FIRST_LOOK_BACK_MINUTES = 24 * 60;
const LONGEST_LOOK_BACK_MINUTES = 14 * 24 * 60;

/** What to look at again only because nobody has for long, longest ago first. */
export type Recheck = {
  readonly olderThanMs: number;
  /** At most so many known issues are read. */
  readonly issues: number;
  /** Sources are listed in full until they bring so many issues together. */
  readonly listed: number;
};

export const dailyRecheck: Recheck = { olderThanMs: 20 * 3_600_000, issues: 2000, listed: 10_000 };

/** Jira's index may lag and its times are cut to minutes: a little further than the last run. */
function lookBackMinutes(mark: string | undefined, now: number): number {
  if (mark === undefined) return FIRST_LOOK_BACK_MINUTES;
  return Math.min(Math.ceil((now - Number(mark) + INDEX_LAG_MS) / 60_000), LONGEST_LOOK_BACK_MINUTES);
}

async function note(deps: AppDeps, issueIds: readonly string[]): Promise<void> {
  await deps.store.pendingIssues.note(
    issueIds.map((issueId) => ({ issueId, mark: deps.newId() })),
    deps.now(),
  );
}

/** Which of these to list in full: the ones not listed since `before` (epoch ms), as far as `most` issues go. */
function unlisted(sources: readonly FollowedSource[], before: number, most: number): ReadonlySet<string> {
  const due = sources.filter(({ listedAt }) => listedAt < before).sort((a, b) => a.listedAt - b.listedAt);
  const ids = new Set<string>();
  let left = most;
  for (const { source, issues } of due) {
    if (left <= 0) break;
    left -= issues;
    ids.add(source.id);
  }
  return ids;
}

/** The sources in turn, beginning after the one a pass that ran out of time came to. False when time runs out again. */
async function noteDrift(
  deps: AppDeps,
  sources: readonly FollowedSource[],
  { after, lists, until }: { readonly after: string; readonly lists: ReadonlySet<string>; readonly until: number },
): Promise<boolean> {
  const next = Math.max(
    0,
    sources.findIndex(({ source }) => source.id > after),
  );
  const inTurn = [...sources.slice(next), ...sources.slice(0, next)];
  for (const group of readableGroups(inTurn, ({ issues }) => issues, SOURCES_PER_READ)) {
    const members = await deps.store.scope.listIssueIds(group.map(({ source }) => source.id));
    const listed: string[] = [];
    for (const { source } of group) {
      if (deps.now() > until) return false;
      const drift = await findDrift(deps, source, members.get(source.id) ?? [], lists.has(source.id) ? 'list' : 'count');
      if (drift.issueIds.length > 0) await note(deps, drift.issueIds);
      if (drift.listed) listed.push(source.id);
      if (sources.length > SOURCES_WORTH_RESUMING) await deps.store.settings.write(CAME_TO, source.id);
    }
    await deps.store.sources.setListed(listed, deps.now());
  }
  return true;
}

/**
 * Notes every issue that may have changed unseen; `syncPendingIssues` does the rest. False when `until` (epoch ms) came first: the next pass
 * goes on from there, and looks back as far as this one did.
 */
export async function reconcile(deps: AppDeps, recheck: Recheck | null, until: number): Promise<boolean> {
  const startedAt = deps.now();
  const settings = await deps.store.settings.all();
  const before = startedAt - (recheck?.olderThanMs ?? 0);
  const changed = await findChangedIssues(deps, lookBackMinutes(settings.get(MARK), startedAt));
  const unread = recheck === null ? [] : await deps.store.issueFacts.listUnchecked(before, recheck.issues);
  await note(deps, [...new Set([...changed, ...unread])]);
  const sources = await deps.store.sources.listFollowed();
  const lists = recheck === null ? new Set<string>() : unlisted(sources, before, recheck.listed);
  const finished = await noteDrift(deps, sources, { after: settings.get(CAME_TO) ?? '', lists, until });
  if (finished) await deps.store.settings.write(MARK, String(startedAt));
  return finished;
}
