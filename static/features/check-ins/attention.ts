/** When somebody looked at a key result and when somebody should, in words and in order. Pure. */
import type { AttentionView, KeyResultView, ObjectiveView } from '../../../src/contract/okr';
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

/** `stale since 4 Nov`, `due today`, `due 25 Nov`; empty where none is asked for. */
export const attentionWords = ({ dueDay, isStale }: AttentionView, today: string, format: Format): string => {
  if (dueDay === null) return '';
  if (isStale) return `stale since ${format.day(dueDay, today)}`;
  return dueDay === today ? 'due today' : `due ${format.day(dueDay, today)}`;
};
