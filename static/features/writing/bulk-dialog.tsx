/** Asks for the one value that all selected rows are to get, and for a reason where one of their plans has begun. */
import { useState } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import type { ApiError } from '../../api-error';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { DateField, SelectField } from '../../ui/field';
import { PersonPicker } from '../../ui/person-picker';
import { FormFooter } from '../project-okrs/form-footer';
import { ReasonField } from '../project-okrs/reason-field';
import type { BulkChange } from './bulk-change';
import type { MovableRow } from './order';

export type BulkKind = 'owner' | 'due-day' | 'cycle' | 'archive';

const titles: Readonly<Record<BulkKind, (count: string) => string>> = {
  owner: (count) => `Change the owner of ${count}`,
  'due-day': (count) => `Change the due day of ${count}`,
  cycle: (count) => `Move ${count} to another cycle`,
  archive: (count) => `Archive ${count}?`,
};

type Props = {
  readonly kind: BulkKind;
  readonly rows: readonly MovableRow[];
  /** How many of them it concerns. */
  readonly count: number;
  readonly cycles: readonly CycleView[];
  readonly projectId: string | null;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onSubmit: (change: BulkChange, reason: string) => void;
  readonly onClose: () => void;
};

const noun = (kind: BulkKind, count: number): string => {
  const [one, many] = kind === 'due-day' ? ['key result', 'key results'] : kind === 'cycle' ? ['objective', 'objectives'] : ['row', 'rows'];
  return `${count} ${count === 1 ? one : many}`;
};

export const BulkDialog = ({ kind, rows, count, cycles, projectId, busy, error, onSubmit, onClose }: Props) => {
  const open = cycles.filter(({ state }) => state !== 'closed');
  const [owner, setOwner] = useState<string | null>(null);
  const [dueDay, setDueDay] = useState('');
  const [cycleId, setCycleId] = useState(open[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const asksReason = kind === 'due-day' && rows.some((row) => row.type === 'key-result' && row.keyResult.asksReason);

  const submit = () => {
    if (asksReason && reason.trim() === '') {
      setWrong('The plan has begun: say in a few words why it changes.');
      return;
    }
    const words = asksReason ? reason.trim() : '';
    switch (kind) {
      case 'owner':
        return onSubmit({ type: kind, ownerAccountId: owner }, words);
      case 'due-day':
        return onSubmit({ type: kind, dueDay: dueDay === '' ? null : dueDay }, words);
      case 'cycle':
        return onSubmit({ type: kind, cycleId }, words);
      case 'archive':
        return onSubmit({ type: kind }, words);
    }
  };

  return (
    <Dialog
      title={titles[kind](noun(kind, count))}
      onClose={onClose}
      onSubmit={submit}
      busy={busy}
      footer={<FormFooter submit={kind === 'archive' ? 'Archive' : 'Change'} busy={busy} onCancel={onClose} />}
    >
      {error && error.field !== 'reason' && <ErrorState title="Nothing more was changed" error={error} />}
      {kind === 'owner' && <PersonPicker label="Owner" accountId={owner} onChange={setOwner} projectId={projectId} />}
      {kind === 'due-day' && (
        <DateField label="Due" value={dueDay} onChange={setDueDay} help="Left empty, they are due with their cycle." />
      )}
      {kind === 'cycle' && (
        <SelectField
          label="Cycle"
          value={cycleId}
          onChange={setCycleId}
          choices={open.map(({ id, name }) => ({ value: id, label: name }))}
          help="Their key results go along. What they are aligned to stays behind."
        />
      )}
      {kind === 'archive' && (
        <p className="subtle">
          They leave this page and every number above them. Jira issues stay as they are. Archived ones can be restored from the menu of the
          page.
        </p>
      )}
      {asksReason && (
        <ReasonField value={reason} onChange={setReason} error={wrong ?? (error?.field === 'reason' ? error.message : null)} />
      )}
    </Dialog>
  );
};
