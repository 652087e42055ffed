/** The coach for an objective. Loaded when somebody writes one. */
import { useMemo } from 'react';
import { coachObjective } from '../../../src/domain/quality/coach';
import { objectiveRules } from '../../../src/domain/quality/objective-rules';
import { CoachBlock } from './coach-block';
import type { Dismissing } from './dismissing';
import { useLexicon } from './use-lexicon';

type Props = { readonly title: string; readonly dismissing: Dismissing; readonly inLine: boolean };

const ObjectiveCoach = ({ title, dismissing, inLine }: Props) => {
  const lexicon = useLexicon();
  const { dismissed } = dismissing;
  const coached = useMemo(
    () =>
      coachObjective(
        title,
        lexicon,
        dismissed.map(({ rule }) => rule),
      ),
    [title, lexicon, dismissed],
  );
  return <CoachBlock coached={coached} rules={objectiveRules} dismissing={dismissing} name="Wording" inLine={inLine} />;
};

export default ObjectiveCoach;
