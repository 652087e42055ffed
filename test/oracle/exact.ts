/**
 * Exact numbers for the oracle: fractions of whole numbers, so that nothing it says can be an accident of floating point.
 * Every finite floating-point number is such a fraction.
 */
export type Exact = { readonly over: bigint; readonly under: bigint };

export const zero: Exact = { over: 0n, under: 1n };
export const one: Exact = { over: 1n, under: 1n };

/** The very value the machine holds, not the decimal it was written as. */
export function exact(value: number): Exact {
  if (!Number.isFinite(value)) throw new Error(`${value} is no fraction.`);
  let under = 1n;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    under *= 2n;
  }
  return { over: BigInt(whole), under };
}

export const plus = (a: Exact, b: Exact): Exact => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });
export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });
export const sum = (all: readonly Exact[]): Exact => all.reduce(plus, zero);
export const isZero = (a: Exact): boolean => a.over === 0n;

export function dividedBy(a: Exact, b: Exact): Exact {
  if (isZero(b)) throw new Error('Divided by nothing.');
  // What is below the line stays above 0, so that the sign is that of what is above it.
  const turned = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * turned, under: a.under * b.over * turned };
}

/** Below, at or above 0: -1, 0, 1. */
const sign = (a: Exact): number => Number(a.over > 0n) - Number(a.over < 0n);
export const isLess = (a: Exact, b: Exact): boolean => sign(minus(a, b)) < 0;

const extraBits = 128n;

/** The nearest floating-point number, but for the last bit. */
export function asNumber(a: Exact): number {
  return Number((a.over << extraBits) / a.under) / 2 ** Number(extraBits);
}

/** Whether a floating-point result is the exact one up to 1e-9 (of its size, where it is above 1). */
export function agrees(found: number | null, truth: Exact | null): boolean {
  if (found === null || truth === null) return found === null && truth === null;
  const expected = asNumber(truth);
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
