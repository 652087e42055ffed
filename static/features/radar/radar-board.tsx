/** The ten scores of a place or an objective: the figure, and the list that says all of it. Asks for them itself; what opens is its owner's. */
import { useState } from 'react';
import type { Derailer } from '../../../src/domain/radar/derailers';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useRadar, type RadarOf } from './queries';
import { RadarChart } from './radar-chart';
import './radar.css';
import type { Opener } from './opener';
import { SpokeRow } from './spoke-row';

type Props = {
  readonly subject: RadarOf;
  /** Null: the cycle of today. */
  readonly cycleId: string | null;
  readonly title: string;
  readonly about: string;
  readonly headingLevel: 2 | 3;
  readonly opener: Opener;
  /** The score that is open at first, to which one has come back. */
  readonly startsAt?: Derailer | null;
  /** Hears which score was opened last; null: it was closed. */
  readonly onOpened?: (derailer: Derailer | null) => void;
};

const closed: ReadonlySet<Derailer> = new Set();

export const RadarBoard = ({ subject, cycleId, title, about, headingLevel, opener, startsAt = null, onOpened }: Props) => {
  const query = useRadar(subject, cycleId);
  const [opened, setOpened] = useState(() => (startsAt === null ? closed : new Set([startsAt])));
  const toggle = (derailer: Derailer) => {
    const next = new Set(opened);
    const isOpen = !next.delete(derailer);
    if (isOpen) next.add(derailer);
    setOpened(next);
    onOpened?.(isOpen ? derailer : null);
  };
  const Heading = `h${headingLevel}` as const;
  const radar = query.data;
  if (!radar) {
    return query.error ? (
      <ErrorState title="The scores could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the scores">
        <Skeleton height="320px" />
      </Loading>
    );
  }
  return (
    <section className="radar-frame" aria-label={title} aria-busy={query.isPlaceholderData}>
      <div className="radar">
        <div className="radar__figure">
          <Heading className="radar__title">{title}</Heading>
          <p className="small">{about}</p>
          <RadarChart spokes={radar.spokes} />
        </div>
        <ol className="radar__list">
          {radar.spokes.map((spoke, index) => (
            <SpokeRow
              key={spoke.derailer}
              number={index + 1}
              spoke={spoke}
              radar={radar}
              objectiveId={subject.type === 'objective' ? subject.id : null}
              opener={opener}
              isOpen={opened.has(spoke.derailer)}
              onToggle={() => toggle(spoke.derailer)}
              arrives={spoke.derailer === startsAt}
            />
          ))}
        </ol>
      </div>
    </section>
  );
};
