/**
 * Copies objectives with their key results: those of an earlier cycle into the one on the page, or one of the page into a cycle. Ids are made once for
 * each original, so that trying again makes nothing twice.
 */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { SelectField } from '../../ui/field';
import { Loading, Skeleton } from '../../ui/skeleton';
import { FormFooter } from '../project-okrs/form-footer';
import { okrKey, useRefreshOkrs } from '../project-okrs/queries';
import './copy-dialog.css';

const most = 50;

type Props = {
  readonly cycles: readonly CycleView[];
  /** One objective to be duplicated; null: a set is chosen. */
  readonly only: ObjectiveView | null;
  /** The cycle on the page. */
  readonly cycle: CycleView;
  /** Of the set; null: the company page, whose objectives stay where they live. */
  readonly projectId: string | null;
  readonly onClose: () => void;
  /** Called with the cycle that has the copies. */
  readonly onCopied: (cycleId: string) => void;
};

const CopyDialog = ({ cycles, only, cycle, projectId, onClose, onCopied }: Props) => {
  const { invoke, showFlag } = useHost();
  const refresh = useRefreshOkrs();
  const open = cycles.filter(({ state }) => state !== 'closed');
  const others = cycles.filter(({ id }) => id !== cycle.id);
  const earlier = others.filter(({ startDay }) => startDay < cycle.startDay).at(-1) ?? others[0];
  const [fromId, setFromId] = useState(earlier?.id ?? '');
  const [toId, setToId] = useState(only === null || cycle.state !== 'closed' ? cycle.id : (open[0]?.id ?? ''));
  const [ids] = useState(() => new Map<string, string>());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [withSources, setWithSources] = useState(false);
  const set = useQuery({
    queryKey: [...okrKey, 'copy-set', projectId, fromId],
    queryFn: async () =>
      (projectId === null
        ? await invoke('getCompanyOkrs', { cycleId: fromId })
        : await invoke('getProjectOkrs', { projectId, cycleId: fromId })
      ).objectives,
    enabled: only === null && fromId !== '',
  });
  const offered = only === null ? (set.data ?? []) : [only];
  const chosen = offered.filter(({ id }) => !left.has(id));
  const idOf = (originalId: string): string => {
    const key = `${originalId} ${toId}`;
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const copy = useMutation({
    mutationFn: () =>
      invoke('copyObjectives', { copies: chosen.map(({ id }) => ({ id: idOf(id), fromId: id })), cycleId: toId, withSources }),
    onSuccess: ({ objectives }) => {
      const to = cycles.find(({ id }) => id === toId)?.name ?? '';
      showFlag({
        title: `${objectives.length === 1 ? (objectives[0]?.key ?? '') : `${objectives.length} objectives`} written into ${to}`,
        tone: 'success',
      });
      void refresh();
      onCopied(toId);
      onClose();
    },
  });
  const mayCopy = chosen.length > 0 && chosen.length <= most && toId !== '';

  return (
    <Dialog
      title={only === null ? `Carry objectives over into ${cycle.name}` : `Duplicate ${only.key}`}
      size="large"
      onClose={onClose}
      onSubmit={() => {
        if (mayCopy) copy.mutate();
      }}
      busy={copy.isPending}
      footer={<FormFooter submit={only === null ? `Carry over ${chosen.length}` : 'Duplicate'} busy={copy.isPending} onCancel={onClose} />}
    >
      {copy.error && <ErrorState title="Nothing was copied" error={apiErrorOf(copy.error)} />}
      {only === null ? (
        <SelectField
          label="From"
          value={fromId}
          onChange={setFromId}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <SelectField label="Into" value={toId} onChange={setToId} choices={open.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      {only === null && set.isPending && fromId !== '' && (
        <Loading what="objectives">
          <Skeleton height="120px" />
        </Loading>
      )}
      {set.isError && <ErrorState title="The objectives could not be loaded" error={set.error} onRetry={() => void set.refetch()} />}
      {only === null && set.data?.length === 0 && (
        <EmptyState title="No objectives there">Choose another cycle to carry objectives over from.</EmptyState>
      )}
      {only === null && offered.length > 0 && (
        <fieldset className="field copy-set">
          <legend className="field__label">Objectives</legend>
          {offered.map(({ id, key, title, keyResults }) => (
            <label key={id} className="field__choice">
              <input
                type="checkbox"
                checked={!left.has(id)}
                onChange={() =>
                  setLeft((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
                }
              />
              <span>
                {key} <bdi>{title}</bdi>
                <span className="field__help">{keyResults.length === 1 ? '1 key result' : `${keyResults.length} key results`}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen.length > most && <p className="field__error" role="alert">{`At most ${most} at once: take some out.`}</p>}
      <label className="field__choice">
        <input type="checkbox" checked={withSources} onChange={(event) => setWithSources(event.target.checked)} />
        <span>
          With the sources of their issues
          <span className="field__help">The same issues and queries count for the copies as well.</span>
        </span>
      </label>
      <p className="subtle small">
        Titles, goals, owners and weights are copied, and how they are aligned among themselves. Values, check-ins, reached milestones and
        the past are not.
      </p>
    </Dialog>
  );
};

export default CopyDialog;
