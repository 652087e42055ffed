/**
 * Picks one Jira issue by key or words, as the viewer: a combobox whose list stands in the flow, so that no dialog can cut it off.
 * Knows nothing of what the issue is picked for.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useHost, type IssueSuggestion } from '../../host';
import { Field } from '../../ui/field';
import { KeyBadge } from '../../ui/key-badge';
import { useSettled } from '../../ui/use-settled';

type Props = {
  readonly label: string;
  readonly chosen: IssueSuggestion | null;
  /** Words, or null when the choice is fine. */
  readonly error: string | null;
  readonly onChoose: (issue: IssueSuggestion | null) => void;
};

const typingPauseMs = 250;

const useSuggestions = (words: string) => {
  const { jira } = useHost();
  return useQuery({
    queryKey: ['issue-suggestions', words],
    queryFn: () => jira.findIssues(words, null),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
};

export const IssueSearch = ({ label, chosen, error, onChoose }: Props) => {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const changeButton = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const words = typed.trim();
  const asked = useSettled(words, typingPauseMs);
  const suggestions = useSuggestions(asked);
  const found = words === '' ? [] : (suggestions.data ?? []);
  const at = Math.min(active, found.length - 1);

  const choose = (issue: IssueSuggestion | undefined) => {
    if (!issue) return;
    // The field gives way to the chosen issue; the focus stays here.
    flushSync(() => {
      setTyped('');
      setActive(0);
      onChoose(issue);
    });
    changeButton.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Enter picks; it never saves a form whose issue is still being looked for.
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === 'Escape' && typed !== '') {
      // Taken here, the key does not close the dialog around.
      event.preventDefault();
      setTyped('');
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      setActive((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    }
  };

  if (chosen) {
    return (
      <div className="field">
        <span className="field__label">{label}</span>
        <div className="issue-search__chosen">
          <span>
            <KeyBadge text={chosen.key} /> <span dir="auto">{chosen.summary}</span>
          </span>
          <button
            ref={changeButton}
            type="button"
            className="text-button"
            onClick={() => {
              flushSync(() => onChoose(null));
              input.current?.focus();
            }}
          >
            Change
          </button>
        </div>
        <div className="field__error" role="alert">
          {error}
        </div>
      </div>
    );
  }
  return (
    <>
      <Field label={label} help="Search by key or words of the title." error={error}>
        {(wiring) => (
          <input
            {...wiring}
            ref={input}
            className="field__control"
            type="text"
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={found.length > 0 ? `${listId}-${String(at)}` : undefined}
            autoComplete="off"
            dir="auto"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <ul id={listId} role="listbox" aria-label="Issues found" className="issue-search__list" hidden={found.length === 0}>
        {found.map((issue, index) => (
          <li
            key={issue.id}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === at}
            className="issue-search__option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(issue)}
          >
            <KeyBadge text={issue.key} /> <span dir="auto">{issue.summary}</span>
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {words !== '' && suggestions.isError && 'Jira could not be searched. Try again in a moment.'}
        {words !== '' &&
          words === asked &&
          suggestions.isSuccess &&
          !suggestions.isPlaceholderData &&
          found.length === 0 &&
          'No issue found that you can see.'}
      </p>
    </>
  );
};
