import { demoJira } from '../../../local/demo/demo-issues';
import type { ChangeItem, Issue, SiteState } from '../../../local/jira/model';

const today = '2026-11-22';
const site = demoJira(today);

const typeOf = (issue: Issue) => site.issueTypes.find(({ id }) => id === issue.typeId);
const lastChangeOf = (issue: Issue, field: string): ChangeItem | undefined =>
  issue.changelog.flatMap(({ items }) => items).findLast((item) => item.field === field);
const issuesWhere = (test: (issue: Issue) => boolean): Issue[] => site.issues.filter(test);

describe('the demo company', () => {
  it('has three projects, one of them private to its members', () => {
    expect(site.projects.map(({ key, access }) => [key, access])).toEqual([
      ['WEB', 'open'],
      ['MOB', 'open'],
      ['OPS', 'private'],
    ]);
  });

  it('has one site administrator and one deactivated person, who still appears in old work', () => {
    expect(site.users.filter(({ siteAdmin }) => siteAdmin)).toHaveLength(1);
    const gone = site.users.filter(({ active }) => !active);
    expect(gone).toHaveLength(1);
    expect(issuesWhere(({ assigneeId }) => assigneeId === gone[0]?.accountId).length).toBeGreaterThan(0);
  });

  it('has at least 300 issues of every type, status and resolution', () => {
    expect(site.issues.length).toBeGreaterThanOrEqual(300);
    expect(new Set(site.issues.map((issue) => typeOf(issue)?.name))).toEqual(new Set(['Epic', 'Story', 'Task', 'Bug', 'Sub-task']));
    expect(new Set(site.issues.map(({ statusId }) => site.statuses.find(({ id }) => id === statusId)?.name))).toEqual(
      new Set(['To Do', 'In Progress', 'In Review', 'Done']),
    );
    expect(new Set(site.issues.map(({ resolutionId }) => site.resolutions.find(({ id }) => id === resolutionId)?.name))).toEqual(
      new Set(['Done', "Won't Do", 'Duplicate', undefined]),
    );
  });

  it('words no two issues alike', () => {
    expect(new Set(site.issues.map(({ summary }) => summary.toLowerCase())).size).toBe(site.issues.length);
  });

  it('finished something in nearly every week of the year, more in some than in others', () => {
    const finishedByWeek = new Map<number, number>();
    for (const { resolved } of site.issues)
      if (resolved !== null)
        finishedByWeek.set(Math.floor(resolved / 604_800_000), (finishedByWeek.get(Math.floor(resolved / 604_800_000)) ?? 0) + 1);
    expect(finishedByWeek.size).toBeGreaterThanOrEqual(48);
    expect(Math.max(...finishedByWeek.values())).toBeGreaterThan(8);
    expect(Math.min(...finishedByWeek.values())).toBe(1);
  });

  it('knows reopened issues, issues that changed their epic, and scope added after the quarter began', () => {
    const reopened = issuesWhere(({ changelog }) =>
      changelog.some(({ items }) => items.some(({ field, to }) => field === 'resolution' && to === null)),
    );
    const moved = issuesWhere((issue) => lastChangeOf(issue, 'IssueParentAssociation') !== undefined);
    const addedMidway = issuesWhere(({ created, parentId }) => parentId !== null && created > Date.parse('2026-10-15'));
    for (const found of [reopened, moved, addedMidway]) expect(found.length).toBeGreaterThanOrEqual(3);
  });

  it('has estimates on most stories, tasks and bugs but not on all', () => {
    const base = issuesWhere((issue) => typeOf(issue)?.hierarchyLevel === 0);
    const share = base.filter(({ custom }) => Object.keys(custom).length > 0).length / base.length;
    expect(share).toBeGreaterThan(0.55);
    expect(share).toBeLessThan(0.95);
  });

  it('is the same whenever it is asked for the same day, and another one on another day', () => {
    expect(JSON.stringify(demoJira(today))).toBe(JSON.stringify(site));
    expect(JSON.stringify(demoJira('2026-11-23'))).not.toBe(JSON.stringify(site));
  });
});

describe.each(['2026-11-22', '2026-10-01', '2026-12-31', '2027-01-02', '2028-02-29'])('the history as of %s', (day) => {
  const state = demoJira(day);

  it.each([
    ['status', 'statusId'],
    ['resolution', 'resolutionId'],
    ['assignee', 'assigneeId'],
    ['IssueParentAssociation', 'parentId'],
  ] as const)('ends, for the %s, with what the issue has now', (field, property) => {
    const changed = state.issues.filter((issue) => lastChangeOf(issue, field) !== undefined);
    expect(changed.length).toBeGreaterThan(0);
    for (const issue of changed)
      expect({ key: issue.key, value: lastChangeOf(issue, field)?.to }).toEqual({ key: issue.key, value: issue[property] });
  });

  it('continues each field where the change before left it', () => {
    for (const issue of state.issues) {
      const last = new Map<string, string | null>();
      for (const { field, from, fromString, to, toString } of issue.changelog.flatMap(({ items }) => items)) {
        const left = last.get(field);
        if (left !== undefined) expect({ key: issue.key, field, from: from ?? fromString }).toEqual({ key: issue.key, field, from: left });
        last.set(field, to ?? toString);
      }
    }
  });

  it('runs forward, after the creation and before the day begins', () => {
    for (const { key, created, updated, changelog } of state.issues) {
      const times = [created, ...changelog.map(({ at }) => at)];
      expect({ key, times }).toEqual({ key, times: [...new Set(times)].sort((a, b) => a - b) });
      expect(updated).toBe(times.at(-1));
      expect(updated).toBeLessThan(Date.parse(day));
    }
  });

  it('gives every issue a parent that exists, is older and stands one level above', () => {
    const byId = new Map(state.issues.map((issue) => [issue.id, issue]));
    for (const issue of state.issues.filter(({ parentId }) => parentId !== null)) {
      const parent = byId.get(issue.parentId ?? '');
      expect({ key: issue.key, level: parent && levelIn(state, parent) }).toEqual({ key: issue.key, level: levelIn(state, issue) + 1 });
      expect(parent?.created).toBeLessThan(issue.created);
    }
  });

  it('sets a resolution exactly where the issue is done', () => {
    const done = new Set(state.statuses.filter(({ category }) => category === 'done').map(({ id }) => id));
    for (const { key, statusId, resolutionId, resolved } of state.issues) {
      expect({ key, resolution: resolutionId !== null, resolved: resolved !== null }).toEqual({
        key,
        resolution: done.has(statusId),
        resolved: done.has(statusId),
      });
    }
  });
});

function levelIn(state: SiteState, issue: Issue): number {
  return state.issueTypes.find(({ id }) => id === issue.typeId)?.hierarchyLevel ?? Number.NaN;
}
