/** What an objective serves, and whether those that serve it count for it. */
import type { ObjectiveView } from '../../../src/contract/okr';
import { RadioField } from '../../ui/field';
import type { SetField } from './draft';
import { moves, objectiveFields, type ObjectiveDraft } from './objective-draft';
import { ParentPicker } from './parent-picker';

type Props = {
  readonly objective: ObjectiveView;
  readonly draft: ObjectiveDraft;
  readonly set: SetField<ObjectiveDraft>;
  /** Words at the parent, null where it is fine. */
  readonly error: string | null;
};

export const AlignmentFields = ({ objective, draft, set, error }: Props) => (
  <>
    {moves(objective, draft) ? (
      <div className="field">
        <span className="field__label">{objectiveFields.parent}</span>
        <p className="subtle">Objectives are aligned within a cycle. Save it into its new one first, then align it there.</p>
      </div>
    ) : (
      <ParentPicker
        label={objectiveFields.parent}
        about={{ objectiveId: objective.id }}
        parent={draft.parent}
        onChange={set('parent')}
        error={error}
      />
    )}
    <RadioField
      label={objectiveFields.rollUp}
      value={draft.rollUp}
      onChange={set('rollUp')}
      choices={[
        { value: 'key-results', label: 'Its key results only' },
        {
          value: 'with-children',
          label: 'Its key results, and the objectives aligned to it',
          help: 'Each by its weight. Private objectives count for no other.',
        },
      ]}
    />
  </>
);
