import { demoOkrs } from '../../../local/demo/demo-okrs';
import { people, projects, type DemoProject } from '../../../local/demo/demo-people';
import type { JiraUser } from '../../../local/seams';
import { openSite, type Site } from '../../../local/site/site';
import type { Input } from '../../../src/contract/api';
import type { ProjectOkrs } from '../../../src/contract/okr';
import type { Result } from '../../../src/contract/result';

const now = '2026-11-22T10:15:00.000Z';

let site: Site;
beforeAll(async () => {
  site = await openSite({ dataDir: null, frozenAt: now, demo: true });
}, 60_000);
afterAll(() => site.close());

const projectOkrs = async (project: DemoProject, as: JiraUser, input: Input<'getProjectOkrs'> = {}): Promise<Result<ProjectOkrs>> => {
  const extension = { type: 'jira:projectPage', project: { id: project.id, key: project.key, type: 'software' } };
  return (await site.host.invoke('getProjectOkrs', input, {
    accountId: as.accountId,
    surface: { moduleKey: 'project-okrs', extension },
  })) as Result<ProjectOkrs>;
};

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const objectivesOf = async (cycleId?: string) => {
  const pages = await Promise.all(
    Object.values(projects).map((project) => projectOkrs(project, project.lead, cycleId === undefined ? {} : { cycleId })),
  );
  return pages.flatMap((page) => valueOf(page).objectives);
};

describe('the demo set, played through the app', () => {
  it('fills the running quarter with eight objectives and 22 key results in the words of the data', async () => {
    const objectives = await objectivesOf();
    const written = demoOkrs.filter(({ quarter }) => quarter === 0);
    expect(objectives.map(({ title }) => title)).toEqual(written.map(({ title }) => title));
    expect(objectives.flatMap(({ keyResults }) => keyResults.map(({ title }) => title))).toEqual(
      written.flatMap(({ keyResults }) => keyResults.map(({ title }) => title)),
    );
    expect(objectives).toHaveLength(8);
    expect(objectives.flatMap(({ keyResults }) => keyResults)).toHaveLength(22);
  });

  it('shows every health a key result can have', async () => {
    const healths = (await objectivesOf()).flatMap(({ keyResults }) => keyResults.map(({ health }) => health));
    expect(new Set(healths)).toEqual(new Set(['on-track', 'at-risk', 'off-track', 'done', 'not-started', 'not-measured']));
  });

  it('shows every reason for which an issue in scope is not counted', async () => {
    const work = (await objectivesOf()).flatMap(({ keyResults }) =>
      keyResults.flatMap((keyResult) => (keyResult.kind === 'work' ? [keyResult.work] : [])),
    );
    expect(work.some(({ cancelled }) => cancelled > 3)).toBe(true);
    expect(work.some(({ throughChildren }) => throughChildren > 0)).toBe(true);
    expect(work.some(({ unestimated }) => unestimated > 0)).toBe(true);
  });

  it('leaves an objective and a key result without an owner', async () => {
    const objectives = await objectivesOf();
    expect(objectives.filter(({ ownerAccountId }) => ownerAccountId === null)).toHaveLength(1);
    expect(objectives.flatMap(({ keyResults }) => keyResults).filter(({ ownerAccountId }) => ownerAccountId === null)).toHaveLength(1);
  });

  it('holds the quarter before, over and nearly done', async () => {
    const objectives = await objectivesOf('2026-q3');
    expect(objectives).toHaveLength(4);
    for (const { progress, expected } of objectives) {
      expect(expected).toBe(1);
      expect(progress).toBeGreaterThan(0.5);
    }
  });

  it('keeps the private project to its members and the site administrator', async () => {
    const askedFromWeb = async (person: JiraUser) => {
      const answer = await projectOkrs(projects.web, person, { projectId: projects.operations.id });
      return answer.ok ? answer.value.totalObjectives : answer.error.code;
    };
    expect(await Promise.all([people.kaito, people.ines, people.priya].map(askedFromWeb))).toEqual([3, 3, 'NOT_FOUND']);
  });

  it('needed no step that failed, and left the clock where it was', () => {
    expect(site.host.invocations().filter(({ error }) => error !== null)).toEqual([]);
    expect(new Date(site.clock.now()).toISOString()).toBe(now);
  });
});

it.each(['2026-10-01T00:30:00Z', '2026-12-31T20:00:00Z', '2028-02-29T06:00:00Z'])(
  'loads on %s as well, and the open quarter has its objectives',
  async (frozenAt) => {
    const other = await openSite({ dataDir: null, frozenAt, demo: true });
    try {
      const extension = { type: 'jira:projectPage', project: { id: projects.web.id, key: projects.web.key, type: 'software' } };
      const caller = { accountId: people.tomas.accountId, surface: { moduleKey: 'project-okrs', extension } };
      const page = valueOf((await other.host.invoke('getProjectOkrs', {}, caller)) as Result<ProjectOkrs>);
      expect(page.objectives).toHaveLength(3);
    } finally {
      await other.close();
    }
  },
  60_000,
);
