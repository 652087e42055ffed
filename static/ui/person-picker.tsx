/**
 * Chooses one person, or nobody, among those who can be given work in the project: a combobox over Jira's own search, as the viewer.
 * The list opens in the flow of the form, so that it is never cut off by a dialog's edge.
 */
import Button from '@atlaskit/button/new';
import { useId, useState, type KeyboardEvent } from 'react';
import { useHost } from '../host';
import { Field } from './field';
import { usePerson } from './person';
import './person-picker.css';
import { usePeopleSearch } from './use-people-search';

type Props = {
  readonly label: string;
  /** Null: nobody. */
  readonly accountId: string | null;
  readonly onChange: (accountId: string | null) => void;
  /** People who can be given work there; null: everybody. */
  readonly projectId: string | null;
  readonly error?: string | null;
  /** What choosing nobody is called. */
  readonly nobody?: string;
  /** What stands in the empty field; without it, what choosing nobody is called. */
  readonly placeholder?: string;
  /** What choosing oneself is called. */
  readonly me?: string;
};

export const PersonPicker = ({ label, accountId, onChange, projectId, error = null, nobody = 'No owner', ...words }: Props) => {
  const { placeholder = nobody, me = 'Assign to me' } = words;
  const { place } = useHost();
  const chosen = usePerson(accountId);
  const listId = useId();
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const open = typed !== null;
  const { people, caughtUp, failed } = usePeopleSearch(typed, projectId);
  const name = accountId === null ? '' : (chosen.person?.name ?? (chosen.loading ? '' : 'Unknown user'));

  const choose = (id: string | null) => {
    onChange(id);
    setTyped(null);
    setActive(0);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = people.length - 1;
    if (event.key === 'ArrowDown') {
      if (open) setActive(Math.min(last, active + 1));
      else setTyped('');
    } else if (event.key === 'ArrowUp' && open) setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter' && open) {
      const person = people[active];
      if (person) choose(person.accountId);
    } else if (event.key === 'Escape' && open) setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <>
          <div className="person-picker">
            <input
              {...wiring}
              className="field__control person-picker__input"
              role="combobox"
              dir="auto"
              autoComplete="off"
              placeholder={placeholder}
              aria-expanded={open}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={open && people[active] ? `${listId}-${active}` : undefined}
              value={typed ?? name}
              onFocus={(event) => event.target.select()}
              onChange={(event) => {
                setTyped(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              onBlur={() => setTyped(null)}
            />
            {place.accountId !== null && accountId !== place.accountId && <Button onClick={() => choose(place.accountId)}>{me}</Button>}
            {accountId !== null && (
              <Button appearance="subtle" onClick={() => choose(null)}>
                {nobody}
              </Button>
            )}
          </div>
          <ul id={listId} className="person-picker__list" role="listbox" aria-label={`${label}: people`} hidden={!open}>
            {people.map((person, at) => (
              <li
                key={person.accountId}
                id={`${listId}-${at}`}
                className={at === active ? 'person-picker__option person-picker__option--active' : 'person-picker__option'}
                role="option"
                aria-selected={at === active}
                dir="auto"
                // Before the input's blur, which would close the list under the pointer.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(person.accountId);
                }}
              >
                {person.name}
              </li>
            ))}
            {people.length === 0 && (
              <li className="person-picker__option subtle" role="option" aria-selected={false} aria-disabled="true">
                {failed ? 'People could not be loaded' : caughtUp ? 'Nobody found' : 'Searching…'}
              </li>
            )}
          </ul>
        </>
      )}
    </Field>
  );
};
