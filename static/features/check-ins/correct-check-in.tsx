/** Corrects what one has said oneself; when it was corrected elsewhere meanwhile, shows both and lets the person choose. */
import type { FormEvent } from 'react';
import type { CheckInView } from '../../../src/contract/check-ins';
import type { Input } from '../../../src/contract/api';
import type { KeyResultView } from '../../../src/contract/okr';
import { ErrorState } from '../../ui/error-state';
import { NumberField, TextField } from '../../ui/field';
import { ClashChoice } from '../project-okrs/clash-choice';
import { errorAt, errorOfForm } from '../project-okrs/field-errors';
import { FormFooter } from '../project-okrs/form-footer';
import { useEdit } from '../project-okrs/use-edit';
import { valueByHand, wrongInCheckIn, type CheckInDraft } from './check-in-draft';
import { useCorrectCheckIn } from './queries';

type Props = {
  readonly keyResult: KeyResultView;
  readonly checkIn: CheckInView;
  /** The check-in as stored now; null when it is gone. */
  readonly reload: () => Promise<CheckInView | null>;
  readonly onDone: () => void;
};

const labels: Readonly<Record<keyof CheckInDraft, string>> = {
  value: 'Value',
  confidence: 'Confidence, 1 to 10',
  words: 'Why, in one line',
  blockers: 'What stands in the way',
};

const textOf = (number: number | null): string => (number === null ? '' : String(number));

const draftOf = ({ value, confidence, words, blockers }: CheckInView): CheckInDraft => ({
  value: textOf(value),
  confidence: textOf(confidence),
  words,
  blockers,
});

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** What changed; null when nothing did. */
const requestOf = (checkIn: CheckInView, draft: CheckInDraft): Input<'correctCheckIn'> | null => {
  const before = draftOf(checkIn);
  const changes = {
    ...(draft.value === before.value ? {} : { value: numberOf(draft.value) }),
    ...(draft.confidence === before.confidence ? {} : { confidence: numberOf(draft.confidence) }),
    ...(draft.words === before.words ? {} : { words: draft.words }),
    ...(draft.blockers === before.blockers ? {} : { blockers: draft.blockers }),
  };
  return Object.keys(changes).length === 0 ? null : { id: checkIn.id, version: checkIn.version, ...changes };
};

export const CorrectCheckIn = ({ keyResult, checkIn, reload, onDone }: Props) => {
  const change = useCorrectCheckIn();
  const edit = useEdit({
    thing: checkIn,
    draftOf,
    reload,
    check: (_, draft) => wrongInCheckIn(draft),
    requestOf,
    save: (request) => change.mutateAsync(request),
    onSaved: onDone,
  });
  const unplaced = errorOfForm(edit.error, Object.keys(labels));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void edit.submit();
  };
  const shown = (field: 'words' | 'blockers') => ({
    label: labels[field],
    value: edit.draft[field],
    onChange: edit.set(field),
    maxLength: 2000,
    error: errorAt(field, edit.wrong, edit.error),
  });
  return (
    <form onSubmit={submit} noValidate aria-label="Correct the check-in">
      {unplaced && <ErrorState title="The correction was not saved" error={unplaced} />}
      <ClashChoice edit={edit} labels={labels} show={(_, value) => value} />
      {valueByHand(keyResult) !== null && (
        <NumberField
          label={labels.value}
          value={edit.draft.value}
          onChange={edit.set('value')}
          error={errorAt('value', edit.wrong, edit.error)}
        />
      )}
      <NumberField
        label={labels.confidence}
        min={1}
        max={10}
        value={edit.draft.confidence}
        onChange={edit.set('confidence')}
        error={errorAt('confidence', edit.wrong, edit.error)}
      />
      <TextField {...shown('words')} />
      <TextField {...shown('blockers')} />
      <div className="button-row">
        <FormFooter submit="Save" busy={edit.busy} onCancel={onDone} />
      </div>
    </form>
  );
};
