/**
 * Changes a key result, with what another counting rule would do to it shown while it is being written.
 * When somebody else saved first, shows both values and lets the person choose.
 */
import type { KeyResultView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { keyResultDraftOf, keyResultFields, ruleIn, type KeyResultDraft } from '../key-result-form/key-result-draft';
import { KeyResultFields } from '../key-result-form/key-result-fields';
import { checkEdit, editKeyResultInput, needsReason } from '../key-result-form/key-result-input';
import { RuleSection } from '../key-result-form/rule-section';
import { showKeyResultField } from '../key-result-form/show-field';
import { Meanwhile } from '../writing/meanwhile';
import { ClashChoice } from './clash-choice';
import { errorAt, errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
import { useChange } from './queries';
import { ReasonField } from './reason-field';
import { useEdit } from './use-edit';

type Props = {
  readonly keyResult: KeyResultView;
  readonly projectId: string | null;
  readonly onClose: () => void;
  /** What is filled in already: a change that somebody has tried out. */
  readonly startsWith?: Partial<KeyResultDraft>;
};

const EditKeyResultDialog = ({ keyResult, projectId, onClose, startsWith }: Props) => {
  const { invoke, showFlag } = useHost();
  const format = useFormat();
  const change = useChange('editKeyResult');
  const edit = useEdit({
    thing: keyResult,
    draftOf: keyResultDraftOf,
    reload: async (): Promise<KeyResultView> => (await invoke('getKeyResult', { keyResultId: keyResult.id })).keyResult,
    check: checkEdit,
    requestOf: editKeyResultInput,
    startsWith,
    save: (request) => change.mutateAsync(request),
    onSaved: () => {
      showFlag({ title: `${keyResult.key} saved`, tone: 'success' });
      onClose();
    },
  });
  const { base, draft, set, wrong, error } = edit;
  const rule = ruleIn(base);
  const unplaced = errorOfForm(error, Object.keys(keyResultFields));
  return (
    <Dialog
      title={`Edit ${keyResult.key}`}
      size={rule === null && base.kind !== 'milestones' ? 'medium' : 'large'}
      onClose={onClose}
      onSubmit={() => void edit.submit()}
      busy={edit.busy}
      footer={<FormFooter submit="Save" busy={edit.busy} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The key result was not saved" error={unplaced} />}
      {edit.clashes === null && !edit.busy && (
        <Meanwhile subject={{ type: 'key-result', id: keyResult.id }} version={keyResult.version} from={base.version} />
      )}
      <ClashChoice<KeyResultView, KeyResultDraft>
        edit={edit}
        labels={keyResultFields}
        subject={{ type: 'key-result', id: base.id }}
        show={showKeyResultField(format)}
      />
      <KeyResultFields
        kind={base.kind}
        draft={draft}
        set={set}
        wrong={wrong}
        error={error}
        objectiveId={base.objectiveId}
        projectId={projectId}
        exists
        more={
          rule !== null && (
            <RuleSection
              keyResultId={base.id}
              title={base.kind === 'work' ? 'How its issues count' : 'How the issues beside it count'}
              saved={rule}
              draft={draft}
              set={set}
              errorOf={(field) => errorAt(field, wrong, error)}
            />
          )
        }
      />
      {needsReason(base, draft) && <ReasonField value={draft.reason} onChange={set('reason')} error={errorAt('reason', wrong, error)} />}
    </Dialog>
  );
};

export default EditKeyResultDialog;
