/** Makes a cycle: a usual span is filled in, own dates can be given. It begins as a draft. Each opening with one id. */
import { useState } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { RadioField } from '../../ui/field';
import { errorOfForm } from '../project-okrs/field-errors';
import { FormFooter } from '../project-okrs/form-footer';
import { checkCycleDraft, cycleLabels, spanChoices, suggestedSpan, type CycleField, type SpanChoice } from './cycle-draft';
import { CycleFields } from './cycle-fields';
import { useCycleChange } from './queries';

type Props = { readonly cycles: readonly CycleView[]; readonly today: string; readonly onClose: () => void };

const NewCycleDialog = ({ cycles, today, onClose }: Props) => {
  const { showFlag } = useHost();
  const create = useCycleChange('createCycle');
  const [id] = useState(newId);
  const [span, setSpan] = useState<SpanChoice>('year');
  const [draft, setDraft] = useState(() => suggestedSpan('year', cycles, today));
  const [wrong, setWrong] = useState<Partial<Record<CycleField, string>>>({});
  const error = create.error ? apiErrorOf(create.error) : null;
  const unplaced = errorOfForm(error, Object.keys(cycleLabels));

  const choose = (value: string) => {
    const choice = spanChoices.find((each) => each.value === value)?.value ?? 'own';
    setSpan(choice);
    if (choice !== 'own') setDraft(suggestedSpan(choice, cycles, today));
  };
  const submit = () => {
    const found = checkCycleDraft(draft);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    create.mutate(
      { id, name: draft.name, startDay: draft.startDay, endDay: draft.endDay },
      {
        onSuccess: () => {
          showFlag({ title: `${draft.name} is a draft`, description: 'Start it when people are to keep it.', tone: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="New cycle"
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      footer={<FormFooter submit="Make the cycle" busy={create.isPending} onCancel={onClose} />}
    >
      {unplaced && <ErrorState title="The cycle was not made" error={unplaced} />}
      <RadioField label="Span" value={span} onChange={choose} choices={spanChoices} />
      <CycleFields
        draft={draft}
        set={(field) => (value) => setDraft((before) => ({ ...before, [field]: value }))}
        wrong={wrong}
        error={error}
      />
      <p className="subtle">A cycle whose days all lie in another one counts in it: a quarter’s objectives can be aligned to the year’s.</p>
    </Dialog>
  );
};

export default NewCycleDialog;
