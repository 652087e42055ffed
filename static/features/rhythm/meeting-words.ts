/** What a meeting says: why a key result is talked about, and what was decided, as text to take along. Pure. */
import type { KeyResultView } from '../../../src/contract/okr';
import type { CheckInDraft } from '../check-ins/check-in-draft';
import type { Reason } from './meeting-order';

const reasonWords: Readonly<Record<Exclude<Reason, 'off-track' | 'at-risk'>, string>> = {
  blocked: 'Something stands in its way',
  stale: 'No check-in in time',
  diverging: 'The work is nearly done, the outcome has hardly moved',
};

/** Why a key result is talked about, beside what the lozenge of its health says already. */
export const reasonsBesideHealth = (
  reasons: readonly Reason[],
  { healthBecause }: Pick<KeyResultView, 'healthBecause'>,
): readonly string[] =>
  reasons.flatMap((reason) =>
    reason === 'off-track' || reason === 'at-risk' || (reason === 'stale' && healthBecause === 'stale') ? [] : [reasonWords[reason]],
  );

/** A check-in that was made in the meeting. */
export type Decided = {
  readonly key: string;
  readonly title: string;
  readonly said: Pick<CheckInDraft, 'value' | 'confidence' | 'words' | 'blockers'>;
};

const counted = (count: number, thing: string, done: string): string =>
  `${count === 0 ? 'no' : count} ${thing}${count === 1 ? '' : 's'} ${done}`;

/** What was decided, with lines that end in `\n`; `day` as the reader writes it. */
export function decidedText(decided: readonly Decided[], projectName: string, day: string, seen: number): string {
  const lines = decided.flatMap(({ key, title, said }) => [
    `- ${key} ${title}${said.confidence.trim() === '' ? '' : `, confidence ${said.confidence.trim()} of 10`}`,
    ...(said.words.trim() === '' ? [] : [`  ${said.words.trim()}`]),
    ...(said.blockers.trim() === '' ? [] : [`  In the way: ${said.blockers.trim()}`]),
  ]);
  const counts = [counted(seen, 'key result', 'looked at'), counted(decided.length, 'check-in', 'made')].join(', ');
  const head = `${projectName}, meeting of ${day}: ${counts}`;
  return `${[head, ...lines].join('\n')}\n`;
}
