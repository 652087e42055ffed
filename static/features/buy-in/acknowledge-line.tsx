/** One's own word on an objective in a card of the issue panel: a question with a button, and nothing any more once it has been answered before. */
import { useRef, useState } from 'react';
import { apiErrorOf } from '../../api-error';
import { useBuyInChange } from './queries';

type Props = { readonly objective: { readonly id: string; readonly key: string; readonly hasAcknowledged: boolean } };

export const AcknowledgeLine = ({ objective }: Props) => {
  const change = useBuyInChange('acknowledgeObjective');
  const [done, setDone] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  if (objective.hasAcknowledged && !done) return null;
  const acknowledge = () => {
    setDone(true);
    // The button leaves: what it was about keeps the focus.
    line.current?.focus();
    change.mutate({ objectiveId: objective.id, isAcknowledged: true }, { onError: () => setDone(false) });
  };
  return (
    <p ref={line} tabIndex={-1} className="small okr-card__acknowledge" role="status">
      {done ? (
        <>
          <span aria-hidden="true">✓</span> You know what {objective.key} means for your work.
        </>
      ) : (
        <>
          Do you know what {objective.key} means for your work?{' '}
          <button type="button" className="text-button" aria-label={`I do: acknowledge ${objective.key}`} onClick={acknowledge}>
            I do
          </button>
          {change.error && <span> {apiErrorOf(change.error).message}</span>}
        </>
      )}
    </p>
  );
};
