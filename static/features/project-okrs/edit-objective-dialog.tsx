/** Changes an objective; when somebody else saved first, shows both values and lets the person choose. */
import type { ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { ClashChoice } from './clash-choice';
import { errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
import { checkObjective, editObjectiveInput, objectiveDraftOf, objectiveFields, type ObjectiveField } from './objective-draft';
import { ObjectiveFields } from './objective-fields';
import { useChange, useCycles } from './queries';
import { useEdit } from './use-edit';

type Props = {
  readonly objective: ObjectiveView;
  /** The objective as stored now; null when it is gone. */
  readonly reload: () => Promise<ObjectiveView | null>;
  readonly onClose: () => void;
};

const EditObjectiveDialog = ({ objective, reload, onClose }: Props) => {
  const { showFlag } = useHost();
  const cycles = useCycles();
  const change = useChange('editObjective');
  const edit = useEdit<ObjectiveView, ObjectiveField>({
    thing: objective,
    draftOf: objectiveDraftOf,
    reload,
    check: checkObjective,
    save: (base, changes) => change.mutateAsync(editObjectiveInput(base, changes)),
    onSaved: () => {
      showFlag({ title: `${objective.key} saved`, tone: 'success' });
      onClose();
    },
  });
  const unplaced = errorOfForm(edit.error, Object.keys(objectiveFields));
  const show = (field: ObjectiveField, value: string) => {
    if (field === 'owner') return <Person accountId={value === '' ? null : value} withName />;
    if (field === 'cycle') return cycles.data?.find((cycle) => cycle.id === value)?.name ?? value;
    return value;
  };
  return (
    <Dialog
      title={`Edit ${objective.key}`}
      onClose={onClose}
      onSubmit={() => void edit.submit()}
      busy={edit.busy}
      footer={<FormFooter submit="Save" busy={edit.busy} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The objective was not saved" error={unplaced} />}
      <ClashChoice edit={edit} labels={objectiveFields} show={show} />
      {cycles.isPending && (
        <Loading what="cycles">
          <Skeleton height="240px" />
        </Loading>
      )}
      {cycles.isError && <ErrorState title="The cycles could not be loaded" error={cycles.error} onRetry={() => void cycles.refetch()} />}
      {cycles.data && (
        <ObjectiveFields
          asksReason
          draft={edit.draft}
          set={edit.set}
          wrong={edit.wrong}
          error={edit.error}
          cycles={cycles.data}
          projectId={objective.projectId}
        />
      )}
    </Dialog>
  );
};

export default EditObjectiveDialog;
