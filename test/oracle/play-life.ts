/**
 * Plays a random life on a site of its own. At the end of each round come the recovery and the comparison.
 *
 * The recovery is what the app promises: once Jira's index has caught up, one hourly pass makes every number true. Where that pass is itself cut
 * off or refused by Jira, the one an hour later does.
 */
import type { SiteState } from '../../local/jira/model';
import { openEmptyEngine } from '../support/engines';
import { openSite } from '../../local/site/site';
import { testSiteOver } from '../support/test-site';
import { compare, type Comparison } from './compare';
import { doAppStep } from './do-app-step';
import { doJiraStep } from './do-jira-step';
import { beginLife, hourMs, minuteMs, note, pass, tell, type Life } from './life';
import type { AppStep, Crash, JiraStep, RandomLife, Step, WorldStep } from './random-steps';

const jiraSteps: readonly string[] = [
  'transition',
  'label',
  'parent',
  'resolve',
  'estimate',
  'plan time',
  'type',
  'version',
  'delete',
  'archive',
  'restore',
  'move',
  'create',
  'delete project',
];
const worldSteps: readonly string[] = ['deliver', 'wait', 'events', 'too many requests'];
const isJiraStep = (step: Step): step is JiraStep => jiraSteps.includes(step.do);
const isWorldStep = (step: Step): step is WorldStep => worldSteps.includes(step.do);

async function dying(life: Life, crash: Crash, act: () => Promise<unknown>): Promise<void> {
  const { host } = life.site.site;
  if (crash !== null) host.dieAfterStatement(crash.after);
  await act();
  host.dieAfterStatement(null);
}

async function doWorldStep(life: Life, step: WorldStep): Promise<void> {
  const { host, jira } = life.site.site;
  note(life, `World: ${JSON.stringify(step)}`);
  switch (step.do) {
    case 'deliver':
      return dying(life, step.crash, () => host.drain());
    case 'events':
      life.events.mode = step;
      return host.setEventMode({ drop: step.drop, duplicate: step.duplicate, reorder: step.reorder, seed: step.seed });
    case 'too many requests':
      return jira.setFaults({ tooManyRequests: step.next });
    case 'wait': {
      // A few hours pass one by one; a longer time is one in which nobody called.
      const stops = step.hours <= 3 ? step.hours : 1;
      for (let stop = 0; stop < stops; stop += 1) {
        pass(life, (step.hours / stops) * hourMs);
        await dying(life, step.crash, () => host.runDueSchedules());
        await host.drain();
      }
    }
  }
}

/** To see what a failure does not need: `OKR_WITHOUT=archive,move` leaves these steps out. */
const without: readonly string[] = (process.env.OKR_WITHOUT ?? '').split(',');

async function doStep(life: Life, step: Step): Promise<void> {
  pass(life, minuteMs);
  if (without.includes(step.do)) return;
  if (isJiraStep(step)) return doJiraStep(life, step);
  if (isWorldStep(step)) return doWorldStep(life, step);
  return doAppStep(life, step satisfies AppStep);
}

type Trouble = RandomLife['rounds'][number]['trouble'];

/** Events that were held back arrive; the index catches up; the hour comes, and another one where the first was disturbed. */
async function recover(life: Life, trouble: Trouble): Promise<void> {
  const { host, jira } = life.site.site;
  jira.setFaults({ tooManyRequests: 0 });
  await life.site.settle();
  pass(life, life.lagMs + hourMs);
  if (trouble !== null) {
    note(life, `World: an hourly pass with ${JSON.stringify(trouble)}`);
    if ('diesAfter' in trouble) host.dieAfterStatement(trouble.diesAfter);
    else jira.setFaults({ tooManyRequests: trouble.tooManyRequests });
    await host.schedule('hourly').catch(() => undefined);
    host.dieAfterStatement(null);
    jira.setFaults({ tooManyRequests: 0 });
    await life.site.settle();
    pass(life, hourMs);
  }
  note(life, 'World: the hourly pass');
  await host.schedule('hourly');
  await life.site.settle();
}

export type LifeSums = {
  readonly checkpoints: number;
  readonly keyResults: number;
  readonly objectives: number;
  readonly issues: number;
  readonly happened: ReadonlyMap<string, number>;
};

/** Throws with the journal at the first difference between the app and the truth. */
export async function playLife(state: SiteState, random: RandomLife): Promise<LifeSums> {
  const site = testSiteOver(
    await openSite({
      dataDir: null,
      frozenAt: '2026-11-12T10:00:00.000Z',
      engine: await openEmptyEngine('libsql'),
      jiraState: state,
      sqlRates: { ddlPerMinute: null },
    }),
  );
  const life = beginLife(site, random.lagMinutes);
  const comparisons: Comparison[] = [];
  try {
    site.site.jira.setFaults({ indexLagMs: life.lagMs });
    site.site.host.onInvocation(({ moduleType, error, jira }) => {
      if (error?.includes('InvocationKilled')) tell(life, `died: ${moduleType}`);
      tell(life, 'refused with 429', jira.filter(({ status }) => status === 429).length);
    });
    for (const step of random.opening) await doStep(life, step);
    for (const { steps, trouble } of random.rounds) {
      for (const step of steps) await doStep(life, step);
      await recover(life, trouble);
      const comparison = await compare(life);
      comparisons.push(comparison);
      if (comparison.faults.length > 0) throw new Error(comparison.faults.slice(0, 12).join('\n'));
    }
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const logs = site.site.host
      .invocations()
      .flatMap((record) => [
        ...(record.error === null ? [] : [`${record.functionKey} ${record.resolverName ?? ''} ${record.error}`]),
        ...record.logs.filter(({ level }) => level === 'error').map(({ text }) => text),
      ]);
    throw new Error(
      `${cause}\n\nWhat happened (index lag ${random.lagMinutes} min):\n${life.journal.join('\n')}\n\nWhat the app logged:\n${logs.slice(-12).join('\n')}`,
      { cause: error },
    );
  } finally {
    await site.site.close();
  }
  const total = (of: (one: Comparison) => number): number => comparisons.reduce((sum, one) => sum + of(one), 0);
  return {
    checkpoints: comparisons.length,
    keyResults: total((one) => one.keyResults),
    objectives: total((one) => one.objectives),
    issues: total((one) => one.issues),
    happened: life.happened,
  };
}
