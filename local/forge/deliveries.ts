/**
 * Brings waiting events to the triggers and waiting jobs to the consumers, one at a time, until nothing is due.
 * What becomes of an event on the way is the channel's business, when a job is tried again the queue's.
 */
import type { Clock, ForgeHost, JiraEvent } from '../seams';
import type { EventChannel } from './event-channel';
import { outsideScope } from './globals';
import { cloudId } from './identity';
import type { InvocationRunner } from './invocation-runner';
import type { AppManifest, Trigger } from './manifest';
import { NotEmulated } from './not-emulated';
import type { DeliveryOutcome, ForgeQueue, QueueJob } from './queue';

export type Deliveries = {
  /** To every trigger that asks for events of its name. */
  deliverEvent(event: JiraEvent): Promise<void>;
  readonly drain: ForgeHost['drain'];
};

const asksForRetry = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && '_retry' in result && result._retry === true;

/** A drain does not wait for real: what is due within this time counts as due. */
const drainLooksAheadMs = 60_000;
const retriesPerDrain = 4;
const deliveriesPerDrain = 20_000;

/** What a handler that nobody called gets besides its payload. */
export const backgroundContext = (moduleKey: string): Record<string, unknown> => ({
  context: { cloudId, moduleKey },
  contextToken: `local-${moduleKey}`,
});

/** What a background handler throws is in its record; Forge logs it and goes on, and so does the host. */
export const outcomeOf = async (run: Promise<unknown>): Promise<DeliveryOutcome> => {
  try {
    return { type: 'returned', result: await run };
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
};

export const createDeliveries = (parts: {
  readonly manifest: AppManifest;
  readonly runner: InvocationRunner;
  readonly events: EventChannel;
  readonly queue: ForgeQueue;
  readonly clock: Clock;
}): Deliveries => {
  const { manifest, runner, events, queue, clock } = parts;

  const deliverTo = async (trigger: Trigger, event: JiraEvent): Promise<void> => {
    if (trigger.ignoreSelf && event.payload.selfGenerated === true) return;
    const outcome = await outcomeOf(
      runner.run({
        functionKey: trigger.functionKey,
        moduleType: 'trigger',
        moduleKey: trigger.key,
        resolverName: null,
        accountId: null,
        payload: { eventType: event.name, ...event.payload, ...backgroundContext(trigger.key) },
      }),
    );
    if (outcome.type === 'returned' && asksForRetry(outcome.result))
      throw new NotEmulated(`a retry asked for by the trigger "${trigger.key}"`);
  };

  const deliverEvent = async (event: JiraEvent): Promise<void> => {
    for (const trigger of manifest.triggers.filter((candidate) => candidate.events.includes(event.name))) await deliverTo(trigger, event);
  };

  /** True when the job was put back for a retry. */
  const deliverJob = async (job: QueueJob): Promise<boolean> => {
    const consumer = manifest.consumers.find((candidate) => candidate.queue === job.queueName);
    if (!consumer) throw new Error(`A job waits on the queue "${job.queueName}", which has no consumer any more.`);
    const { body, queueName, jobId, eventId, retryContext } = job;
    const outcome = await outcomeOf(
      runner.run({
        functionKey: consumer.functionKey,
        moduleType: 'consumer',
        moduleKey: consumer.key,
        resolverName: null,
        accountId: null,
        payload: { body, queueName, jobId, eventId, ...(retryContext ? { retryContext } : {}) },
      }),
    );
    return queue.settle(job, outcome);
  };

  const deliverAll = async (flushHeld: boolean, aheadMs: number): Promise<void> => {
    const retries = new Map<string, number>();
    if (flushHeld) events.flushHeld();
    for (let delivered = 0; delivered < deliveriesPerDrain; delivered += 1) {
      const event = events.take();
      if (event) {
        await deliverEvent(event);
        continue;
      }
      const job = queue.take(clock.now() + aheadMs, ({ eventId }) => (retries.get(eventId) ?? 0) <= retriesPerDrain);
      if (!job) return;
      if (await deliverJob(job)) retries.set(job.eventId, (retries.get(job.eventId) ?? 0) + 1);
    }
    throw new Error(`The queue did not come to rest after ${deliveriesPerDrain} deliveries: does a consumer push to itself for ever?`);
  };

  /** Drains wait for each other: two at once would deliver out of order. */
  let lastDrain: Promise<void> = Promise.resolve();

  return {
    deliverEvent,
    drain: async ({ flushHeld = false, ahead = 'a minute' } = {}) => {
      const turn = lastDrain.then(() => deliverAll(flushHeld, ahead === 'nothing' ? 0 : drainLooksAheadMs));
      lastDrain = turn.catch(() => undefined);
      return outsideScope(() => turn);
    },
  };
};
