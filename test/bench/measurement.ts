/** One line of the bench: what was measured, what it may be, what it is. */
export type Measurement = {
  readonly what: string;
  /** In words; a dash where nothing is promised. */
  readonly budget: string;
  readonly measured: string;
  /** Null where nothing is promised. */
  readonly ok: boolean | null;
};

/** A count (requests, invocations, points) that may not be passed. */
export const atMost = (what: string, limit: number, measured: number, unit: string): Measurement => ({
  what,
  budget: `≤ ${limit} ${unit}`,
  measured: `${measured} ${unit}`,
  ok: measured <= limit,
});

/** Two counts that must not differ, of a small and a large case. */
export const sameFor = (what: string, measured: readonly (readonly [of: string, count: number])[]): Measurement => ({
  what,
  budget: 'the same',
  measured: measured.map(([of, count]) => `${count} for ${of}`).join(', '),
  ok: new Set(measured.map(([, count]) => count)).size === 1,
});

/** A size in bytes against a limit in KB of 1,000 bytes. */
export const sizeAtMost = (what: string, limitKb: number, bytes: number): Measurement => ({
  what,
  budget: `≤ ${limitKb} KB`,
  measured: `${(bytes / 1000).toFixed(1)} KB`,
  ok: bytes <= limitKb * 1000,
});

/** Something worth knowing that is not promised. */
export const noted = (what: string, measured: string): Measurement => ({ what, budget: '–', measured, ok: null });
