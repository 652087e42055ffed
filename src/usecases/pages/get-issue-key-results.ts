/**
 * What an issue serves, for its panel: two SQL requests and at most one Jira call (none when every key result is in the open project).
 */
import type { Input } from '../../contract/api';
import type { IssueKeyResultCard, IssueKeyResults, SourceView } from '../../contract/okr';
import { projectIdOf, projectIdsOf } from '../../domain/home';
import { progressIfDone } from '../../domain/if-done';
import type { IssueFacts } from '../../domain/model';
import { chanceOf, keyResultForecast } from '../../domain/forecast/key-result-forecast';
import { measureWork, type WorkMeasure } from '../../domain/work';
import type { ServedKeyResult as Row } from '../../store/key-results';
import { cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { notFound, OkrError } from '../okr-error';
import { readableGroups } from '../scope/readable-groups';
import { dayNames, siteDayOf, type SiteDay } from '../site-day';
import { describeSource } from '../scope/view-sources';
import { keyResultView, objectiveKey, spanOf } from '../views';

function sourceOf({ source, keyResult }: Row): SourceView {
  const shared = { id: source.id, keyResultId: keyResult.id };
  const record =
    source.type === 'jql'
      ? { ...shared, type: source.type, jql: source.jql ?? '' }
      : { ...shared, type: source.type, issueId: source.issueId ?? '' };
  return describeSource({ source: record, issues: 1 }, new Map());
}

type IfClosed = Exclude<ReturnType<typeof progressIfDone>, null>;

/** From the weeks that are kept with the row: nothing more is read. */
function chanceIfClosed({ keyResult, forecast, cycle }: Row, { now, then }: IfClosed, today: string): IssueKeyResultCard['chanceIfClosed'] {
  if (keyResult.kind !== 'work' || forecast === null) return null;
  const days = { today, dueDay: spanOf(keyResult, cycle).dueDay };
  const chanceWith = ({ progress, creditSum, divisor }: WorkMeasure): number | null =>
    chanceOf(keyResultForecast({ ...keyResult, progress, creditSum, divisor }, forecast.past, days), days);
  const [from, to] = [chanceWith(now), chanceWith(then)];
  return from === null || to === null ? null : { from, to };
}

function cardOf(rows: readonly [Row, ...Row[]], facts: readonly IssueFacts[], issueId: string, on: SiteDay): IssueKeyResultCard {
  const [row] = rows;
  const { keyResult, objective, cycle, reader } = row;
  const measure = measureWork(facts, keyResult.rule).issues.find((issue) => issue.issueId === issueId);
  const moved = keyResult.kind === 'work' ? progressIfDone(facts, keyResult.rule, issueId) : null;
  return {
    keyResult: keyResultView(keyResult, cycle, on),
    objective: { id: objective.id, key: objectiveKey(objective.number), title: objective.title, home: objective.home, ...reader },
    cycle: cycleView(cycle),
    standing: measure?.standing ?? 'gone',
    ifClosed: moved && { from: moved.from, to: moved.to },
    chanceIfClosed: moved && chanceIfClosed(row, moved, on.today),
    sources: rows.map(sourceOf),
  };
}

/** Which of these projects the viewer may browse, and whether the issue itself. */
async function visibility(
  deps: Deps,
  actor: Actor,
  issueId: string,
  projectIds: readonly string[],
): Promise<(projectId: string | null) => boolean> {
  const asked = projectIds.filter((id) => id !== actor.openProjectId);
  const issueOpen = actor.openIssueId === issueId;
  if (asked.length === 0 && issueOpen) return () => true;
  const grants = await deps.jiraAsUser.permissions({
    permissions: ['BROWSE_PROJECTS'],
    projectIds: asked,
    ...(issueOpen ? {} : { issueIds: [issueId] }),
  });
  if (!issueOpen && !grants.onIssue('BROWSE_PROJECTS', issueId)) throw notFound('issue');
  return (projectId) => projectId === null || projectId === actor.openProjectId || grants.inProject('BROWSE_PROJECTS', projectId);
}

/** The facts of these scopes: in one SQL request, or in several where they are too large for the answer to one. */
async function readScopes(deps: Deps, keyResults: readonly Row['keyResult'][]): Promise<ReadonlyMap<string, readonly IssueFacts[]>> {
  const rowsOf = (keyResult: Row['keyResult']): number => keyResult.counts.inScope;
  const facts = new Map<string, readonly IssueFacts[]>();
  for (const group of readableGroups(keyResults, rowsOf, Infinity)) {
    for (const [id, scope] of await deps.store.scope.listFacts(group.map(({ id }) => id))) facts.set(id, scope);
  }
  return facts;
}

export async function getIssueKeyResults(deps: Deps, actor: Actor, input: Input<'getIssueKeyResults'>): Promise<IssueKeyResults> {
  const issueId = input.issueId ?? actor.openIssueId;
  if (issueId === null) throw new OkrError('INVALID', 'Say which issue this is about.', 'issueId');
  const { serving: rows, settings } = await deps.store.keyResults.listByIssue(actor.accountId, issueId, dayNames);
  const maySee = await visibility(deps, actor, issueId, projectIdsOf(rows.map(({ objective }) => objective.home)));

  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(row.keyResult.id);
    if (group === undefined) groups.set(row.keyResult.id, [row]);
    else group.push(row);
  }
  const visible = [...groups.values()].filter(([{ objective }]) => maySee(projectIdOf(objective.home)));
  const facts = await readScopes(
    deps,
    visible.map(([{ keyResult }]) => keyResult),
  );
  const on = siteDayOf(settings, deps.now());
  return {
    issueId,
    cards: visible.map((group) => cardOf(group, facts.get(group[0].keyResult.id) ?? [], issueId, on)),
    hidden: groups.size - visible.length,
  };
}
