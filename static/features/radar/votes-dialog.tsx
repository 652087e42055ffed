/** Whom to ask for votes about what: the objectives of a place that the viewer answers for, each leading to where votes are asked for. */
import type { ObjectiveView } from '../../../src/contract/okr';
import { Dialog } from '../../ui/dialog';
import { KeyBadge } from '../../ui/key-badge';

type Props = {
  /** Those the viewer answers for. */
  readonly objectives: readonly ObjectiveView[];
  readonly onOpen: (objectiveId: string) => void;
  readonly onClose: () => void;
};

const VotesDialog = ({ objectives, onOpen, onClose }: Props) => (
  <Dialog title="Ask for votes" onClose={onClose}>
    <p>
      Whoever answers for an objective asks its people how confident they are. Nobody ever sees whose vote is whose, and how it came out is
      shown from three votes on.
    </p>
    {objectives.length === 0 ? (
      <p className="subtle">You answer for no objective here: their owners can ask.</p>
    ) : (
      <ul className="radar-votes">
        {objectives.map(({ id, key, title }) => (
          <li key={id}>
            <KeyBadge text={key} />{' '}
            <button type="button" className="text-button" dir="auto" onClick={() => onOpen(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    )}
  </Dialog>
);

export default VotesDialog;
