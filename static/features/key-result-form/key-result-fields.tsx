/** The fields of a key result, for a new one and for an edited one alike; which of them depends on its kind. */
import type { ReactNode } from 'react';
import type { ApiError } from '../../api-error';
import { Disclosure } from '../../ui/disclosure';
import { DateField, NumberField, TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { PersonPicker } from '../../ui/person-picker';
import type { SetField } from '../project-okrs/draft';
import { errorAt } from '../project-okrs/field-errors';
import { KeyResultQuality } from '../quality/quality';
import { keyResultFields, type KeyResultDraft, type KeyResultField, type KeyResultWords, type Kind } from './key-result-draft';
import './key-result-fields.css';
import { MilestonesEditor } from './milestones-editor';
import { wordingOf } from './key-result-wording';
import { ValueSourceFields } from './value-source-fields';

type TextFieldName = Exclude<KeyResultField, 'milestones' | 'dismissedRules'>;

type Props = {
  readonly kind: Kind;
  readonly draft: KeyResultDraft;
  readonly set: SetField<KeyResultDraft>;
  readonly wrong: KeyResultWords;
  readonly error: ApiError | null;
  readonly objectiveId: string;
  readonly projectId: string | null;
  /** Between the title and what it is measured by: the choice of the kind, where there is one. */
  readonly kindChoice?: ReactNode;
  /** After what it is measured by: how its issues count, its first value. */
  readonly more?: ReactNode;
  /** It exists: weight and dates are there to be seen at once, and days on which milestones were reached. */
  readonly exists?: boolean;
};

export const KeyResultFields = (props: Props) => {
  const { kind, draft, set, wrong, error, objectiveId, projectId, kindChoice, more, exists = false } = props;
  const format = useFormat();
  const errorOf = (field: KeyResultField) => errorAt(field, wrong, error);
  const at = (field: TextFieldName) => ({
    label: keyResultFields[field],
    value: draft[field],
    onChange: set(field),
    error: errorOf(field),
  });
  const source = (
    <ValueSourceFields
      draft={draft}
      set={set}
      errorOf={errorOf}
      objectiveId={objectiveId}
      unit={draft.unit}
      {...(kind === 'metric' && draft.start === '' ? { onTake: (value: number) => set('start')(String(value)) } : {})}
    />
  );
  const unit = <TextField {...at('unit')} maxLength={16} placeholder="s, %, bugs" help="May stay empty" />;
  const dates = draft.startDay === '' || draft.dueDay === '' ? 'dates of the cycle' : format.days(draft.startDay, draft.dueDay);
  return (
    <>
      <TextField {...at('title')} required autoFocus maxLength={255} help="How you will know: a number that moves, not a task." />
      <KeyResultQuality wording={wordingOf(kind, draft)} dismissed={draft.dismissedRules} onDismissed={set('dismissedRules')} />
      {kindChoice}
      {kind === 'metric' && (
        <>
          <div className="key-result-fields__row">
            <NumberField {...at('start')} required />
            <NumberField {...at('target')} required />
            {unit}
          </div>
          {source}
        </>
      )}
      {kind === 'band' && (
        <>
          <div className="key-result-fields__row">
            <NumberField {...at('low')} required />
            <NumberField {...at('high')} required />
            {unit}
          </div>
          {source}
        </>
      )}
      {kind === 'milestones' && (
        <MilestonesEditor milestones={draft.milestones} onChange={set('milestones')} error={errorOf('milestones')} withDays={exists} />
      )}
      {more}
      <PersonPicker
        label={keyResultFields.owner}
        accountId={draft.owner === '' ? null : draft.owner}
        onChange={(accountId) => set('owner')(accountId ?? '')}
        projectId={projectId}
        error={errorOf('owner')}
      />
      <Disclosure
        title="Weight and dates"
        summary={`Weighs ${draft.weight} in the objective; ${dates}`}
        startsOpen={exists}
        mustShow={(['weight', 'startDay', 'dueDay'] as const).some((field) => errorOf(field) !== null)}
      >
        <div className="key-result-fields__row">
          <DateField {...at('startDay')} help="Empty: with the cycle" />
          <DateField {...at('dueDay')} help="Empty: with the cycle" />
          <NumberField {...at('weight')} min={0} />
        </div>
      </Disclosure>
    </>
  );
};
