import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { JiraEvent } from '../../../local/seams';
import { noon, openFakeApp } from './fake-app';
import type { FakeApp, Handler } from './fake-app';

const queue = new Queue({ key: 'work' });
const second = 1000;

type Job = { readonly body: { readonly n: number }; readonly retryContext?: { readonly retryCount: number; readonly retryData: unknown } };

let app: FakeApp;
afterEach(() => app.close());

/** An app whose hourly schedule pushes what the test wants, and whose consumer notes what it gets. */
const openWithJobs = async (
  push: () => Promise<unknown>,
  consume: (job: Job) => unknown = () => undefined,
): Promise<{ readonly taken: Job[]; push(): Promise<void> }> => {
  const taken: Job[] = [];
  const consumer: Handler = (job: Job) => {
    taken.push(job);
    return consume(job);
  };
  app = await openFakeApp({ hourly: push, consumer });
  return { taken, push: () => app.host.schedule('hourly') };
};

const event = (n: number): JiraEvent => ({ name: 'avi:jira:updated:issue', payload: { issue: { id: String(n) }, selfGenerated: false } });

describe('the queue', () => {
  test('brings each event of a push to the consumer, in JSON', async () => {
    const { taken, push } = await openWithJobs(() => queue.push([{ body: { n: 1 } }, { body: { n: 2, at: new Date(0) } }]));
    await push();
    expect(app.host.invocations().at(-1)?.queuePushes).toBe(1);
    await app.host.drain();
    expect(taken).toMatchObject([
      { body: { n: 1 }, queueName: 'work', jobId: expect.any(String), eventId: expect.any(String) },
      { body: { n: 2, at: '1970-01-01T00:00:00.000Z' } },
    ]);
  });

  test('delivers a delay of a minute within a drain, a longer one when the clock gets there', async () => {
    const { taken, push } = await openWithJobs(() =>
      queue.push([
        { body: { n: 1 }, delayInSeconds: 60 },
        { body: { n: 2 }, delayInSeconds: 600 },
      ]),
    );
    await push();
    await app.host.drain();
    expect(taken.map((job) => job.body.n)).toEqual([1]);
    app.clock.set(noon + 600 * second);
    await app.host.drain();
    expect(taken.map((job) => job.body.n)).toEqual([1, 2]);
  });

  test('delivers again what the consumer threw on, and stops when it succeeds', async () => {
    let failures = 2;
    const { taken, push } = await openWithJobs(
      () => queue.push({ body: { n: 1 } }),
      () => {
        if (failures-- > 0) throw new Error('not now');
      },
    );
    await push();
    await app.host.drain();
    expect(taken.map((job) => job.retryContext?.retryCount ?? 0)).toEqual([0, 1, 2]);
  });

  test('retries four times in a drain and keeps the job for later', async () => {
    const { taken, push } = await openWithJobs(
      () => queue.push({ body: { n: 1 } }),
      () => {
        throw new Error('never');
      },
    );
    await push();
    await app.host.drain();
    expect(taken).toHaveLength(5);
    app.clock.set(noon + 120 * second);
    await app.host.drain();
    expect(taken).toHaveLength(6);
  });

  test('honours a retry the consumer asks for, with its data', async () => {
    const { taken, push } = await openWithJobs(
      () => queue.push({ body: { n: 1 } }),
      (job) =>
        job.retryContext
          ? undefined
          : new InvocationError({ retryAfter: 600, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST, retryData: { from: 7 } }),
    );
    await push();
    await app.host.drain();
    expect(taken).toHaveLength(1);
    app.clock.set(noon + 600 * second);
    await app.host.drain();
    expect(taken[1]).toMatchObject({ retryContext: { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { from: 7 } } });
  });

  test('refuses more than 500 events in a minute of the site clock', async () => {
    const fifty = Array.from({ length: 50 }, (_, n) => ({ body: { n } }));
    const { push } = await openWithJobs(() => queue.push(fifty));
    for (let pushes = 0; pushes < 10; pushes += 1) await push();
    await expect(push()).rejects.toThrow('Too many requests.');
    app.clock.set(noon + 60 * second);
    await expect(push()).resolves.toBeUndefined();
  });

  test('names the events of a push it could not take', async () => {
    const { taken, push } = await openWithJobs(() =>
      queue.push([{ body: { n: 1 } }, { body: { n: 2 }, concurrency: { key: '', limit: 1 } }]),
    );
    await expect(push()).rejects.toThrow('Failed to process 1 event(s).');
    await app.host.drain();
    expect(taken.map((job) => job.body.n)).toEqual([1]);
  });

  test('without a consumer in the manifest is refused', async () => {
    const { push } = await openWithJobs(() => new Queue({ key: 'elsewhere' }).push({ body: { n: 1 } }));
    await expect(push()).rejects.toThrow('No consumer in the manifest for the queue "elsewhere"');
  });

  test('outlives the host in its dump', async () => {
    const { push } = await openWithJobs(() => queue.push({ body: { n: 1 }, delayInSeconds: 300 }));
    await push();
    app.host.acceptEvent(event(5));
    const state: unknown = JSON.parse(JSON.stringify(app.host.dump()));
    await app.close();

    const seen: unknown[] = [];
    const note: Handler = (payload: unknown) => seen.push(payload);
    app = await openFakeApp({ consumer: note, trigger: note }, { state });
    app.clock.set(noon + 300 * second);
    await app.host.drain();
    expect(seen).toMatchObject([{ issue: { id: '5' } }, { body: { n: 1 } }]);
  });
});

