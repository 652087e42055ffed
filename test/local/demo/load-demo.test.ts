import { demoOkrs } from '../../../local/demo/demo-okrs';
import { groups, okrAdmin, people, projects, type DemoProject } from '../../../local/demo/demo-people';
import type { JiraUser } from '../../../local/seams';
import { openSite, type Site } from '../../../local/site/site';
import type { ApiName, Input } from '../../../src/contract/api';
import type { CheckIns } from '../../../src/contract/check-ins';
import type { CycleReport } from '../../../src/contract/closing';
import type { Learning } from '../../../src/contract/learning';
import type { CompanyOkrs } from '../../../src/contract/company';
import type { ScopeLedger } from '../../../src/contract/history';
import type { DemoSetView } from '../../../src/contract/demo-set';
import type { ProjectOkrs } from '../../../src/contract/okr';
import type { RadarView } from '../../../src/contract/radar';
import type { Result } from '../../../src/contract/result';
import { derailers } from '../../../src/domain/radar/derailers';
import { goldenTable } from '../../support/golden-tables';

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

const onCompanyPage = async <T>(name: ApiName, input: unknown, as: JiraUser): Promise<T> => {
  const surface = { moduleKey: 'company-okrs', extension: { type: 'jira:globalPage' } };
  return valueOf((await site.host.invoke(name, input, { accountId: as.accountId, surface })) as Result<T>);
};

