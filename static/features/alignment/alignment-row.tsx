/**
 * The cells of one line of the list: what a card of the map says, in columns. The list supplies the row element; the cells are drawn anew only when
 * what they show changes.
 */
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import FocusAreaIcon from '@atlaskit/icon/core/focus-area';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import { memo } from 'react';
import type { AlignedObjective, AlignmentPage } from '../../../src/contract/alignment';
import { HealthLozenge } from '../../ui/health-lozenge';
import { IconButton } from '../../ui/icon-button';
import { KeyBadge } from '../../ui/key-badge';
import { Percent } from '../../ui/percent';
import { Person } from '../../ui/person';
import { ProgressBar } from '../../ui/progress-bar';
import type { AlignmentActions } from './alignment-props';
import { KeyResultCounts } from './key-result-counts';
import { useHomeName } from './use-home-name';
import { counted } from './words';

/** Deeper lines are set in no further, so that a deep one has room for its words. */
const mostSteps = 6;

type Props = {
  readonly objective: AlignedObjective;
  readonly groups: AlignmentPage['groups'];
  /** Of a cycle around the one that is shown; null: of the one that is. */
  readonly cycleName: string | null;
  readonly depth: number;
  /** What there is to say about its link upward. */
  readonly note: string | null;
  /** How many stand under it, at any distance, and whether they are to be seen. */
  readonly under: number;
  readonly isOpen: boolean;
  /** Its row is the one that Tab reaches. */
  readonly isActive: boolean;
  readonly actions: AlignmentActions;
};

export const AlignmentRow = memo(({ objective, groups, cycleName, depth, note, under, isOpen, isActive, actions }: Props) => {
  const home = useHomeName(objective.home, groups);
  const folded = isOpen ? 0 : under;
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  const inCycle = cycleName === null ? null : ` · ${cycleName}`;
  return (
    <>
      <div
        className={`alignment-row__cell alignment-row__name alignment-row__name--${Math.min(depth, mostSteps)}`}
        role="gridcell"
        aria-colindex={1}
      >
        {/* The row itself says whether it is expanded, and the arrow keys do what this does. */}
        <span
          className="alignment-row__chevron"
          aria-hidden="true"
          onClick={(event) => {
            if (under === 0) return;
            event.stopPropagation();
            actions.toggle(objective.id);
          }}
        >
          {under > 0 && <Chevron label="" size="small" />}
        </span>
        <KeyBadge text={objective.key} />
        {objective.isPrivate && <LockLockedIcon label="Private" size="small" />}
        <span className="alignment-row__words">
          <span className="alignment-row__title">
            <bdi>{objective.title}</bdi>
          </span>
          <span className="alignment-row__at small">
            <bdi>{home}</bdi>
            {inCycle}
          </span>
          {objective.parentKeyResult !== null && <span className="alignment-row__for small">{`for ${objective.parentKeyResult}`}</span>}
          {note !== null && <span className="alignment-row__note small">{note}</span>}
          {folded > 0 && <span className="alignment-row__folded small">{`${counted(folded, 'objective')} under it`}</span>}
        </span>
        <span className="alignment-row__line" onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
          <IconButton
            icon={FocusAreaIcon}
            label={`Show the line of ${objective.key} to the top`}
            tabIndex={isActive ? 0 : -1}
            onClick={() => actions.showLine({ from: 'objective', id: objective.id })}
          />
        </span>
      </div>
      <div className="alignment-row__cell alignment-row__progress" role="gridcell" aria-colindex={2}>
        {objective.progress !== null && (
          <ProgressBar progress={objective.progress} expected={objective.expected} health={objective.health} />
        )}
        <Percent ratio={objective.progress} />
      </div>
      <div className="alignment-row__cell" role="gridcell" aria-colindex={3}>
        <HealthLozenge health={objective.health} />
      </div>
      <div className="alignment-row__cell" role="gridcell" aria-colindex={4}>
        <KeyResultCounts keyResults={objective.keyResults} />
      </div>
      <div className="alignment-row__cell alignment-row__home" role="gridcell" aria-colindex={5}>
        <bdi>{home}</bdi>
        {inCycle}
      </div>
      <div className="alignment-row__cell alignment-row__owner" role="gridcell" aria-colindex={6}>
        <Person accountId={objective.ownerAccountId} />
      </div>
    </>
  );
});
AlignmentRow.displayName = 'AlignmentRow';
