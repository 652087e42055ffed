/** A key result of a form as the coach judges it. What is no number yet is not given. Pure. */
import type { KeyResultWording, MeasureWording } from '../../../src/domain/quality/key-result-wording';
import type { KeyResultDraft, Kind } from './key-result-draft';

const numberIn = (text: string): number | null => (text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text));

function measureOf(kind: Kind, { start, target, low, high, unit, milestones }: KeyResultDraft): MeasureWording {
  switch (kind) {
    case 'work':
      return { kind };
    case 'metric':
      return { kind, start: numberIn(start), target: numberIn(target), unit };
    case 'band':
      return { kind, low: numberIn(low), high: numberIn(high), unit };
    case 'milestones':
      return { kind, count: milestones.filter(({ title }) => title.trim() !== '').length };
  }
}

/** A key result without a due day of its own is due when its cycle ends. */
export const wordingOf = (kind: Kind, draft: KeyResultDraft): KeyResultWording => ({
  title: draft.title,
  measure: measureOf(kind, draft),
  plan: { hasOwner: draft.owner !== '', hasDue: true },
});
