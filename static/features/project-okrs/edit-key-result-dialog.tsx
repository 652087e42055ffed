/** Changes a key result; when somebody else saved first, shows both values and lets the person choose. */
import type { KeyResultView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Person } from '../../ui/person';
import { useFormat } from '../../ui/format';
import { ClashChoice } from './clash-choice';
import { errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
import { checkKeyResult, editKeyResultInput, keyResultDraftOf, keyResultFields, type KeyResultField } from './key-result-draft';
import { creditWords, KeyResultFields, weightWords } from './key-result-fields';
import { useChange } from './queries';
import { useEdit } from './use-edit';

type Props = {
  readonly keyResult: KeyResultView;
  readonly projectId: string;
  readonly onClose: () => void;
};

const EditKeyResultDialog = ({ keyResult, projectId, onClose }: Props) => {
  const { invoke, showFlag } = useHost();
  const format = useFormat();
  const change = useChange('editKeyResult');
  const edit = useEdit<KeyResultView, KeyResultField>({
    thing: keyResult,
    draftOf: keyResultDraftOf,
    reload: async () => (await invoke('getKeyResult', { keyResultId: keyResult.id })).keyResult,
    check: checkKeyResult(keyResult.kind),
    save: (base, changes) => change.mutateAsync(editKeyResultInput(base, changes)),
    onSaved: () => {
      showFlag({ title: `${keyResult.key} saved`, tone: 'success' });
      onClose();
    },
  });
  const unplaced = errorOfForm(edit.error, Object.keys(keyResultFields));
  const show = (field: KeyResultField, value: string) => {
    if (field === 'owner') return <Person accountId={value === '' ? null : value} withName />;
    if (field === 'startDay' || field === 'dueDay') return value === '' ? 'with the cycle' : format.day(value);
    if (field === 'unestimated' && value === '') return 'left out';
    if (field === 'weightBy') return Object.entries(weightWords).find(([weight]) => weight === value)?.[1] ?? value;
    if (field === 'inProgressCredit') return creditWords(value);
    return value;
  };
  return (
    <Dialog
      title={`Edit ${keyResult.key}`}
      onClose={onClose}
      onSubmit={() => void edit.submit()}
      busy={edit.busy}
      footer={<FormFooter submit="Save" busy={edit.busy} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The key result was not saved" error={unplaced} />}
      <ClashChoice edit={edit} labels={keyResultFields} show={show} />
      <KeyResultFields
        kind={keyResult.kind}
        draft={edit.draft}
        set={edit.set}
        wrong={edit.wrong}
        error={edit.error}
        projectId={projectId}
        asksReason={keyResult.asksReason}
      />
    </Dialog>
  );
};

export default EditKeyResultDialog;
