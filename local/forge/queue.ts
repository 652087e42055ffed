/**
 * Forge's async events: pushes are checked against the platform's limits and kept as jobs until a consumer has taken
 * them well. At least once, by the site's clock, with back-off and the retries a consumer asks for.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../seams';
import { queueLimits } from './limits';

const record = z.record(z.string(), z.unknown());

const queueJob = z.object({
  eventId: z.string(),
  jobId: z.string(),
  queueName: z.string(),
  body: record,
  concurrency: z.object({ key: z.string(), limit: z.number() }).nullable(),
  pushedAt: z.number(),
  /** Epoch ms before which it is not delivered. */
  dueAt: z.number(),
  failures: z.number(),
  retryContext: z.object({ retryCount: z.number(), retryReason: z.string(), retryData: z.unknown() }).nullable(),
});
export type QueueJob = Readonly<z.infer<typeof queueJob>>;

/** What is saved with the site: the jobs not yet done, and when the last minute's events were pushed. */
export const queueState = z.object({ jobs: z.array(queueJob), pushedAt: z.array(z.number()) });
export type QueueState = z.infer<typeof queueState>;

const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(z.unknown()),
});
const pushedEvent = z.object({
  body: record,
  delayInSeconds: z.number().min(0).max(queueLimits.maxDelaySeconds).optional(),
  concurrency: z.object({ key: z.string().min(1), limit: z.number().int().positive() }).optional(),
});
const retryResult = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().positive().max(queueLimits.maxDelaySeconds).default(1),
      retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
      retryData: record.optional(),
    })
    .default({ retryAfter: 1, retryReason: 'FUNCTION_RETRY_REQUEST' }),
});

type PushReply = { readonly status: number; readonly body: unknown };

/** How a delivery ended, as far as the queue cares. */
export type DeliveryOutcome =
  { readonly type: 'returned'; readonly result: unknown } | { readonly type: 'failed'; readonly reason: string };

export type ForgeQueue = {
  /** Answers as Atlassian's endpoint does: 201 taken, 202 some refused, 400, 413 or 429 none taken. */
  push(requestBody: string, knownQueues: ReadonlySet<string>): PushReply;
  /** The earliest job due at the given time for which `accepts` holds, removed. */
  take(now: number, accepts: (job: QueueJob) => boolean): QueueJob | undefined;
  /** Puts a taken job back where its delivery calls for a retry; says whether it did. */
  settle(job: QueueJob, outcome: DeliveryOutcome): boolean;
  state(): QueueState;
};

/** Seconds until the next attempt after the n-th failure: 5, 10, 20, … up to the longest delay. */
const backOffSeconds = (failures: number): number => Math.min(5 * 2 ** (failures - 1), queueLimits.maxDelaySeconds);

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export const createForgeQueue = (clock: Clock, saved?: QueueState): ForgeQueue => {
  const jobs = [...(saved?.jobs ?? [])];
  let pushedAt = [...(saved?.pushedAt ?? [])];

  const retry = (job: QueueJob, seconds: number, reason: string, data: unknown): boolean => {
    if (clock.now() - job.pushedAt > queueLimits.keepsRetryingMs) return false;
    jobs.push({
      ...job,
      dueAt: clock.now() + seconds * 1000,
      failures: job.failures + 1,
      retryContext: { retryCount: job.failures + 1, retryReason: reason, retryData: data },
    });
    return true;
  };

  return {
    push: (requestBody, knownQueues) => {
      const { queueName, jobId, payload } = pushRequest.parse(JSON.parse(requestBody));
      if (!knownQueues.has(queueName))
        return { status: 400, body: { message: `No consumer in the manifest for the queue "${queueName}"`, errors: [] } };
      if (payload.length > queueLimits.eventsPerPush)
        return { status: 400, body: { message: `At most ${queueLimits.eventsPerPush} events a push`, errors: [] } };
      if (bytes(payload) > queueLimits.bytesPerPush)
        return { status: 413, body: { errorMessage: `A push carries at most ${queueLimits.bytesPerPush / 1024} KB` } };
      const now = clock.now();
      // Also those after now: the clock may have been set back.
      pushedAt = pushedAt.filter((at) => at > now - 60_000 && at <= now);
      if (pushedAt.length + payload.length > queueLimits.eventsPerMinute) return { status: 429, body: { message: 'Rate limit exceeded' } };

      const failedEvents: { index: number; errorMessage: string }[] = [];
      payload.forEach((candidate, index) => {
        const event = pushedEvent.safeParse(candidate);
        if (!event.success) {
          failedEvents.push({ index, errorMessage: z.prettifyError(event.error) });
          return;
        }
        const { body, delayInSeconds = 0, concurrency = null } = event.data;
        pushedAt.push(now);
        jobs.push({
          eventId: randomUUID(),
          jobId,
          queueName,
          body,
          concurrency,
          pushedAt: now,
          dueAt: now + delayInSeconds * 1000,
          failures: 0,
          retryContext: null,
        });
      });
      return failedEvents.length === 0 ? { status: 201, body: {} } : { status: 202, body: { failedEvents } };
    },

    take: (now, accepts) => {
      const candidates = jobs.filter((job) => job.dueAt <= now && accepts(job));
      const next = candidates.reduce<QueueJob | undefined>((first, job) => (first && first.dueAt <= job.dueAt ? first : job), undefined);
      if (next) jobs.splice(jobs.indexOf(next), 1);
      return next;
    },

    settle: (job, outcome) => {
      if (outcome.type === 'failed') return retry(job, backOffSeconds(job.failures + 1), outcome.reason, null);
      const asked = retryResult.safeParse(outcome.result);
      if (!asked.success) return false;
      const { retryAfter, retryReason, retryData } = asked.data.retryOptions;
      if (retryData !== undefined && bytes(retryData) > queueLimits.retryDataBytes)
        return retry(job, backOffSeconds(job.failures + 1), 'retryData is larger than 4 KB', null);
      return retry(job, retryAfter, retryReason, retryData ?? null);
    },

    state: () => ({ jobs: [...jobs], pushedAt: [...pushedAt] }),
  };
};
