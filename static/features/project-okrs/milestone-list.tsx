/**
 * The milestones of a key result, and the day on which each was reached. Who may edit ticks one, and can say another day than today.
 * Each change is one request under the version that is shown; while one is on its way the others wait.
 */
import { useState } from 'react';
import type { KeyResultView } from '../../../src/contract/okr';
import type { Milestone } from '../../../src/domain/model';
import { apiErrorOf } from '../../api-error';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import './milestone-list.css';
import { useChange } from './queries';

type Props = {
  readonly keyResult: Pick<KeyResultView, 'id' | 'version'> & { readonly milestones: readonly Milestone[] };
  readonly may: boolean;
  readonly today: string;
};

type RowProps = {
  readonly milestone: Milestone;
  readonly may: boolean;
  readonly busy: boolean;
  readonly today: string;
  readonly onReach: (reachedDay: string | null) => void;
};

const Row = ({ milestone, may, busy, today, onReach }: RowProps) => {
  const format = useFormat();
  const { title, weight, reachedDay } = milestone;
  /** A day that is being picked; null while none is. Saved once it is left. */
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && typed !== '' && typed !== reachedDay) onReach(typed);
    setTyped(null);
  };
  return (
    <li className="milestone">
      <label className="milestone__name">
        <input
          type="checkbox"
          checked={reachedDay !== null}
          disabled={!may || busy}
          onChange={(event) => onReach(event.target.checked ? today : null)}
        />
        <bdi>{title}</bdi>
      </label>
      <span className="milestone__weight small number">weighs {format.number(weight)}</span>
      <span className="milestone__day small">
        {reachedDay === null ? (
          'not reached'
        ) : may ? (
          <label className="milestone__picker">
            reached on{' '}
            <input
              type="date"
              className="field__control field__control--date"
              aria-label={`Day on which ${title} was reached`}
              max={today}
              disabled={busy}
              value={typed ?? reachedDay}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key === 'Enter') leave();
              }}
            />
          </label>
        ) : (
          `reached on ${format.day(reachedDay, today)}`
        )}
      </span>
    </li>
  );
};

export const MilestoneList = ({ keyResult, may, today }: Props) => {
  const { id, version, milestones } = keyResult;
  const reach = useChange('reachMilestone');
  const error = reach.error === null ? null : apiErrorOf(reach.error);
  return (
    <>
      {error && <ErrorState title="That was not saved" error={error} />}
      <ol className="milestones" aria-label="Milestones" aria-busy={reach.isPending}>
        {milestones.map((milestone) => (
          <Row
            key={milestone.id}
            milestone={milestone}
            may={may}
            busy={reach.isPending}
            today={today}
            onReach={(reachedDay) => reach.mutate({ keyResultId: id, version, milestoneId: milestone.id, reachedDay })}
          />
        ))}
      </ol>
    </>
  );
};
