/** A check-in as it is typed: filled in from what is known, checked before it is sent. Pure. */
import type { Input } from '../../../src/contract/api';
import type { KeyResultView } from '../../../src/contract/okr';

export type CheckInDraft = {
  readonly value: string;
  readonly confidence: string;
  readonly words: string;
  readonly blockers: string;
};

type Wrong = Partial<Record<keyof CheckInDraft, string>>;

/** The value people record by hand; null for what measures itself. */
export const valueByHand = (keyResult: KeyResultView): { readonly current: number | null; readonly unit: string } | null => {
  const view = keyResult.kind === 'metric' ? keyResult.metric : keyResult.kind === 'band' ? keyResult.band : null;
  return view?.source.by === 'hand' ? { current: view.current, unit: view.unit } : null;
};

/** The value stands as it was known, the confidence as it was said last; the words are to be new. */
export const draftOfCheckIn = (keyResult: KeyResultView, lastConfidence: number | null): CheckInDraft => ({
  value: String(valueByHand(keyResult)?.current ?? ''),
  confidence: lastConfidence === null ? '' : String(lastConfidence),
  words: '',
  blockers: '',
});

const isWholeFromOneToTen = (text: string): boolean => /^([1-9]|10)$/.test(text.trim());

export const wrongInCheckIn = (draft: CheckInDraft): Wrong => ({
  ...(draft.value.trim() !== '' && !Number.isFinite(Number(draft.value)) ? { value: 'Give a number, or leave it empty.' } : {}),
  ...(draft.confidence.trim() === '' || isWholeFromOneToTen(draft.confidence)
    ? {}
    : { confidence: 'Give a whole number from 1 to 10, or leave it empty.' }),
});

/** What is sent; what was left empty is not said. */
export const inputOfCheckIn = (id: string, keyResult: KeyResultView, draft: CheckInDraft): Input<'checkIn'> => ({
  id,
  keyResultId: keyResult.id,
  ...(valueByHand(keyResult) === null || draft.value.trim() === '' ? {} : { value: Number(draft.value) }),
  ...(draft.confidence.trim() === '' ? {} : { confidence: Number(draft.confidence) }),
  ...(draft.words.trim() === '' ? {} : { words: draft.words.trim() }),
  ...(draft.blockers.trim() === '' ? {} : { blockers: draft.blockers.trim() }),
});
