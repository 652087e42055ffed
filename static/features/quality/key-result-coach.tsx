/** The coach for a key result. Loaded when somebody writes one. */
import { coachKeyResult } from '../../../src/domain/quality/coach';
import type { KeyResultWording } from '../../../src/domain/quality/key-result-wording';
import { keyResultRules } from '../../../src/domain/quality/key-result-rules';
import { CoachBlock } from './coach-block';
import type { Dismissing } from './dismissing';
import { useLexicon } from './use-lexicon';

type Props = { readonly wording: KeyResultWording; readonly dismissing: Dismissing; readonly name: string; readonly inLine: boolean };

const KeyResultCoach = ({ wording, dismissing, name, inLine }: Props) => {
  const lexicon = useLexicon();
  const coached = coachKeyResult(
    wording,
    lexicon,
    dismissing.dismissed.map(({ rule }) => rule),
  );
  return <CoachBlock coached={coached} rules={keyResultRules} dismissing={dismissing} name={name} inLine={inLine} />;
};

export default KeyResultCoach;
