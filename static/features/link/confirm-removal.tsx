/**
 * Asks, in the flow of the screen, before a source is taken out of a key result's scope, and shows first what that does to the number.
 * Knows one source by its id; what it is called is the caller's business.
 */
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { apiErrorOf } from '../../api-error';
import { TextField } from '../../ui/field';
import { SectionMessage } from '../../ui/section-message';
import './confirm-removal.css';
import { removalInWords } from './preview-words';
import { ProgressMove } from './progress-move';
import { useRemoveSource, useSourcePreview } from './queries';

type Props = {
  readonly keyResultId: string;
  readonly sourceId: string;
  /** Names what is asked: "Unlink this issue from KR-32?" */
  readonly question: string;
  /** The word on the button: "Unlink". */
  readonly verb: string;
  readonly onKeep: () => void;
  /** Removed, and the numbers on screen are new. */
  readonly onRemoved: () => void;
};

const ConfirmRemoval = ({ keyResultId, sourceId, question, verb, onKeep, onRemoved }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const preview = useSourcePreview(keyResultId, { remove: sourceId });
  const removal = useRemoveSource();
  const [reason, setReason] = useState('');
  const error = removal.error ? apiErrorOf(removal.error) : null;
  const asksReason = error?.field === 'reason';
  useEffect(() => box.current?.focus(), []);
  // Not a callback of `mutate`: by the time the new numbers are there, this question may have left the screen, and such callbacks with it.
  const remove = () =>
    void removal.mutateAsync({ sourceId, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }).then(onRemoved, () => undefined);

  return (
    <div ref={box} tabIndex={-1} className="confirm-removal" role="group" aria-label={question}>
      <p>{question}</p>
      <div className="small confirm-removal__effect" role="status">
        {preview.isPending && 'Looking up the effect …'}
        {preview.error && apiErrorOf(preview.error).message}
        {preview.data && (
          <>
            {removalInWords(preview.data)} <ProgressMove preview={preview.data} />
          </>
        )}
      </div>
      {error && !asksReason && (
        <SectionMessage tone="error" title="Nothing was removed">
          {error.message}
        </SectionMessage>
      )}
      {(asksReason || reason !== '') && (
        <TextField label="Why the scope changes" maxLength={500} value={reason} error={error?.message ?? null} onChange={setReason} />
      )}
      <div className="button-row">
        <Button appearance="danger" spacing="compact" isLoading={removal.isPending} onClick={remove}>
          {verb}
        </Button>
        <Button appearance="subtle" spacing="compact" isDisabled={removal.isPending} onClick={onKeep}>
          Keep
        </Button>
      </div>
    </div>
  );
};

export default ConfirmRemoval;