describe('events', () => {
  const openWithTrigger = async (): Promise<string[]> => {
    const seen: string[] = [];
    const trigger: Handler = (payload: { readonly issue: { readonly id: string } }) => seen.push(payload.issue.id);
    app = await openFakeApp({ trigger });
    return seen;
  };
  const ids = Array.from({ length: 40 }, (_, n) => n);
  const send = async (): Promise<void> => {
    ids.forEach((n) => app.host.acceptEvent(event(n)));
    await app.host.drain();
  };

  test('reach the triggers that ask for them, once and in order, with the module they belong to', async () => {
    const seen = await openWithTrigger();
    app.host.acceptEvent({ name: 'avi:jira:commented:issue', payload: { issue: { id: 'x' } } });
    await send();
    expect(seen).toEqual(ids.map(String));
    expect(app.host.invocations().at(-1)).toMatchObject({ functionKey: 'trigger', moduleType: 'trigger', accountId: null });
  });

  test('are partly lost, partly doubled, and the same ones for the same seed', async () => {
    const seen = await openWithTrigger();
    app.host.setEventMode({ drop: 0.3, duplicate: 0.3, seed: 4 });
    await send();
    const first = seen.splice(0);
    expect(new Set(first).size).toBeLessThan(40);
    expect(first.length).toBeGreaterThan(new Set(first).size);
    app.host.setEventMode({ seed: 4 });
    await send();
    expect(seen).toEqual(first);
  });

  test('wait and come shuffled when reordering is on', async () => {
    const seen = await openWithTrigger();
    app.host.setEventMode({ reorder: true, seed: 4 });
    await send();
    expect(seen).toEqual([]);
    await app.host.drain({ flushHeld: true });
    expect(seen).not.toEqual(ids.map(String));
    expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(ids.map(String));
  });

  test('that a trigger throws on are in the records and do not stop the next', async () => {
    const seen: string[] = [];
    const trigger: Handler = ({ issue }: { readonly issue: { readonly id: string } }) => {
      if (issue.id === '0') throw new Error('bad issue');
      seen.push(issue.id);
    };
    app = await openFakeApp({ trigger });
    await send();
    expect(seen).toHaveLength(39);
    expect(app.host.invocations()[0]?.error).toBe('Error: bad issue');
  });

  test('cannot be asked for again by a trigger, and that is said', async () => {
    app = await openFakeApp({ trigger: () => new InvocationError() });
    app.host.acceptEvent(event(1));
    await expect(app.host.drain()).rejects.toThrow('NotEmulated: a retry asked for by the trigger "changed"');
  });

  test('of an installation reach the lifecycle trigger', async () => {
    const seen: unknown[] = [];
    const trigger: Handler = (payload: unknown) => seen.push(payload);
    app = await openFakeApp({ trigger });
    await app.host.install();
    expect(seen).toMatchObject([{ eventType: 'avi:forge:installed:app', app: { version: expect.any(String) } }]);
  });
});

describe('schedules', () => {
  test('run when their interval has passed by the site clock, once however long it was', async () => {
    const runs: string[] = [];
    app = await openFakeApp({ hourly: () => runs.push('hourly'), daily: () => runs.push('daily') });
    await app.host.runDueSchedules();
    expect(runs).toEqual([]);
    app.clock.set(noon + 3600 * second);
    await app.host.runDueSchedules();
    await app.host.runDueSchedules();
    expect(runs).toEqual(['hourly']);
    app.clock.set(noon + 90 * 24 * 3600 * second);
    await app.host.runDueSchedules();
    expect(runs).toEqual(['hourly', 'hourly', 'daily']);
  });

  test('run by name at any time, with no user', async () => {
    const payloads: unknown[] = [];
    app = await openFakeApp({ daily: (payload: unknown, context: unknown) => payloads.push({ payload, context }) });
    await app.host.schedule('daily');
    expect(payloads).toEqual([
      {
        payload: { context: { cloudId: expect.any(String), moduleKey: 'daily' }, contextToken: expect.any(String) },
        context: { installContext: expect.stringMatching(/^ari:cloud:jira::site\//) },
      },
    ]);
    await expect(app.host.schedule('yearly')).rejects.toThrow('there are hourly, daily');
  });
});
