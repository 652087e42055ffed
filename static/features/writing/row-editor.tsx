/**
 * A row of the list as a form, in its place: title, owner, weight, and of a key result its due day and goal. Enter saves, Esc leaves everything as it
 * was. A reason is asked for once the plan has begun and something of it changes; when somebody else saved first, both values are shown.
 */
import Button from '@atlaskit/button/new';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { DateField, NumberField, TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { PersonPicker } from '../../ui/person-picker';
import { keyResultDraftOf, keyResultFields, type KeyResultDraft } from '../key-result-form/key-result-draft';
import { checkEdit, editKeyResultInput, needsReason } from '../key-result-form/key-result-input';
import { wordingOf } from '../key-result-form/key-result-wording';
import { showKeyResultField } from '../key-result-form/show-field';
import { ClashChoice } from '../project-okrs/clash-choice';
import { errorAt, errorOfForm } from '../project-okrs/field-errors';
import {
  checkObjectiveEdit,
  editObjectiveInput,
  objectiveDraftOf,
  objectiveFields,
  objectiveNeedsReason,
  type ObjectiveDraft,
} from '../project-okrs/objective-draft';
import { useChange } from '../project-okrs/queries';
import { ReasonField } from '../project-okrs/reason-field';
import { showObjectiveField } from '../project-okrs/show-objective-field';
import { useEdit } from '../project-okrs/use-edit';
import { KeyResultQuality, ObjectiveQuality } from '../quality/quality';
import { Meanwhile } from './meanwhile';
import type { MovableRow } from './order';
import './row-editor.css';

type Props = {
  readonly row: MovableRow;
  readonly onClose: () => void;
};

const EditorFrame = ({
  label,
  busy,
  onSubmit,
  onClose,
  children,
  after,
}: {
  readonly label: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly after: ReactNode;
}) => {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = ref.current?.querySelector('input');
    first?.focus();
    first?.select();
  }, []);
  // Keys in here are the form's, not the list's.
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape' || busy) return;
    event.preventDefault();
    onClose();
  };
  return (
    <form
      ref={ref}
      className="row-editor"
      aria-label={label}
      aria-busy={busy}
      noValidate
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <div className="row-editor__fields">{children}</div>
      {after}
      <div className="row-editor__foot">
        <Button appearance="primary" spacing="compact" type="submit" isLoading={busy}>
          Save
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onClose} isDisabled={busy}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

const ObjectiveEditor = ({ objective, onClose }: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { invoke } = useHost();
  const format = useFormat();
  const change = useChange('editObjective');
  const edit = useEdit({
    thing: objective,
    draftOf: objectiveDraftOf,
    reload: async () => (await invoke('getObjective', { objectiveId: objective.id })).objective,
    check: checkObjectiveEdit,
    requestOf: editObjectiveInput,
    save: (request) => change.mutateAsync(request),
    onSaved: onClose,
  });
  const { base, draft, set, wrong, error } = edit;
  const unplaced = errorOfForm(error, ['title', 'owner', 'weight', 'reason']);
  const isKnown = edit.clashes !== null || edit.busy;
  return (
    <EditorFrame
      label={`Edit ${objective.key}`}
      busy={edit.busy}
      onSubmit={() => void edit.submit()}
      onClose={onClose}
      after={
        <>
          {unplaced && <ErrorState title={`${objective.key} was not saved`} error={unplaced} />}
          {!isKnown && <Meanwhile subject={{ type: 'objective', id: objective.id }} version={objective.version} from={base.version} />}
          <ClashChoice<ObjectiveView, ObjectiveDraft>
            edit={edit}
            labels={objectiveFields}
            subject={{ type: 'objective', id: base.id }}
            show={showObjectiveField({ objectiveId: base.id, cycles: [], format })}
          />
          <ObjectiveQuality title={draft.title} inLine dismissed={draft.dismissedRules} onDismissed={set('dismissedRules')} />
          {objectiveNeedsReason(base, draft) && (
            <ReasonField value={draft.reason} onChange={set('reason')} error={errorAt('reason', wrong, error)} />
          )}
        </>
      }
    >
      <TextField label="Objective" value={draft.title} onChange={set('title')} error={errorAt('title', wrong, error)} maxLength={255} />
      <PersonPicker
        label="Owner"
        accountId={draft.owner === '' ? null : draft.owner}
        onChange={(accountId) => set('owner')(accountId ?? '')}
        projectId={projectIdOf(base.home)}
        error={errorAt('owner', wrong, error)}
      />
      <NumberField label="Weight" value={draft.weight} onChange={set('weight')} error={errorAt('weight', wrong, error)} />
    </EditorFrame>
  );
};

