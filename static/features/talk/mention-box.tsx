/**
 * A box for the words of a comment in which typing @ finds people: arrow keys choose, Enter or Tab takes, Esc closes the list, Ctrl or Cmd with
 * Enter sends. Knows the words as they stand in it; what is sent is mention-text.ts.
 */
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Person } from '../../host';
import { Field } from '../../ui/field';
import '../../ui/person-picker.css';
import { usePeopleSearch } from '../../ui/use-people-search';
import { nameFor, typedMention, type Names } from './mention-text';

type Props = {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly names: Names;
  readonly onName: (name: string, accountId: string) => void;
  /** The project people are found in; null: the site. */
  readonly projectId: string | null;
  readonly onSend: () => void;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
};

export const MentionBox = ({ label, text, onChange, names, onName, projectId, onSend, error = null, autoFocus = false }: Props) => {
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  /** Where the caret is to be once the text is there. */
  const caretNext = useRef<number | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const typed = caret === null ? null : typedMention(text, caret);
  const { people, caughtUp, failed } = usePeopleSearch(typed?.query ?? null, projectId);
  // Words after a name that nobody has are words again.
  const open = typed !== null && (people.length > 0 || !typed.query.includes(' '));

  useLayoutEffect(() => {
    if (caretNext.current === null) return;
    box.current?.setSelectionRange(caretNext.current, caretNext.current);
    caretNext.current = null;
  });

  const choose = (person: Person) => {
    if (typed === null || caret === null) return;
    const name = nameFor(names, person);
    onName(name, person.accountId);
    caretNext.current = typed.start + name.length + 2;
    onChange(`${text.slice(0, typed.start)}@${name} ${text.slice(caret)}`);
    setCaret(null);
    setActive(0);
  };

  const onListKey = (event: KeyboardEvent): boolean => {
    const person = people[active];
    if (event.key === 'ArrowDown') setActive(Math.min(people.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) choose(person);
    else if (event.key === 'Escape') setCaret(null);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
    else if (!open || !onListKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <>
          <textarea
            {...wiring}
            ref={box}
            className="field__control"
            dir="auto"
            rows={3}
            value={text}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            placeholder="Type @ to mention somebody"
            aria-autocomplete="list"
            aria-controls={open ? listId : undefined}
            aria-activedescendant={open && people[active] ? `${listId}-${active}` : undefined}
            onChange={(event) => {
              onChange(event.target.value);
              setCaret(event.target.selectionStart);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setCaret(null)}
          />
          {open && (
            <ul id={listId} className="person-picker__list" role="listbox" aria-label="People to mention">
              {people.map((person, at) => (
                <li
                  key={person.accountId}
                  id={`${listId}-${at}`}
                  className={at === active ? 'person-picker__option person-picker__option--active' : 'person-picker__option'}
                  role="option"
                  aria-selected={at === active}
                  dir="auto"
                  // Before the box's blur, which would close the list under the pointer.
                  onMouseDown={(event) => {
                    event.preventDefault();
                    choose(person);
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
          )}
          <span className="visually-hidden" role="status">
            {open && caughtUp ? `${people.length} ${people.length === 1 ? 'person' : 'people'} found` : ''}
          </span>
        </>
      )}
    </Field>
  );
};
