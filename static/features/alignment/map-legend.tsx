/** What the lines and shapes of the map mean, and how it is moved. */
import type { Health } from '../../../src/domain/model';
import { healthWords } from '../../ui/health-lozenge';

const Line = ({ dashed }: { readonly dashed: boolean }) => (
  <svg width="32" height="8" aria-hidden="true" focusable="false">
    <path className={dashed ? 'map-link map-link--dashed' : 'map-link'} d="M0 4H32" />
  </svg>
);

/** `hintId`: of the words on how to move about, for what they describe. */
export const MapLegend = ({ hintId }: { readonly hintId: string }) => (
  <div className="map-legend small">
    <ul className="map-legend__signs" aria-label="Legend">
      {(Object.keys(healthWords) as Health[]).map((health) => (
        <li key={health} className={`map-legend__health health-${health}`}>
          <span aria-hidden="true">{healthWords[health].shape}</span> {healthWords[health].word}
        </li>
      ))}
      <li>
        <Line dashed={false} /> holds
      </li>
      <li>
        <Line dashed /> does not hold, or passes over a level
      </li>
    </ul>
    <p id={hintId}>
      Drag, or use the arrow keys, to move; + and − zoom, 0 shows everything. On a card, the arrow keys follow the lines, Enter opens it,
      Space folds what is under it, and L shows its line to the top.
    </p>
  </div>
);