const goalFields: Readonly<Record<KeyResultView['kind'], readonly ('start' | 'target' | 'low' | 'high')[]>> = {
  work: [],
  metric: ['start', 'target'],
  band: ['low', 'high'],
  milestones: [],
};

const KeyResultEditor = ({
  keyResult,
  projectId,
  onClose,
}: {
  readonly keyResult: KeyResultView;
  readonly projectId: string | null;
  readonly onClose: () => void;
}) => {
  const { invoke } = useHost();
  const format = useFormat();
  const change = useChange('editKeyResult');
  const edit = useEdit({
    thing: keyResult,
    draftOf: keyResultDraftOf,
    reload: async (): Promise<KeyResultView> => (await invoke('getKeyResult', { keyResultId: keyResult.id })).keyResult,
    check: checkEdit,
    requestOf: editKeyResultInput,
    save: (request) => change.mutateAsync(request),
    onSaved: onClose,
  });
  const { base, draft, set, wrong, error } = edit;
  const goal = goalFields[base.kind];
  const unplaced = errorOfForm(error, ['title', 'owner', 'weight', 'dueDay', 'reason', ...goal]);
  const isKnown = edit.clashes !== null || edit.busy;
  return (
    <EditorFrame
      label={`Edit ${keyResult.key}`}
      busy={edit.busy}
      onSubmit={() => void edit.submit()}
      onClose={onClose}
      after={
        <>
          {unplaced && <ErrorState title={`${keyResult.key} was not saved`} error={unplaced} />}
          {!isKnown && <Meanwhile subject={{ type: 'key-result', id: keyResult.id }} version={keyResult.version} from={base.version} />}
          <ClashChoice<KeyResultView, KeyResultDraft>
            edit={edit}
            labels={keyResultFields}
            subject={{ type: 'key-result', id: base.id }}
            show={showKeyResultField(format)}
          />
          <KeyResultQuality
            wording={wordingOf(base.kind, draft)}
            inLine
            dismissed={draft.dismissedRules}
            onDismissed={set('dismissedRules')}
          />
          {needsReason(base, draft) && (
            <ReasonField value={draft.reason} onChange={set('reason')} error={errorAt('reason', wrong, error)} />
          )}
        </>
      }
    >
      <TextField label="Key result" value={draft.title} onChange={set('title')} error={errorAt('title', wrong, error)} maxLength={255} />
      <PersonPicker
        label="Owner"
        accountId={draft.owner === '' ? null : draft.owner}
        onChange={(accountId) => set('owner')(accountId ?? '')}
        projectId={projectId}
        error={errorAt('owner', wrong, error)}
      />
      <NumberField label="Weight" value={draft.weight} onChange={set('weight')} error={errorAt('weight', wrong, error)} />
      <DateField label="Due" value={draft.dueDay} onChange={set('dueDay')} error={errorAt('dueDay', wrong, error)} />
      {goal.map((field) => (
        <NumberField
          key={field}
          label={keyResultFields[field]}
          value={draft[field]}
          onChange={set(field)}
          error={errorAt(field, wrong, error)}
        />
      ))}
    </EditorFrame>
  );
};

const RowEditor = ({ row, onClose }: Props) =>
  row.type === 'objective' ? (
    <ObjectiveEditor objective={row.objective} onClose={onClose} />
  ) : (
    <KeyResultEditor keyResult={row.keyResult} projectId={projectIdOf(row.objective.home)} onClose={onClose} />
  );

export default RowEditor;
