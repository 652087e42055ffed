/**
 * The progress of a `band` key result: whether its value stays where it should, and how far off it is where it does not.
 * Does not know where the value comes from.
 */

/**
 * 1 from `low` through `high`; outside it falls by the distance to the nearer edge ÷ the band's width, down to 0. A band of one point is 1 on
 * it and 0 off it. Null (not measured) without a value, or when `low` is above `high`.
 */
export function bandProgress(band: { readonly low: number; readonly high: number }, current: number | null): number | null {
  const width = band.high - band.low;
  if (current === null || width < 0) return null;
  const distance = Math.max(band.low - current, current - band.high, 0);
  if (distance === 0) return 1;
  return width === 0 ? 0 : Math.max(0, 1 - distance / width);
}
