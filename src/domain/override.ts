/** A progress somebody wrote in holds in place of the computed one, through its last day. */

type Held = { readonly progress: number; readonly untilDay: string };

export const overrideHolds = (override: Held | null, today: string): boolean => override !== null && today <= override.untilDay;

/** The progress that is shown and rolled up: the override while it holds, else the computed one. */
export function effectiveProgress(computed: number | null, override: Held | null, today: string): number | null {
  return override !== null && overrideHolds(override, today) ? override.progress : computed;
}
