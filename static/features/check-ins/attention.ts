/** When somebody looked at a key result and when somebody should, in words and in order. Pure. */
import type { AttentionView, KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { addDays } from '../../../src/domain/calendar';
import { endOfWeek } from '../../../src/domain/cycle';
import type { Format } from '../../ui/format';

export type Attended = { readonly keyResult: KeyResultView; readonly ownerAccountId: string | null };

/** Key results that ask for check-ins, the longest due first. Without an owner of its own, a key result is its objective's owner's. */
export const byAttention = (objectives: readonly ObjectiveView[]): readonly Attended[] =>
  objectives
    .flatMap((objective) =>
      objective.keyResults.map((keyResult) => ({ keyResult, ownerAccountId: keyResult.ownerAccountId ?? objective.ownerAccountId })),
    )
    .filter(({ keyResult }) => keyResult.attention.dueDay !== null)
    .sort((a, b) => ((a.keyResult.attention.dueDay ?? '') < (b.keyResult.attention.dueDay ?? '') ? -1 : 1));

/** How many of them are this person's and due by the end of the week: what their queue holds of this cycle. */
export const dueThisWeek = (objectives: readonly ObjectiveView[], accountId: string | null, today: string): number =>
  byAttention(objectives).filter(
    ({ keyResult, ownerAccountId }) => ownerAccountId === accountId && (keyResult.attention.dueDay ?? '') <= endOfWeek(today),
  ).length;

/** Of the key results that ask for check-ins: how many had one this week, and how many are stale, the longest since `staleSince`. */
export type Attention = { readonly asked: number; readonly checkedIn: number; readonly stale: number; readonly staleSince: string | null };

export const attentionOf = (objectives: readonly ObjectiveView[], today: string): Attention => {
  const asked = byAttention(objectives).map(({ keyResult }) => keyResult.attention);
  const stale = asked.filter(({ isStale }) => isStale);
  const lastSunday = addDays(endOfWeek(today), -7);
  return {
    asked: asked.length,
    checkedIn: asked.filter(({ lastDay }) => lastDay !== null && lastDay > lastSunday).length,
    stale: stale.length,
    staleSince: stale[0]?.dueDay ?? null,
  };
};

/** `stale since 4 Nov`, `due today`, `due 25 Nov`; empty where none is asked for. */
export const attentionWords = ({ dueDay, isStale }: AttentionView, today: string, format: Format): string => {
  if (dueDay === null) return '';
  if (isStale) return `stale since ${format.day(dueDay, today)}`;
  return dueDay === today ? 'due today' : `due ${format.day(dueDay, today)}`;
};
