/** Where a new objective is to live, among the places the viewer leads, and the button that opens its form. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { homeKey, type Home } from '../../../src/domain/home';

export type NamedHome = { readonly home: Home; readonly name: string };

type Props = {
  /** Not empty. */
  readonly places: readonly NamedHome[];
  readonly onAdd: (home: Home) => void;
  /** Opens the fast form; null: nothing can be written here. */
  readonly onQuick: ((home: Home) => void) | null;
};

export const NewObjectiveChoice = ({ places, onAdd, onQuick }: Props) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const place = places.find(({ home }) => homeKey(home) === chosen) ?? places[0];
  if (!place) return null;
  return (
    <div className="page-header__actions">
      {places.length > 1 && (
        <select
          className="page-header__cycle"
          aria-label="Where the new objective is to live"
          value={homeKey(place.home)}
          onChange={(event) => setChosen(event.target.value)}
        >
          {places.map(({ home, name }) => (
            <option key={homeKey(home)} value={homeKey(home)}>
              {name}
            </option>
          ))}
        </select>
      )}
      {onQuick && <Button onClick={() => onQuick(place.home)}>Write quickly</Button>}
      <Button appearance="primary" onClick={() => onAdd(place.home)}>
        New objective
      </Button>
    </div>
  );
};
