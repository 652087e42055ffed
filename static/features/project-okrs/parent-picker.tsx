/**
 * Chooses the objective or key result that this objective serves, by words or key: a combobox over what the backend says can be a parent, with what
 * it suggests on top. The list opens in the flow of the form, so that it is never cut off by a dialog's edge.
 */
import Button from '@atlaskit/button/new';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ParentOption } from '../../../src/contract/contributions';
import { Field } from '../../ui/field';
import { KeyBadge } from '../../ui/key-badge';
import '../../ui/person-picker.css';
import { useSettled } from '../../ui/use-settled';
import { choiceSections } from './parent-choices';
import './parent-picker.css';
import { PlaceName } from './place-name';
import { useParents, type AlignedAbout } from './queries';

type Props = {
  readonly label: string;
  /** What is to be aligned. */
  readonly about: AlignedAbout;
  /** As the form holds it; empty: aligned to nothing. */
  readonly parent: string;
  readonly onChange: (parent: string) => void;
  readonly error: string | null;
};

const typingPauseMs = 250;
const nothing: readonly ParentOption[] = [];

/** The parent by name; what the viewer may not see has none. */
export const ParentName = ({ about, parent }: Pick<Props, 'about' | 'parent'>) => {
  const parents = useParents(about, '', parent !== '');
  if (parent === '') return <span className="subtle">Nothing</span>;
  const [objectiveId, keyResultId] = parent.split('/');
  const objective = parents.data?.find(({ id }) => id === objectiveId);
  const named = keyResultId === undefined ? objective : objective?.keyResults.find(({ id }) => id === keyResultId);
  if (named === undefined) return <span className="subtle">{parents.isPending ? 'Loading its name…' : 'An objective you cannot see'}</span>;
  return (
    <>
      <KeyBadge text={named.key} /> <bdi>{named.title}</bdi>
    </>
  );
};

export const ParentPicker = ({ label, about, parent, onChange, error }: Props) => {
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
  const parents = useParents(about, asked, open);
  const options = open ? (parents.data ?? nothing) : nothing;
  const sections = useMemo(() => choiceSections(options), [options]);
  const found = sections.flatMap(({ choices }) => choices);
  const at = Math.min(active, found.length - 1);
  const searching = parents.isPending || words !== asked;

  const choose = (value: string) => {
    // The field gives way to the chosen objective; the focus stays here.
    flushSync(() => {
      setTyped(null);
      setActive(0);
      setChanging(false);
      onChange(value);
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
      const choice = found[at];
      if (choice !== undefined && !searching) choose(choice.value);
    } else if (event.key === 'Escape' && (open || changing)) {
      setTyped(null);
      setChanging(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (parent !== '' && !changing) {
    return (
      <div className="field" role="group" aria-label={label}>
        <span className="field__label">{label}</span>
        <div className="parent-picker__chosen">
          <span>
            <ParentName about={about} parent={parent} />
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
    <Field
      label={label}
      error={error}
      help="The objective or key result that this one serves, of its cycle or one that spans it. Whoever keeps it is asked."
    >
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
            {sections.map(({ id, place, choices }, nth) => {
              const before = sections.slice(0, nth).reduce((count, section) => count + section.choices.length, 0);
              return (
                <li key={id} role="presentation">
                  <div className="parent-picker__place small" id={`${listId}-${id}`}>
                    {place === null ? 'Suggested' : <PlaceName home={place.home} name={place.homeName} />}
                  </div>
                  <ul role="group" aria-labelledby={`${listId}-${id}`}>
                    {choices.map((choice, within) => {
                      const index = before + within;
                      const classes = ['person-picker__option', 'parent-picker__option'];
                      if (index === at) classes.push('person-picker__option--active');
                      if (choice.isKeyResult && place !== null) classes.push('parent-picker__option--key-result');
                      return (
                        <li
                          key={choice.value}
                          id={`${listId}-${index}`}
                          className={classes.join(' ')}
                          role="option"
                          aria-selected={index === at}
                          ref={(option) => {
                            if (index === at) option?.scrollIntoView?.({ block: 'nearest' });
                          }}
                          // Before the input's blur, which would close the list under the pointer.
                          onMouseDown={(event) => {
                            event.preventDefault();
                            choose(choice.value);
                          }}
                        >
                          <KeyBadge text={choice.key} /> <span dir="auto">{choice.title}</span>
                          {choice.because !== null && <span className="parent-picker__because small">{choice.because}</span>}
                        </li>
                      );
                    })}
                  </ul>
                </li>
              );
            })}
            {found.length === 0 && (
              <li className="person-picker__option subtle" role="option" aria-selected={false} aria-disabled="true">
                {parents.isError
                  ? 'The objectives could not be loaded'
                  : searching
                    ? 'Searching…'
                    : 'Nothing found that it can be aligned to'}
              </li>
            )}
          </ul>
        </>
      )}
    </Field>
  );
};
