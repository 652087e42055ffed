/**
 * Adds a key result to an objective, with its first value if somebody types one.
 * Two requests then; ids are made once, so that trying again after the first succeeded repeats nothing.
 */
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';
import { apiErrorOf, type ApiError } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { Disclosure } from '../../ui/disclosure';
import { ErrorState } from '../../ui/error-state';
import { NumberField } from '../../ui/field';
import {
  checkKeyResult,
  keyResultFields,
  newKeyResultDraft,
  type KeyResultDraft,
  type KeyResultField,
  type KeyResultWords,
  type Kind,
} from '../key-result-form/key-result-draft';
import { KeyResultFields } from '../key-result-form/key-result-fields';
import { createKeyResultInput } from '../key-result-form/key-result-input';
import { KindChoice } from '../key-result-form/kind-choice';
import { RuleFields } from '../key-result-form/rule-fields';
import { ruleFieldNames } from '../key-result-form/rule-draft';
import { ruleLine } from '../key-result-form/rule-words';
import { withoutWords } from './draft';
import { errorAt, errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
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
  const [kind, setKind] = useState<Kind>('work');
  const [draft, setDraft] = useState(() => newKeyResultDraft(place.accountId));
  const [firstValue, setFirstValue] = useState('');
  const [wrong, setWrong] = useState<KeyResultWords>({});
  const [error, setError] = useState<ApiError | null>(null);
  const busy = create.isPending || record.isPending;
  const unplaced = errorOfForm(error, [...Object.keys(keyResultFields), 'value']);
  const errorOf = (field: KeyResultField) => errorAt(field, wrong, error);
  const ruleIsWrong = ruleFieldNames.some((field) => errorOf(field) !== null);
  const typesValue = (kind === 'metric' || kind === 'band') && draft.valueBy === 'hand';
  const set =
    <K extends KeyResultField>(field: K) =>
    (value: KeyResultDraft[K]) => {
      setWrong((before) => withoutWords(before, field));
      setDraft((before) => ({ ...before, [field]: value }));
    };

  const submit = async () => {
    const found = checkKeyResult(kind, kind === 'work', draft);
    setWrong(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    try {
      const keyResult = await create.mutateAsync(createKeyResultInput(ids.keyResult, objective.id, kind, draft));
      if (typesValue && firstValue.trim() !== '') {
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
      <KeyResultFields
        kind={kind}
        draft={draft}
        set={set}
        wrong={wrong}
        error={error}
        objectiveId={objective.id}
        projectId={projectIdOf(objective.home)}
        kindChoice={<KindChoice kind={kind} onChange={setKind} />}
        more={
          kind === 'work' ? (
            <Disclosure title="How its issues count" summary={ruleLine(draft)} mustShow={ruleIsWrong}>
              <RuleFields draft={draft} set={set} errorOf={errorOf} />
            </Disclosure>
          ) : (
            typesValue && (
              <NumberField
                label="Value today"
                value={firstValue}
                onChange={setFirstValue}
                error={errorAt('value', {}, error)}
                help="Left empty, the key result is not measured until a value is recorded."
              />
            )
          )
        }
      />
    </Dialog>
  );
};

export default NewKeyResultDialog;
