/** Adds an objective to the project. The id is made once, so that a second try after a lost answer adds nothing twice. */
import { useState } from 'react';
import { projectIdOf, type Home } from '../../../src/domain/home';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { everybody } from '../people/everybody';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { RadioField, TextField } from '../../ui/field';
import { Loading, Skeleton } from '../../ui/skeleton';
import { withoutWords, type SetField } from './draft';
import { errorAt, errorOfForm } from './field-errors';
import { FormFooter } from './form-footer';
import {
  checkObjective,
  createObjectiveInput,
  newObjectiveDraft,
  objectiveFields,
  type ObjectiveDraft,
  type ObjectiveWords,
} from './objective-draft';
import { ObjectiveFields } from './objective-fields';
import { ParentPicker } from './parent-picker';
import { useChange, useCycles } from './queries';

type Props = {
  /** Where it is to live. */
  readonly home: Home;
  /** The cycle on the page. */
  readonly cycleId: string;
  readonly onClose: () => void;
  /** Called with the cycle the objective went to, which need not be the one on the page. */
  readonly onAdded: (cycleId: string) => void;
};

const NewObjectiveDialog = ({ home, cycleId, onClose, onAdded }: Props) => {
  const { place, showFlag } = useHost();
  const cycles = useCycles();
  const create = useChange('createObjective');
  const [id] = useState(newId);
  const [draft, setDraft] = useState(() => newObjectiveDraft(cycleId, place.accountId));
  const [wrong, setWrong] = useState<ObjectiveWords>({});
  const error = create.error ? apiErrorOf(create.error) : null;
  const unplaced = errorOfForm(error, Object.keys(objectiveFields));

  const set: SetField<ObjectiveDraft> = (field) => (value) => {
    setWrong((before) => withoutWords(before, field));
    setDraft((before) => ({ ...before, [field]: value }));
  };
  const submit = () => {
    const found = checkObjective(draft);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    create.mutate(createObjectiveInput(id, home, draft), {
      onSuccess: (objective) => {
        const cycle = cycles.data?.find((each) => each.id === objective.cycleId);
        showFlag({ title: `${objective.key} added${cycle ? ` to ${cycle.name}` : ''}`, tone: 'success' });
        onClose();
        onAdded(objective.cycleId);
      },
    });
  };

  return (
    <Dialog
      title="New objective"
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      footer={<FormFooter submit="Add objective" busy={create.isPending} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The objective was not added" error={unplaced} />}
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
          projectId={projectIdOf(home)}
          more={
            <>
              <ParentPicker
                label={objectiveFields.parent}
                about={{ home, cycleId: draft.cycle, title: draft.title.trim(), description: draft.description.trim() }}
                parent={draft.parent}
                onChange={set('parent')}
                error={errorAt('parent', wrong, error)}
              />
              {draft.parent !== '' && (
                <TextField
                  label={objectiveFields.words}
                  value={draft.words}
                  onChange={set('words')}
                  error={errorAt('words', wrong, error)}
                  maxLength={500}
                  help="Read by whoever says whether that side takes it up; nobody is asked where you may say so yourself."
                />
              )}
              <RadioField
                label={objectiveFields.privacy}
                value={draft.privacy}
                onChange={set('privacy')}
                choices={[
                  { value: 'open', label: everybody[home.level] },
                  {
                    value: 'private',
                    label: 'Private: its owner, those who contribute, OKR admins, and whom you name later',
                    help: 'It counts for no other objective, and none counts for it.',
                  },
                ]}
              />
            </>
          }
        />
      )}
    </Dialog>
  );
};

export default NewObjectiveDialog;