describe('the demo set, played through the app', () => {
  it('fills the projects’ running quarter with eight objectives and 28 key results in the words of the data', async () => {
    const objectives = await objectivesOf();
    const written = demoOkrs.filter(({ home, cycle }) => home.level === 'project' && cycle === 'quarter');
    expect(objectives.map(({ title }) => title)).toEqual(written.map(({ title }) => title));
    expect(objectives.flatMap(({ keyResults }) => keyResults.map(({ title }) => title))).toEqual(
      written.flatMap(({ keyResults }) => keyResults.map(({ title }) => title)),
    );
    expect(objectives).toHaveLength(8);
    expect(objectives.flatMap(({ keyResults }) => keyResults)).toHaveLength(28);
  });

  it('shows every health a key result can have', async () => {
    const healths = (await objectivesOf()).flatMap(({ keyResults }) => keyResults.map(({ health }) => health));
    expect(new Set(healths)).toEqual(new Set(['on-track', 'at-risk', 'off-track', 'done', 'not-started', 'not-measured']));
  });

  it('shows every kind of key result, and every way to count and to measure', async () => {
    const keyResults = (await objectivesOf()).flatMap((objective) => objective.keyResults);
    expect(new Set(keyResults.map(({ kind }) => kind))).toEqual(new Set(['work', 'metric', 'band', 'milestones']));
    const rules = keyResults.flatMap((keyResult) => (keyResult.kind === 'work' ? [keyResult.rule] : []));
    expect(new Set(rules.map(({ weightBy }) => weightBy))).toEqual(new Set(['count', 'points', 'estimate']));
    const wanted = keyResults.find((keyResult) => keyResult.kind === 'work' && keyResult.rule.wanted !== null);
    expect(wanted?.progress).toBeGreaterThan(0.1);
    expect(wanted?.progress).toBeLessThan(1);
    const fromJira = keyResults.flatMap((keyResult) =>
      keyResult.kind === 'metric' && keyResult.metric.source.by === 'jira' ? [keyResult] : [],
    );
    expect(fromJira).toHaveLength(1);
    expect(fromJira[0]?.progress).toBeGreaterThan(0.2);
    expect(fromJira[0]?.progress).toBeLessThan(1);
  });

  it('shows work that is done for an outcome that does not move, and an objective that says another number than its parts', async () => {
    const objectives = await objectivesOf();
    const diverging = objectives.flatMap(({ keyResults }) =>
      keyResults.flatMap((keyResult) => (keyResult.kind === 'metric' && keyResult.track?.diverges ? [keyResult.title] : [])),
    );
    expect(diverging).toEqual(['Barriers that people report from 14 to 3 a month']);
    const overridden = objectives.filter(({ override }) => override !== null);
    expect(overridden.map(({ progress, computed }) => [progress, computed === progress])).toEqual([[0.6, false]]);
  });

  it('leads from the work of projects over groups up to what the company wants of the year', async () => {
    const year = await onCompanyPage<CompanyOkrs>('getCompanyOkrs', { cycleId: 'demo-year' }, okrAdmin);
    const quarter = await onCompanyPage<CompanyOkrs>('getCompanyOkrs', {}, people.ines);
    const all = new Map([...year.objectives, ...quarter.objectives].map((objective) => [objective.id, objective]));
    const pathOf = (id: string | null): readonly string[] => {
      const objective = id === null ? undefined : all.get(id);
      return objective === undefined ? [] : [objective.home.level, ...pathOf(objective.parent?.objective?.id ?? null)];
    };
    const paths = quarter.objectives.map(({ id }) => pathOf(id).join(' < '));
    expect(paths).toContain('project < group < company < company');
    expect(paths).toContain('project < project < group < company');
    expect(paths).toContain('project');
    const above = quarter.objectives.find(({ title }) => title.startsWith('Checkout feels instant'));
    expect(above?.measured.total).toBe((above?.keyResults.length ?? 0) + 1);
  });

  it('shows the private objective of the company to those who have to do with it, and to nobody else', async () => {
    const sees = async (person: JiraUser): Promise<number> => {
      const { objectives } = await onCompanyPage<CompanyOkrs>('getCompanyOkrs', { cycleId: 'demo-year' }, person);
      return objectives.filter(({ audience }) => audience !== null).length;
    };
    expect(await Promise.all([okrAdmin, people.tomas, people.ines, groups.shopping.lead].map(sees))).toEqual([1, 1, 0, 0]);
  });

  it('has scopes that have grown since they were frozen, and names who brought what', async () => {
    const keyResults = (await objectivesOf()).flatMap((objective) => objective.keyResults).filter(({ kind }) => kind === 'work');
    const ledgers = await Promise.all(
      keyResults.map(({ id }) => onCompanyPage<ScopeLedger>('getLedger', { keyResultId: id }, people.ines)),
    );
    const grown = ledgers.filter(({ growth }) => growth !== null && growth > 0);
    expect(grown.length).toBeGreaterThan(3);
    expect(ledgers.every(({ baseline, now: { issues } }) => baseline === null || baseline.day <= '2026-10-30' || issues === 0)).toBe(true);
  });

  it('has what nobody has looked at for weeks, what stands in the way, and owners who have left', async () => {
    const keyResults = (await objectivesOf()).flatMap((objective) => objective.keyResults);
    expect(keyResults.filter(({ attention }) => attention.isStale).length).toBeGreaterThan(1);
    expect(keyResults.filter(({ attention }) => !attention.isStale).length).toBeGreaterThan(10);
    expect(keyResults.filter(({ ownerInactive }) => ownerInactive)).toHaveLength(1);
    const said = await Promise.all(keyResults.map(({ id }) => onCompanyPage<CheckIns>('listCheckIns', { keyResultId: id }, people.ines)));
    expect(said.flatMap(({ checkIns }) => checkIns).filter(({ blockers }) => blockers !== '').length).toBeGreaterThan(2);
  });

  it('shows every reason for which an issue in scope is not counted', async () => {
    const work = (await objectivesOf()).flatMap(({ keyResults }) =>
      keyResults.flatMap((keyResult) => (keyResult.kind === 'work' ? [keyResult.work] : [])),
    );
    expect(work.some(({ cancelled }) => cancelled > 3)).toBe(true);
    expect(work.some(({ throughChildren }) => throughChildren > 0)).toBe(true);
    expect(work.some(({ unestimated }) => unestimated > 0)).toBe(true);
  });

  it('knows the past of every key result that issues serve, and of its objective', async () => {
    const objectives = await objectivesOf();
    const served = objectives.filter(({ keyResults }) =>
      keyResults.some((keyResult) => keyResult.kind === 'work' && keyResult.work.inScope > 0),
    );
    expect(served.length).toBeGreaterThan(3);
    for (const { trend, keyResults } of served) {
      expect(trend.length).toBeGreaterThan(5);
      for (const keyResult of keyResults) {
        if (keyResult.kind === 'work' && keyResult.work.inScope > 0 && keyResult.health !== 'not-started')
          expect(keyResult.trend.length).toBeGreaterThan(1);
      }
    }
  });

  it('leaves an objective and a key result without an owner', async () => {
    const objectives = await objectivesOf();
    expect(objectives.filter(({ ownerAccountId }) => ownerAccountId === null)).toHaveLength(1);
    expect(objectives.flatMap(({ keyResults }) => keyResults).filter(({ ownerAccountId }) => ownerAccountId === null)).toHaveLength(1);
  });

  it('holds the quarter before, graded and closed: in part, as a success, and one objective missed', async () => {
    const objectives = await objectivesOf('2026-q3');
    expect(objectives).toHaveLength(5);
    const missed = objectives.filter(({ grade }) => grade?.verdict === 'missed');
    expect(missed.map(({ title }) => title)).toEqual(['People see at home whether a sofa fits']);
    expect(new Set(objectives.map(({ grade }) => grade?.verdict))).toEqual(new Set(['met', 'part', 'missed']));
    const report = await onCompanyPage<CycleReport>('getCycleReport', { cycleId: '2026-q3' }, okrAdmin);
    expect(report).toMatchObject({ cycle: { state: 'closed', closedDay: '2026-10-05' }, closedBecause: null });
    for (const { progress, expected, title } of objectives) {
      expect(expected).toBe(1);
      expect([title, (progress ?? 0) > 0.5]).toEqual([title, !missed.some((objective) => objective.title === title)]);
    }
  });

  it('has enough of a quarter behind it to learn from: forecasts from its middle on, and what was said with check-ins', async () => {
    const { forecasts, signs } = await onCompanyPage<Learning>('getLearning', {}, people.ines);
    // Three weeks into a quarter nothing of it is forecast yet.
    expect(forecasts.map(({ moment, forecasts: count }) => [moment, count >= 10])).toEqual([
      [25, false],
      [50, true],
      [75, true],
    ]);
    expect(forecasts.flatMap(({ brier }) => (brier === null ? [] : [brier.score < brier.baseScore]))).toEqual([true, true]);
    expect(signs.filter(({ rho }) => rho !== null).map(({ sign }) => sign)).toEqual(['check-ins', 'key-result-wording']);
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

describe('each derailer speaks of one objective, and has nothing to say of another', () => {
  /** By title: the score of each derailer. */
  const scoresIn = async (cycleIds: readonly (string | undefined)[]): Promise<ReadonlyMap<string, ReadonlyMap<string, number | null>>> => {
    const scores = new Map<string, ReadonlyMap<string, number | null>>();
    for (const cycleId of cycleIds) {
      const page = await onCompanyPage<CompanyOkrs>('getCompanyOkrs', cycleId === undefined ? {} : { cycleId }, people.ines);
      for (const { id, title } of page.objectives) {
        const { spokes } = await onCompanyPage<RadarView>('getRadar', { subject: { type: 'objective', id } }, people.ines);
        scores.set(title, new Map(spokes.map(({ derailer, score }) => [derailer, score])));
      }
    }
    return scores;
  };
  const expectTable = (name: string, scores: Awaited<ReturnType<typeof scoresIn>>): void => {
    const rows = goldenTable(name, 'radar.md');
    expect(rows.map(({ title }) => title)).toEqual(derailers);
    for (const { title: derailer, cell } of rows) {
      const [speaks, silent] = [cell('speaks of'), cell('has nothing to say of')].map((title) => scores.get(title)?.get(derailer));
      expect({ derailer, speaks: typeof speaks === 'number' && speaks < 100, silent }).toEqual({ derailer, speaks: true, silent: 100 });
    }
  };

  it('in the company of the local site', async () => {
    expectTable('the company of the local site', await scoresIn([undefined]));
  });

  it('in the set that an OKR admin loads', async () => {
    const input = { id: 'demo-set', projectIds: Object.values(projects).map(({ id }) => id) };
    for (let state = ''; state !== 'loaded';) ({ state } = await onCompanyPage<DemoSetView>('loadDemoSet', input, people.ines));
    await site.host.drain({ flushHeld: true });
    expectTable('the set that is loaded', await scoresIn(['demo-set-quarter', 'demo-set-year']));
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
