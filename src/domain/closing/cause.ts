/** Why a goal was not reached, as a list to choose from: what comes up often can be seen over cycles. The words beside it say the rest. */

export const causes = [
  'too-ambitious',
  'other-priorities',
  'dependency',
  'capacity',
  'wrong-measure',
  'scope-grew',
  'started-late',
  'not-ours-to-move',
  'other',
] as const;
export type Cause = (typeof causes)[number];

/** What becomes of an objective after the close. */
export const nextSteps = ['keep', 'change', 'drop'] as const;
export type NextStep = (typeof nextSteps)[number];
