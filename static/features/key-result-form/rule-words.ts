/** A counting rule as it is being written, in one line: what a folded form says about it. Pure. */
import { unitOf, type RuleDraft } from './rule-draft';

const weights: Readonly<Record<string, string>> = {
  count: 'Each issue counts 1',
  points: 'Each issue counts its story points',
  estimate: 'Each issue counts its original estimate',
  field: 'Each issue counts what a number field says',
};

/** `Each issue counts 1; only done gives credit`; what is as usual is left unsaid. */
export const ruleLine = (draft: RuleDraft): string =>
  [
    weights[draft.weightBy] ?? weights['count'],
    Number(draft.inProgressCredit) > 0 ? `in progress gives ${draft.inProgressCredit} %` : 'only done gives credit',
    ...(draft.against === 'wanted' ? [`against ${draft.wanted} ${unitOf(draft.weightBy)}`] : []),
    ...(draft.shared === 'split' ? ['shared issues are split'] : []),
  ].join('; ');
