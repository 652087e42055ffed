/** When a plan is settled: from then on, changing it asks for a reason. */

/** True once today is after both the day it starts and the day it was written. */
export function isSettled(plan: { readonly startDay: string; readonly createdDay: string }, today: string): boolean {
  return today > plan.startDay && today > plan.createdDay;
}
