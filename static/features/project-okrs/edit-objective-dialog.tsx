/** Changes an objective; when somebody else saved first, shows both values and lets the person choose. */
import type { ObjectiveView } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Loading, Skeleton } from '../../ui/skeleton';
import { Meanwhile } from '../writing/meanwhile';
import { AlignmentFields } from './alignment-fields';
import { ClashChoice } from './clash-choice';
import { errorAt, errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
import {
  checkObjectiveEdit,
  editObjectiveInput,
  objectiveDraftOf,
  objectiveFields,
  objectiveNeedsReason,
  type ObjectiveDraft,
} from './objective-draft';
import { ObjectiveFields } from './objective-fields';
import { OverrideFields } from './override-fields';
import { useChange, useCycles } from './queries';
import { ReasonField } from './reason-field';
import { showObjectiveField } from './show-objective-field';
import { useEdit } from './use-edit';

type Props = {
  readonly objective: ObjectiveView;
  /** The objective as stored now; null when it is gone. */
  readonly reload: () => Promise<ObjectiveView | null>;
  readonly onClose: () => void;
};

const EditObjectiveDialog = ({ objective, reload, onClose }: Props) => {
  const { showFlag } = useHost();
  const format = useFormat();
  const cycles = useCycles();
  const change = useChange('editObjective');
  const edit = useEdit({
    thing: objective,
    draftOf: objectiveDraftOf,
    reload,
    check: checkObjectiveEdit,
    requestOf: editObjectiveInput,
    save: (request) => change.mutateAsync(request),
    onSaved: () => {
      showFlag({ title: `${objective.key} saved`, tone: 'success' });
      onClose();
    },
  });
  const unplaced = errorOfForm(edit.error, Object.keys(objectiveFields));
  const { base, draft, set, wrong, error } = edit;
  const lastDay = cycles.data?.find(({ id }) => id === draft.cycle)?.endDay ?? '';
  return (
    <Dialog
      title={`Edit ${objective.key}`}
      onClose={onClose}
      onSubmit={() => void edit.submit()}
      busy={edit.busy}
      footer={<FormFooter submit="Save" busy={edit.busy} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The objective was not saved" error={unplaced} />}
      {edit.clashes === null && !edit.busy && (
        <Meanwhile subject={{ type: 'objective', id: objective.id }} version={objective.version} from={base.version} />
      )}
      <ClashChoice<ObjectiveView, ObjectiveDraft>
        edit={edit}
        labels={objectiveFields}
        subject={{ type: 'objective', id: base.id }}
        show={showObjectiveField({ objectiveId: base.id, cycles: cycles.data ?? [], format })}
      />
      {cycles.isPending && (
        <Loading what="cycles">
          <Skeleton height="240px" />
        </Loading>
      )}
      {cycles.isError && <ErrorState title="The cycles could not be loaded" error={cycles.error} onRetry={() => void cycles.refetch()} />}
      {cycles.data && (
        <ObjectiveFields
          draft={draft}
          set={set}
          wrong={wrong}
          error={error}
          cycles={cycles.data}
          projectId={projectIdOf(base.home)}
          more={
            <>
              <AlignmentFields objective={base} draft={draft} set={set} error={errorAt('parent', wrong, error)} />
              <OverrideFields objective={base} draft={draft} set={set} wrong={wrong} error={error} lastDay={lastDay} />
              {objectiveNeedsReason(base, draft) && (
                <ReasonField value={draft.reason} onChange={set('reason')} error={errorAt('reason', wrong, error)} />
              )}
            </>
          }
        />
      )}
    </Dialog>
  );
};

export default EditObjectiveDialog;
