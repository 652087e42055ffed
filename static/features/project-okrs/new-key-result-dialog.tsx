/**
 * Adds a key result to an objective, a metric one with its first value if there is one.
 * Two requests then; ids are made once, so that trying again after the first succeeded repeats nothing.
 */
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { apiErrorOf, type ApiError } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { NumberField, RadioField } from '../../ui/field';
import { errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
import {
  checkKeyResult,
  createKeyResultInput,
  keyResultFields,
  newKeyResultDraft,
  type KeyResultField,
  type NewKind,
} from './key-result-draft';
import { KeyResultFields } from './key-result-fields';
import { useChange } from './queries';

type Props = {
  readonly objective: ObjectiveView;
  readonly onClose: () => void;
  /** Called with the id of a work key result, whose next step is to say which issues serve it. */
  readonly onWorkAdded: (keyResultId: string) => void;
};

const NewKeyResultDialog = ({ objective, onClose, onWorkAdded }: Props) => {
  const { place, showFlag } = useHost();
  const create = useChange('createKeyResult');
  const record = useChange('recordValue');
  const [ids] = useState(() => ({ keyResult: newId(), value: newId() }));
  const [kind, setKind] = useState<NewKind>('work');
  const [draft, setDraft] = useState(() => newKeyResultDraft(place.accountId));
  const [firstValue, setFirstValue] = useState('');
  const [wrong, setWrong] = useState<Partial<Record<KeyResultField, string>>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const busy = create.isPending || record.isPending;
  const unplaced = errorOfForm(error, Object.keys(keyResultFields));

  const submit = async () => {
    const found = checkKeyResult(kind)(draft);
    setWrong(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    try {
      const keyResult = await create.mutateAsync(createKeyResultInput(ids.keyResult, objective.id, kind, draft));
      if (kind === 'metric' && firstValue.trim() !== '') {
        await record.mutateAsync({ id: ids.value, keyResultId: ids.keyResult, value: Number(firstValue) });
      }
      showFlag({ title: `${keyResult.key} added`, tone: 'success' });
      onClose();
      if (kind === 'work') onWorkAdded(keyResult.id);
    } catch (thrown) {
      setError(apiErrorOf(thrown));
    }
  };

  return (
    <Dialog
      title={`New key result for ${objective.key}`}
      onClose={onClose}
      onSubmit={() => void submit()}
      busy={busy}
      footer={<FormFooter submit="Add key result" busy={busy} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The key result was not added" error={unplaced} />}
      <RadioField
        label="Measured by"
        value={kind}
        onChange={(value) => setKind(value === 'metric' ? 'metric' : 'work')}
        choices={[
          { value: 'work', label: 'Work', help: 'Jira issues move it as they get done; nobody types a number.' },
          { value: 'metric', label: 'Metric', help: 'A number goes from a start to a target, in either direction.' },
        ]}
      />
      <KeyResultFields
        kind={kind}
        draft={draft}
        set={(field) => (value) => setDraft((before) => ({ ...before, [field]: value }))}
        wrong={wrong}
        error={error}
        projectId={objective.projectId}
      />
      {kind === 'metric' && (
        <NumberField
          label="Value today"
          value={firstValue}
          onChange={setFirstValue}
          help="Left empty, the key result is not measured until a value is recorded."
        />
      )}
    </Dialog>
  );
};

export default NewKeyResultDialog;
