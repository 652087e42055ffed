/**
 * Plays the histories on a site again: turns every issue back to what it was at an instant, and gives the steps that lead forward
 * from there. Each step goes the way of every change: the issue is stored, its changelog gets the entry it has in the original,
 * and the event goes out.
 *
 * Going forth, an item sets what it says in `to`. Where the issue then is not what the site had (a change without changelog, a value
 * that cannot be told from its words), the last step of the issue sets it right without an event, at the instant it was last updated.
 */
import type { JiraPrincipal, Replay, ReplayNote, ReplayOptions, ReplayStep } from '../../seams';
import { addIssue, dropIssue, recordEntry, replaceQuietly } from '../changes';
import type { Changes } from '../changes';
import type { ChangeEntry, Issue } from '../model';
import { createPastRecords } from './past-records';
import { turnEntry } from './turn-item';
import type { TurnContext } from './turn-item';

const dayMs = 86_400_000;

type Planned = { readonly step: ReplayStep; readonly rank: number; readonly order: number };
/** At one instant: the day begins, issues are created, they change, they settle. */
const ranks = { midnight: 0, created: 1, changed: 2, settled: 3 } as const;

/** Nobody is not the app: what nobody has signed is no change of the app's own. */
const principalOf = (accountId: string | null): JiraPrincipal => (accountId === null ? { type: 'anonymous' } : { type: 'user', accountId });

/** Everything of an issue that is not its history; lists as sets, since a changelog does not tell their order. */
const facts = ({ changelog: _, updated: __, formerKeys: ___, ...issue }: Issue): Readonly<Record<string, unknown>> => ({
  ...issue,
  fixVersionIds: [...issue.fixVersionIds].sort(),
  affectedVersionIds: [...issue.affectedVersionIds].sort(),
  componentIds: [...issue.componentIds].sort(),
  custom: Object.fromEntries(Object.entries(issue.custom).sort(([a], [b]) => (a < b ? -1 : 1))),
});

/** Jira notes the instant of a resolution some milliseconds before its changelog entry. */
const sameInstant = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) < 1000);

const differences = (played: Issue, original: Issue): readonly string[] => {
  const alike = sameInstant(played.resolved, original.resolved) ? { ...played, resolved: original.resolved } : played;
  const [now, then] = [facts(alike), facts(original)];
  return Object.keys(then).filter((name) => JSON.stringify(now[name]) !== JSON.stringify(then[name]));
};

export const openReplay = (changes: Changes, { from, midnights = false }: ReplayOptions): Replay => {
  const { store, clock } = changes;
  const start = Date.parse(from);
  if (Number.isNaN(start)) throw new Error(`"${from}" is no instant to replay from. Write 2024-04-01T00:00:00Z.`);
  const notes = new Map<string, ReplayNote>();
  const note = (issue: Issue, field: string, problem: string): void => {
    notes.set([issue.id, field, problem].join('\n'), { issueId: issue.id, issueKey: issue.key, field, problem });
  };
  const context: TurnContext = {
    store,
    records: createPastRecords(store),
    unreadable: (issue, item, problem) => note(issue, item.field, problem),
  };
  const originals = [...store.issues.values()];
  const plan: Planned[] = [];

  const add = (kind: ReplayStep['kind'], at: number, issueId: string | null, order: number, run: () => void): void => {
    const apply = (): void => {
      clock.set(at);
      run();
    };
    plan.push({ step: { kind, at, issueId, apply }, rank: ranks[kind], order });
  };

  const current = (original: Issue): Issue => {
    const issue = store.issues.get(original.id);
    if (!issue) throw new Error(`${original.key} is not on the site: the steps of a replay are taken in their order.`);
    return issue;
  };

  const playEntry = (original: Issue, entry: ChangeEntry): void => {
    const before = current(original);
    recordEntry(changes, principalOf(entry.authorId), before, turnEntry(context, before, entry, 'to'), entry);
  };

  /** What was changed without a word, and the instant of the last update (a comment also updates an issue). */
  const settle = (original: Issue): void => {
    const played = current(original);
    for (const name of differences(played, original)) note(original, name, 'the changelog does not lead to the value the issue has');
    replaceQuietly(changes, played, { ...original, changelog: played.changelog });
  };

  for (const original of originals) {
    const later = original.changelog.filter(({ at }) => at > start);
    const rewound = later.reduceRight((issue, entry) => turnEntry(context, issue, entry, 'from'), original);
    const earlier = original.changelog.filter(({ at }) => at <= start);
    const updated = original.updated <= start ? original.updated : Math.max(original.created, earlier.at(-1)?.at ?? 0);
    const first: Issue = { ...rewound, changelog: earlier, updated };
    dropIssue(changes, { type: 'anonymous' }, original, true);
    if (original.created <= start) replaceQuietly(changes, original, first);
    else
      add('created', original.created, original.id, Number(original.id), () => addIssue(changes, principalOf(original.creatorId), first));
    for (const entry of later) {
      add('changed', Math.max(entry.at, original.created), original.id, Number(entry.id), () => playEntry(original, entry));
    }
    const end = Math.max(original.updated, original.created, original.changelog.at(-1)?.at ?? 0);
    if (end > start) add('settled', end, original.id, Number(original.id), () => settle(original));
  }

  plan.sort((a, b) => a.step.at - b.step.at || a.rank - b.rank || a.order - b.order);
  const until = plan.at(-1)?.step.at ?? start;
  if (midnights) {
    const nothing = (): void => undefined;
    for (let day = Math.floor(start / dayMs) * dayMs + dayMs; day <= until + dayMs; day += dayMs) add('midnight', day, null, 0, nothing);
    plan.sort((a, b) => a.step.at - b.step.at || a.rank - b.rank || a.order - b.order);
  }
  clock.set(start);
  return { from: start, until, steps: plan.map(({ step }) => step), notes: () => [...notes.values()] };
};
