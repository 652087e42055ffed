/**
 * Lets the demo company live through its running quarter: its Jira is turned back to the first day and played again, and its people write their
 * OKRs through the app's own resolver functions when they did. Never touches the app's tables; what it does, people could have done.
 */
import { z } from 'zod';
import { addDays, dayOf } from '../../src/domain/calendar';
import { forecastMoments, momentDay } from '../../src/domain/learning/moment';
import type { Clock, ForgeHost, JiraStandIn, SurfaceContext } from '../seams';
import { demoJira } from './demo-issues';
import type { DemoHome } from './demo-people';
import { closeQuarter } from './close-quarter';
import { demoObjectiveIds, demoSteps } from './demo-steps';
import { quarterAt } from './plan-issues';
import type { Step } from './step';

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

const hourMs = 3_600_000;
/** The quarter before is graded and closed so many days into the running one. */
const CLOSED_AFTER_DAYS = 4;

/** What happens at a moment (epoch ms). */
type Moment = { readonly at: number; readonly happen: () => void | Promise<void> };

/**
 * Fills the app of a site whose Jira is `demoJira` of the clock's day. The clock is back where it was, and the Jira as it was, when this returns.
 * Throws when the app refuses a step: the demo set is then at fault, or the app.
 */
export async function loadDemo(site: { readonly host: ForgeHost; readonly clock: Clock; readonly jira: JiraStandIn }): Promise<void> {
  const { host, clock, jira } = site;
  const now = clock.now();
  const today = dayOf(now);
  const { startDay } = quarterAt(today, 0);
  try {
    const written = demoSteps(now, demoJira(today).issues).map((step): Moment => ({
      at: step.at,
      happen: async () => {
        clock.set(step.at);
        await take(host, step);
      },
    }));
    const lived = jira
      .openReplay({ from: `${startDay}T00:00:00Z` })
      .steps.map((step): Moment => ({ at: step.at, happen: () => step.apply() }));
    const passes = passDays(startDay, today).map((day): Moment => {
      const at = Date.parse(day) + 23.5 * hourMs;
      return {
        at,
        happen: async () => {
          clock.set(at);
          await host.drain({ flushHeld: true });
          await host.schedule('hourly');
          // Once a week is enough for what is kept by week.
          if (new Date(at).getUTCDay() === 0) await host.schedule('daily');
        },
      };
    });
    const before = quarterAt(today, -1);
    // Of what people measured then there are forecasts; of its issues there is no Jira as it was. What is asked of queues waits for the running quarter.
    const looks = forecastMoments.map((moment): Moment => {
      const at = Date.parse(momentDay({ startDay: before.startDay, dueDay: before.endDay }, moment)) + 23.5 * hourMs;
      return {
        at,
        happen: async () => {
          clock.set(at);
          await host.schedule('daily');
        },
      };
    });
    const closedAt = Date.parse(addDays(startDay, CLOSED_AFTER_DAYS)) + 10 * hourMs;
    const closing: Moment = {
      at: closedAt,
      happen: async () => {
        clock.set(closedAt);
        await closeQuarter((step) => take(host, step), before.id, demoObjectiveIds());
      },
    };
    const closings = closedAt < now ? [closing] : [];
    for (const { happen } of [...lived, ...looks, ...passes, ...written, ...closings].sort((a, b) => a.at - b.at)) await happen();
  } finally {
    clock.set(now);
  }
  await host.drain({ flushHeld: true });
  // The app has been there all along: its numbers are as of now.
  await host.schedule('daily');
  await host.schedule('hourly');
}

/** The days that end with a look at everything: all since the plan of the quarter was written. */
function passDays(startDay: string, today: string): readonly string[] {
  const days: string[] = [];
  for (let day = addDays(startDay, 1); day < today; day = addDays(day, 1)) days.push(day);
  return days;
}

const surfaceOf = (home: DemoHome): SurfaceContext => {
  if (home.level !== 'project') return { moduleKey: 'company-okrs', extension: { type: 'jira:globalPage' } };
  const project = { id: home.id, key: home.key, type: 'software' };
  return { moduleKey: 'project-okrs', extension: { type: 'jira:projectPage', project } };
};

async function take(host: ForgeHost, { name, input, actor, home }: Omit<Step, 'at'>): Promise<unknown> {
  const answer = answerSchema.parse(await host.invoke(name, input, { accountId: actor.accountId, surface: surfaceOf(home) }));
  if (!answer.ok)
    throw new Error(
      `The app refused ${name} by ${actor.displayName} (${JSON.stringify(input)}): ${answer.error.code} ${answer.error.message}`,
    );
  return answer.value;
}
