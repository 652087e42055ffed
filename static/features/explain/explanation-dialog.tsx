/** The dialog behind a percentage on the page: where the number comes from, and from there into each of its parts. */
import Button from '@atlaskit/button/new';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import { Dialog } from '../../ui/dialog';
import { ExplanationTrail } from './explanation-trail';
import { useExplanation } from './queries';
import { useTrail } from './use-trail';
import { whyWords } from './why-words';

type Props = {
  /** The way that leads to what is explained first: an objective and its part, or one subject alone. */
  readonly path: readonly [ExplanationSubject, ...ExplanationSubject[]];
  /** Leaves for the key result's own page. */
  readonly onOpenKeyResult: (keyResultId: string) => void;
  readonly onClose: () => void;
};

const ExplanationDialog = ({ path, onOpenKeyResult, onClose }: Props) => {
  const trail = useTrail(path);
  const explanation = useExplanation(trail.subject).data?.pages[0] ?? null;
  const { subject: shown } = trail;
  return (
    <Dialog
      title={whyWords(explanation)}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            Close
          </Button>
          {shown.type === 'key-result' && explanation && <Button onClick={() => onOpenKeyResult(shown.id)}>Open {explanation.key}</Button>}
        </>
      }
    >
      <ExplanationTrail trail={trail} onOpenKeyResult={onOpenKeyResult} />
    </Dialog>
  );
};

export default ExplanationDialog;
