/**
 * An objective as a card of the map. Says what is pressed by `data-act` and which card by `data-card`: the map hears of it, so that a card is
 * drawn anew only when it has changed itself. From far away it is its key and its health.
 */
import FocusAreaIcon from '@atlaskit/icon/core/focus-area';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import { memo } from 'react';
import type { AlignedObjective, AlignmentPage } from '../../../src/contract/alignment';
import { HealthLozenge, healthWords } from '../../ui/health-lozenge';
import '../../ui/health.css';
import { KeyBadge } from '../../ui/key-badge';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { ProgressBar } from '../../ui/progress-bar';
import { KeyResultCounts } from './key-result-counts';
import { useHomeName } from './use-home-name';
import { counted } from './words';

type Props = {
  readonly objective: AlignedObjective;
  readonly groups: AlignmentPage['groups'];
  /** Of a cycle around the one that is shown; null: of the one that is. */
  readonly cycleName: string | null;
  /** Px of the map. */
  readonly x: number;
  readonly y: number;
  /** How many stand under it, and whether they are to be seen. */
  readonly under: number;
  readonly isOpen: boolean;
  readonly isFar: boolean;
  /** Apart from the line or the matches that are looked at. */
  readonly isDim: boolean;
  /** On the line, or a match. */
  readonly isLit: boolean;
  /** The one card that Tab reaches; its controls are reached from it. */
  readonly isActive: boolean;
  /** What there is to say about its link upward. */
  readonly note: string | null;
};

const Near = ({ objective, groups, cycleName }: Pick<Props, 'objective' | 'groups' | 'cycleName'>) => {
  const home = useHomeName(objective.home, groups);
  return (
    <>
      <span className="map-card__head">
        <KeyBadge text={objective.key} />
        {objective.isPrivate && (
          <span className="map-card__private">
            <LockLockedIcon label="Private" size="small" />
          </span>
        )}
        <span className="map-card__home small">
          <bdi>{home}</bdi>
          {cycleName !== null && ` · ${cycleName}`}
          {objective.parentKeyResult !== null && ` · for ${objective.parentKeyResult}`}
        </span>
        <span className="map-card__owner">
          <Person accountId={objective.ownerAccountId} />
        </span>
      </span>
      <span className="map-card__title" dir="auto">
        {objective.title}
      </span>
      <span className="map-card__progress">
        <ProgressBar progress={objective.progress} expected={objective.expected} health={objective.health} />
        <span className="number" aria-hidden="true">
          {objective.progress === null ? '–' : percentText(objective.progress)}
        </span>
      </span>
      <span className="map-card__foot">
        <HealthLozenge health={objective.health} />
        <KeyResultCounts keyResults={objective.keyResults} />
      </span>
    </>
  );
};

const Far = ({ objective: { key, title, health, progress } }: Pick<Props, 'objective'>) => (
  <span className="map-card__far">
    <span aria-hidden="true">{healthWords[health].shape}</span>
    <span>{key}</span>
    <span className="visually-hidden">{`${title}, ${percentText(progress)}, ${healthWords[health].word}`}</span>
  </span>
);

export const MapCard = memo(({ objective, groups, cycleName, x, y, under, isOpen, isFar, isDim, isLit, isActive, note }: Props) => {
  const tabIndex = isActive ? 0 : -1;
  const classes = ['map-card', `health-${objective.health}`];
  if (isDim) classes.push('map-card--dim');
  if (isLit) classes.push('map-card--lit');
  return (
    <div className={classes.join(' ')} style={{ transform: `translate(${x}px, ${y}px)` }} data-card={objective.id}>
      <button type="button" className="map-card__open" data-act="open" tabIndex={tabIndex}>
        {isFar ? <Far objective={objective} /> : <Near objective={objective} groups={groups} cycleName={cycleName} />}
        {note !== null && !isFar && <span className="map-card__note small">{note}</span>}
      </button>
      {!isFar && (
        <button
          type="button"
          className="map-card__line"
          data-act="line"
          tabIndex={tabIndex}
          title={`Show the line of ${objective.key} to the top`}
          aria-label={`Show the line of ${objective.key} to the top`}
        >
          <FocusAreaIcon label="" size="small" />
        </button>
      )}
      {under > 0 && !isFar && (
        <button
          type="button"
          className="map-card__toggle number"
          data-act="toggle"
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          aria-label={`${counted(under, 'objective')} under ${objective.key}`}
        >
          {isOpen ? '−' : `+${under}`}
        </button>
      )}
    </div>
  );
});
MapCard.displayName = 'MapCard';
