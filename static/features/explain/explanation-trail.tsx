/** An explanation one can walk into, part by part, and back: what is explained, how it stands, and its parts. */
import type { ExplanationSubject } from '../../../src/contract/explanation';
import { HealthLozenge } from '../../ui/health-lozenge';
import { percentText } from '../../ui/percent';
import { subjectWords } from './explain-words';
import { ExplanationOf } from './explanation-of';
import './explanation-trail.css';
import { useExplanation } from './queries';
import type { Trail } from './use-trail';

const BackTo = ({ subject, onBack }: { readonly subject: ExplanationSubject; readonly onBack: () => void }) => {
  const explanation = useExplanation(subject).data?.pages[0];
  return (
    <p>
      <button type="button" className="text-button explanation-trail__back" onClick={onBack}>
        <span aria-hidden="true">‹</span> Back{explanation && ' to '}
        {explanation && <bdi>{subjectWords(explanation)}</bdi>}
      </button>
    </p>
  );
};

type Props = {
  readonly trail: Trail;
  /** Leaves for the page of a key result. */
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

export const ExplanationTrail = ({ trail, onOpenKeyResult }: Props) => {
  const { subject, before, place, open, back } = trail;
  const explanation = useExplanation(subject).data?.pages[0];
  return (
    <div className="explanation-trail" ref={place} tabIndex={-1}>
      {before && <BackTo subject={before} onBack={back} />}
      {explanation && (
        <div className="explanation-trail__head">
          <p className="explanation-trail__subject">
            <bdi>{subjectWords(explanation)}</bdi>
          </p>
          <p className="explanation-trail__state">
            <HealthLozenge health={explanation.health} />
            <b className="number">{percentText(explanation.progress)}</b>
            {explanation.expected !== null && <span className="subtle number">expected {percentText(explanation.expected)}</span>}
          </p>
        </div>
      )}
      <ExplanationOf key={JSON.stringify(subject)} subject={subject} actions={{ onExplain: open, onOpenKeyResult }} />
    </div>
  );
};
