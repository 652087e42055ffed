/** Forge's limits on invocations and queues that the host enforces. Sizes in bytes, times in ms unless the name says otherwise. */
export type ForgeLimits = {
  /** For resolvers, triggers and dynamic properties. */
  readonly invocationMs: number;
  /** For consumers and scheduled triggers that do not set `timeoutSeconds`. */
  readonly backgroundMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly logLines: number;
};

export const forgeLimits: ForgeLimits = {
  invocationMs: 25_000,
  backgroundMs: 55_000,
  requestBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
  logLines: 100,
};

export const queueLimits = {
  eventsPerPush: 50,
  bytesPerPush: 200 * 1024,
  eventsPerMinute: 500,
  maxDelaySeconds: 900,
  retryDataBytes: 4 * 1024,
  keepsRetryingMs: 24 * 60 * 60 * 1000,
} as const;
