/**
 * The key results one can link to, under their objectives, as one radio group: arrows move, a key result that has the issue already cannot be chosen.
 * Knows nothing of what linking does.
 */
import type { UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import type { LinkTarget } from '../../../src/contract/okr';
import { ErrorState } from '../../ui/error-state';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { Percent } from '../../ui/percent';
import { Loading, Skeleton } from '../../ui/skeleton';

/** What is the project's own needs no word. */
const levelWords = { company: 'Company ·', group: 'Group ·', project: '' } as const;

type Group = { readonly objective: LinkTarget['objective']; readonly targets: readonly LinkTarget[] };

/** By objective, both in the order of their first appearance. */
const byObjective = (targets: readonly LinkTarget[]): readonly Group[] => {
  const groups = new Map<string, { objective: LinkTarget['objective']; targets: LinkTarget[] }>();
  for (const target of targets) {
    const group = groups.get(target.objective.id) ?? { objective: target.objective, targets: [] };
    group.targets.push(target);
    groups.set(target.objective.id, group);
  }
  return [...groups.values()];
};

const Target = ({
  target,
  name,
  chosen,
  onChoose,
}: {
  readonly target: LinkTarget;
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) => (
  <label className={chosen ? 'link-target link-target--chosen' : 'link-target'}>
    <input type="radio" name={name} value={target.id} checked={chosen} disabled={target.alreadyLinked} onChange={onChoose} />
    <span className="link-target__text">
      <span>
        <KeyBadge text={target.key} /> <span dir="auto">{target.title}</span>
      </span>
      <span className="link-target__state">
        <HealthLozenge health={target.health} />
        {target.progress !== null && <Percent ratio={target.progress} />}
        {target.alreadyLinked && <span className="small">already linked</span>}
      </span>
    </span>
  </label>
);

type Props = {
  readonly targets: UseQueryResult<readonly LinkTarget[], Error>;
  readonly words: string;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
};

export const LinkTargets = ({ targets, words, chosenId, onChoose }: Props) => {
  const name = useId();
  if (targets.isPending) {
    return (
      <Loading what="key results">
        <div className="link-targets link-targets--loading">
          <Skeleton width="50%" height="12px" />
          <Skeleton height="36px" />
          <Skeleton height="36px" />
        </div>
      </Loading>
    );
  }
  if (!targets.data) {
    return <ErrorState title="The key results could not be loaded" error={targets.error} onRetry={() => void targets.refetch()} />;
  }
  if (targets.data.length === 0) {
    return (
      <div className="link-targets link-targets--none" role="status">
        {words === '' ? (
          'There is no key result in the current cycle yet. Create one on the OKRs page of the project, then link this issue.'
        ) : (
          <>No key result matches “{words}”.</>
        )}
      </div>
    );
  }
  return (
    <div className="link-targets" role="radiogroup" aria-label="Key result" aria-busy={targets.isPlaceholderData}>
      {byObjective(targets.data).map(({ objective, targets: ofObjective }) => (
        <div key={objective.id} role="group" aria-label={`${objective.key} ${objective.title}`}>
          <p className="small link-targets__objective">
            {levelWords[objective.level]} {objective.key} <span dir="auto">{objective.title}</span>
          </p>
          {ofObjective.map((target) => (
            <Target key={target.id} target={target} name={name} chosen={target.id === chosenId} onChoose={() => onChoose(target.id)} />
          ))}
        </div>
      ))}
    </div>
  );
};
