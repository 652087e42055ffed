/**
 * Copies objectives with their key results: those of an earlier cycle into the one on the page, or one of the page into a cycle. Ids are made once for
 * each original, so that trying again makes nothing twice.
 */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CompanyOkrs } from '../../../src/contract/company';
import type { CycleView, ObjectiveView, ProjectOkrs } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { SelectField } from '../../ui/field';
import { Loading, Skeleton } from '../../ui/skeleton';
import { FormFooter } from '../project-okrs/form-footer';
import { useOkrPages, useRefreshOkrs } from '../project-okrs/queries';
import { CopySet } from './copy-set';

/** How many are copied at once; as many are all chosen at first, of more none is. */
const most = 50;

const nothing: readonly ObjectiveView[] = [];

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
  /** Null until somebody has chosen. */
  const [choice, setChoice] = useState<ReadonlySet<string> | null>(null);
  const [withSources, setWithSources] = useState(false);
  const isSet = only === null && fromId !== '';
  const set = useOkrPages(
    projectId === null ? 'company' : 'project',
    fromId,
    (wanted): Promise<ProjectOkrs | CompanyOkrs> =>
      projectId === null ? invoke('getCompanyOkrs', wanted) : invoke('getProjectOkrs', { projectId, ...wanted }),
    isSet,
  );
  // Of the cycle that was chosen before, nothing is offered while this one is on its way.
  const arrived = isSet && !set.isPlaceholderData ? set.okrs : undefined;
  const offered = only === null ? (arrived?.objectives ?? nothing) : [only];
  const isComplete = only !== null || (arrived !== undefined && !arrived.loadingMore);
  const chosen = offered.filter(({ id }) => (choice === null ? isComplete && offered.length <= most : choice.has(id)));
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
  const mayCopy = isComplete && chosen.length > 0 && chosen.length <= most && toId !== '';

  return (
    <Dialog
      title={only === null ? `Carry objectives over into ${cycle.name}` : `Duplicate ${only.key}`}
      size="large"
      onClose={onClose}
      onSubmit={() => {
        if (mayCopy) copy.mutate();
      }}
      busy={copy.isPending}
      footer={
        <FormFooter
          submit={only === null ? `Carry over ${chosen.length}` : 'Duplicate'}
          busy={copy.isPending}
          maySubmit={mayCopy}
          onCancel={onClose}
        />
      }
    >
      {copy.error && <ErrorState title="Nothing was copied" error={apiErrorOf(copy.error)} />}
      {only === null ? (
        <SelectField
          label="From"
          value={fromId}
          onChange={(id) => {
            setFromId(id);
            setChoice(null);
          }}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <SelectField label="Into" value={toId} onChange={setToId} choices={open.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      {isSet && !isComplete && !set.isError && (
        <Loading what="objectives">
          <Skeleton height="120px" />
          <p className="small">
            {arrived ? `${arrived.objectives.length} of ${arrived.page.totalObjectives} objectives so far` : '\u00a0'}
          </p>
        </Loading>
      )}
      {set.isError && <ErrorState title="The objectives could not be loaded" error={set.error} onRetry={() => void set.refetch()} />}
      {isSet && isComplete && offered.length === 0 && (
        <EmptyState title="No objectives there">Choose another cycle to carry objectives over from.</EmptyState>
      )}
      {isSet && isComplete && offered.length > 0 && (
        <CopySet key={fromId} objectives={offered} most={most} chosen={new Set(chosen.map(({ id }) => id))} onChoose={setChoice} />
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
