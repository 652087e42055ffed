/**
 * Chooses the objective that this one is aligned to, by words or key: a combobox over what the backend says can be a parent.
 * The list opens in the flow of the form, so that it is never cut off by a dialog's edge.
 */
import Button from '@atlaskit/button/new';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ParentOption } from '../../../src/contract/okr';
import { Field } from '../../ui/field';
import { KeyBadge } from '../../ui/key-badge';
import '../../ui/person-picker.css';
import { useSettled } from '../link/use-settled';
import './parent-picker.css';
import { useParents } from './queries';

type Props = {
  readonly label: string;
  readonly objectiveId: string;
  /** Empty: aligned to nothing. */
  readonly parentId: string;
  readonly onChange: (parentId: string) => void;
  readonly error: string | null;
};

const typingPauseMs = 250;
const nothing: readonly ParentOption[] = [];

/** The parent by name; what the viewer may not see has none. */
export const ParentName = ({ objectiveId, parentId }: { readonly objectiveId: string; readonly parentId: string }) => {
  const parents = useParents(objectiveId, '', parentId !== '');
  const parent = parents.data?.find(({ id }) => id === parentId);
  if (parentId === '') return <span className="subtle">Nothing</span>;
  if (parent === undefined)
    return <span className="subtle">{parents.isPending ? 'Loading its name…' : 'An objective you cannot see'}</span>;
  return (
    <>
      <KeyBadge text={parent.key} /> <bdi>{parent.title}</bdi>
    </>
  );
};

export const ParentPicker = ({ label, objectiveId, parentId, onChange, error }: Props) => {
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [changing, setChanging] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const open = typed !== null;
  const words = (typed ?? '').trim();
  const asked = useSettled(words, typingPauseMs);
  const parents = useParents(objectiveId, asked, open);
  const found = open ? (parents.data ?? nothing) : nothing;
  const at = Math.min(active, found.length - 1);
  const searching = parents.isPending || words !== asked;

  const choose = (id: string) => {
    // The field gives way to the chosen objective; the focus stays here.
    flushSync(() => {
      setTyped(null);
      setActive(0);
      setChanging(false);
      onChange(id);
    });
    change.current?.focus();
  };
  const search = () => {
    flushSync(() => setChanging(true));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !open) setTyped('');
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0)
      setActive((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    else if (event.key === 'Enter' && open) {
      const parent = found[at];
      if (parent !== undefined && !searching) choose(parent.id);
    } else if (event.key === 'Escape' && (open || changing)) {
      setTyped(null);
      setChanging(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (parentId !== '' && !changing) {
    return (
      <div className="field" role="group" aria-label={label}>
        <span className="field__label">{label}</span>
        <div className="parent-picker__chosen">
          <span>
            <ParentName objectiveId={objectiveId} parentId={parentId} />
          </span>
          <span className="parent-picker__actions">
            <Button ref={change} spacing="compact" onClick={search}>
              Change
            </Button>
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => {
                flushSync(() => onChange(''));
                input.current?.focus();
              }}
            >
              Clear
            </Button>
          </span>
        </div>
        <div className="field__error" role="alert">
          {error}
        </div>
      </div>
    );
  }
  return (
    <Field label={label} error={error} help="An objective of the same cycle that this one serves. Search by its words or its key.">
      {(wiring) => (
        <>
          <input
            {...wiring}
            ref={input}
            className="field__control"
            role="combobox"
            dir="auto"
            autoComplete="off"
            placeholder="Nothing yet"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && found[at] ? `${listId}-${at}` : undefined}
            value={typed ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
            }}
            onClick={() => setTyped(typed ?? '')}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setTyped(null);
              setChanging(false);
            }}
          />
          <ul id={listId} className="person-picker__list" role="listbox" aria-label={`${label}: objectives`} hidden={!open}>
            {found.map((parent, index) => (
              <li
                key={parent.id}
                id={`${listId}-${index}`}
                className={index === at ? 'person-picker__option person-picker__option--active' : 'person-picker__option'}
                role="option"
                aria-selected={index === at}
                // Before the input's blur, which would close the list under the pointer.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(parent.id);
                }}
              >
                <KeyBadge text={parent.key} /> <span dir="auto">{parent.title}</span>
              </li>
            ))}
            {found.length === 0 && (
              <li className="person-picker__option subtle" role="option" aria-selected={false} aria-disabled="true">
                {parents.isError
                  ? 'The objectives could not be loaded'
                  : searching
                    ? 'Searching…'
                    : 'No objective found that it can be aligned to'}
              </li>
            )}
          </ul>
        </>
      )}
    </Field>
  );
};
