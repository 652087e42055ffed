/** Changes a cycle's name and days; when somebody else saved first, shows both values and lets the person choose. */
import type { CycleView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { ClashChoice } from '../project-okrs/clash-choice';
import { errorOfForm } from '../project-okrs/field-errors';
import { FormFooter } from '../project-okrs/form-footer';
import { useEdit } from '../project-okrs/use-edit';
import { checkCycleDraft, cycleDraftOf, cycleLabels, editCycleInput } from './cycle-draft';
import { CycleFields, PlanFields } from './cycle-fields';
import { useCycleChange } from './queries';

type Props = {
  readonly cycle: CycleView;
  /** The cycle as stored now; null when it is gone. */
  readonly reload: () => Promise<CycleView | null>;
  readonly onClose: () => void;
};

const EditCycleDialog = ({ cycle, reload, onClose }: Props) => {
  const { showFlag } = useHost();
  const change = useCycleChange('editCycle');
  const edit = useEdit({
    thing: cycle,
    draftOf: cycleDraftOf,
    reload,
    check: (_, draft) => checkCycleDraft(draft),
    requestOf: editCycleInput,
    save: (request) => change.mutateAsync(request),
    onSaved: () => {
      showFlag({ title: 'Cycle saved', tone: 'success' });
      onClose();
    },
  });
  const unplaced = errorOfForm(edit.error, Object.keys(cycleLabels));
  return (
    <Dialog
      title={`Edit ${cycle.name}`}
      onClose={onClose}
      onSubmit={() => void edit.submit()}
      busy={edit.busy}
      footer={<FormFooter submit="Save" busy={edit.busy} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The cycle was not saved" error={unplaced} />}
      <ClashChoice edit={edit} labels={cycleLabels} show={(_, value) => value} />
      <CycleFields draft={edit.draft} set={edit.set} wrong={edit.wrong} error={edit.error} />
      <PlanFields draft={edit.draft} set={edit.set} wrong={edit.wrong} error={edit.error} />
    </Dialog>
  );
};

export default EditCycleDialog;
