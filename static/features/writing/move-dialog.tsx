/** Moves a key result under another objective of the list, or an objective to another home; with the way back. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { homeKey } from '../../../src/domain/home';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { SelectField } from '../../ui/field';
import { Loading, Skeleton } from '../../ui/skeleton';
import { FormFooter } from '../project-okrs/form-footer';
import { useRefreshOkrs } from '../project-okrs/queries';
import { ReasonField } from '../project-okrs/reason-field';
import type { Rights } from '../project-okrs/rights';
import type { MovableRow } from './order';
import { useUndo } from './undo';
import { useHomes } from './use-homes';

type Place = { readonly value: string; readonly label: string };

type Props = {
  readonly title: string;
  readonly label: string;
  /** Not empty. */
  readonly places: readonly Place[];
  readonly asksReason: boolean;
  readonly help: string;
  /** Resolves to the way back. */
  readonly move: (to: string, reason: string) => Promise<() => Promise<unknown>>;
  readonly done: string;
  readonly onClose: () => void;
};

const MoveForm = ({ title, label, places, asksReason, help, move, done, onClose }: Props) => {
  const refresh = useRefreshOkrs();
  const undo = useUndo();
  const [to, setTo] = useState(places[0]?.value ?? '');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: () => move(to, reason.trim()),
    onSuccess: (takeBack) => {
      undo.offer(done, takeBack);
      onClose();
    },
    onSettled: () => void refresh(),
  });
  const submit = () => {
    if (asksReason && reason.trim() === '') setWrong('The plan has begun: say in a few words why it changes.');
    else change.mutate();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      busy={change.isPending}
      footer={<FormFooter submit="Move" busy={change.isPending} onCancel={onClose} />}
    >
      {change.error && <ErrorState title="Nothing was moved" error={apiErrorOf(change.error)} />}
      {places.length === 0 ? (
        <p>There is nowhere else to move it to from here.</p>
      ) : (
        <SelectField label={label} value={to} onChange={setTo} choices={places} help={help} />
      )}
      {asksReason && <ReasonField value={reason} onChange={setReason} error={wrong} />}
    </Dialog>
  );
};

/** `objectives` are those it may go under. */
const MoveKeyResult = ({
  keyResult,
  objectives,
  onClose,
}: {
  readonly keyResult: KeyResultView;
  readonly objectives: readonly ObjectiveView[];
  readonly onClose: () => void;
}) => {
  const { invoke } = useHost();
  const { id, key, version, objectiveId } = keyResult;
  return (
    <MoveForm
      title={`Move ${key}`}
      label="Under"
      places={objectives.filter((one) => one.id !== objectiveId).map((one) => ({ value: one.id, label: `${one.key} ${one.title}` }))}
      asksReason={keyResult.asksReason}
      help="Its issues, check-ins and history go along."
      done={`${key} moved`}
      move={async (to, reason) => {
        const why = reason === '' ? {} : { reason };
        const moved = await invoke('moveKeyResult', { id, version, objectiveId: to, ...why });
        return () => invoke('moveKeyResult', { id, version: moved.version, objectiveId, ...why });
      }}
      onClose={onClose}
    />
  );
};

type ObjectiveProps = { readonly objective: ObjectiveView; readonly rights: Rights; readonly onClose: () => void };

const MoveObjective = ({ objective, rights, onClose }: ObjectiveProps) => {
  const { invoke } = useHost();
  const { homes, error } = useHomes(rights);
  const { id, key, version, home } = objective;
  const others = (homes ?? []).filter((one) => homeKey(one.home) !== homeKey(home));
  if (homes === null)
    return (
      <Dialog title={`Move ${key}`} onClose={onClose}>
        {error ? (
          <ErrorState title="The places could not be loaded" error={apiErrorOf(error)} />
        ) : (
          <Loading what="places">
            <Skeleton height="80px" />
          </Loading>
        )}
      </Dialog>
    );
  return (
    <MoveForm
      title={`Move ${key}`}
      label="To"
      places={others.map((one) => ({ value: homeKey(one.home), label: one.name }))}
      asksReason={false}
      help="Its key results go along. Who may see and change it follows from where it lives."
      done={`${key} moved`}
      move={async (to) => {
        const target = others.find((one) => homeKey(one.home) === to);
        if (target === undefined) throw new Error('The place is not among those offered.');
        const moved = await invoke('moveObjective', { id, version, home: target.home });
        return () => invoke('moveObjective', { id, version: moved.version, home });
      }}
      onClose={onClose}
    />
  );
};

type RowProps = {
  readonly row: MovableRow;
  readonly objectives: readonly ObjectiveView[];
  readonly rights: Rights;
  readonly onClose: () => void;
};

const MoveDialog = ({ row, objectives, rights, onClose }: RowProps) =>
  row.type === 'objective' ? (
    <MoveObjective objective={row.objective} rights={rights} onClose={onClose} />
  ) : (
    <MoveKeyResult keyResult={row.keyResult} objectives={objectives} onClose={onClose} />
  );

export default MoveDialog;
