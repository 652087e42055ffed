/**
 * Key results to follow through a file of real histories: over its releases, parents, components, labels, statuses, resolutions and types, by
 * queries, as children and picked by hand, under different rules. Which ones is found in the file, so that any file of histories will do.
 */
import type { CountingRule } from '../../../src/domain/model';
import type { FiledHistories, FiledIssue } from '../../oracle/filed/filed-issue';
import type { Query } from '../../oracle/query';
import { firstRule, type ToldSource } from '../../oracle/told';

type PlannedSource = {
  readonly told: ToldSource;
  /** The issue that has to be there before the source can be added. */
  readonly needs: string | null;
};
export type PlannedKeyResult = { readonly id: string; readonly rule: CountingRule; readonly sources: readonly PlannedSource[] };

const query = (found: Query): PlannedSource => ({ told: { type: 'jql', query: found }, needs: null });
const all = (...parts: readonly Query[]): Query => ({ find: 'all of', parts });
const any = (...parts: readonly Query[]): Query => ({ find: 'any of', parts });
const childrenOf = (issueId: string): PlannedSource => ({ told: { type: 'children', issueId }, needs: issueId });
const belowByQuery = (issueId: string): PlannedSource => ({ told: { type: 'jql', query: { find: 'parent', issueId } }, needs: issueId });
const picked = (issueId: string): PlannedSource => ({ told: { type: 'issue', issueId }, needs: issueId });

/** The most frequent first; equally frequent ones in the order they were met. */
function mostFrequent(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

const projectOf = ({ key }: FiledIssue): string => key.slice(0, key.lastIndexOf('-'));

function changesOf(issues: readonly FiledIssue[], fields: readonly string[]) {
  return issues.flatMap(({ changes }) => changes.filter(({ field }) => fields.includes(field)));
}

/** Every parent an issue of the file has or had, those with the most children first. */
function parentsIn(issues: readonly FiledIssue[]): readonly string[] {
  const ids = new Set(issues.map(({ id }) => id));
  const moved = changesOf(issues, ['parent', 'issueparentassociation', 'epic link', 'parent link']);
  const now = issues.flatMap(({ parent }) => parent?.id ?? []);
  return mostFrequent([...now, ...moved.flatMap(({ from, to }) => [from?.id ?? '', to?.id ?? ''])]).filter((id) => ids.has(id));
}

/** Rules in turn: by count, with credit in progress, against a wanted number, by what the file has of estimates, shared ones split. */
function rulesFor({ issues, numberFields }: FiledHistories): readonly CountingRule[] {
  const points = numberFields.some(({ isPoints }) => isPoints);
  const other = numberFields.find(({ id, isPoints }) => !isPoints && issues.some(({ numbers }) => typeof numbers[id] === 'number'));
  const weightBy = points ? 'points' : 'estimate';
  return [
    firstRule,
    { ...firstRule, inProgressCredit: 0.5 },
    { ...firstRule, weightBy },
    { ...firstRule, wanted: 40 },
    { ...firstRule, weightBy, unestimated: 2, inProgressCredit: 0.25 },
    { ...firstRule, shared: 'split' },
    ...(other === undefined ? [] : [{ ...firstRule, weightBy: 'field' as const, fieldId: other.id }]),
  ];
}

export function planKeyResults(histories: FiledHistories): readonly PlannedKeyResult[] {
  const { issues } = histories;
  const [project = '', second = project] = mostFrequent(issues.map(projectOf));
  const inProject: Query = { find: 'project', key: project };
  const inSecond: Query = { find: 'project', key: second };
  const own = issues.filter((issue) => projectOf(issue) === project);
  const releases = mostFrequent(own.flatMap(({ versions }) => versions.map(({ words }) => words ?? '')));
  const components = mostFrequent(own.flatMap(({ components: those }) => those.map(({ words }) => words ?? '')));
  const labels = mostFrequent(issues.flatMap((issue) => issue.labels));
  const statuses = mostFrequent(issues.map(({ status }) => status.name));
  const types = mostFrequent(issues.map(({ type }) => type.words ?? ''));
  const resolutions = mostFrequent(changesOf(issues, ['resolution']).flatMap(({ to }) => to?.words ?? []));
  const left = mostFrequent(changesOf(issues, ['key']).flatMap(({ from }) => from?.words?.replace(/-\d+$/, '') ?? []));
  const parents = parentsIn(issues);
  const busiest = [...issues].sort((a, b) => b.entries - a.entries).map(({ id }) => id);

  const scopes: readonly (readonly PlannedSource[])[] = [
    ...releases.slice(0, 4).map((name) => [query(all(inProject, { find: 'version', name }))]),
    releases.slice(3, 5).map((name) => query(all(inProject, { find: 'version', name }))),
    ...components.slice(1, 3).map((name) => [query(all(inProject, { find: 'component', name }))]),
    ...parents.slice(0, 3).map((id) => [childrenOf(id)]),
    ...parents.slice(2, 5).map((id) => [belowByQuery(id), picked(id)]),
    [...parents.slice(0, 6).map(childrenOf), ...parents.slice(0, 8).map(picked)],
    [query({ find: 'label', among: labels.slice(0, 4) })],
    ...statuses.slice(0, 2).map((name) => [query(all(inSecond, { find: 'status', name }))]),
    ...(resolutions.length === 0 ? [] : [[query(all(inSecond, { find: 'resolution', among: resolutions.slice(0, 2) }))]]),
    [query(all(inSecond, { find: 'unresolved' }))],
    [query(all(inProject, { find: 'category', name: 'In Progress' }, { find: 'not', part: { find: 'type', among: types.slice(0, 1) } }))],
    [query({ find: 'type', among: types.slice(2, 4) })],
    [query(any(inSecond, { find: 'label', among: labels.slice(0, 1) }))],
    ...left.slice(0, 2).map((key) => [query({ find: 'project', key })]),
    busiest.slice(0, 18).map(picked),
  ];
  const rules = rulesFor(histories);
  return scopes
    .filter((sources) => sources.length > 0)
    .map((sources, index) => ({ id: `key-result-${index}`, rule: rules[index % rules.length] ?? firstRule, sources }));
}
