/** One key result as a line of the fast form: its words, how it is measured, and only where that needs one a goal. */
import CrossIcon from '@atlaskit/icon/core/cross';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { IconButton } from '../../ui/icon-button';
import { KeyResultQuality } from '../quality/quality';
import { goalOf, wordingOfLine, type Goal, type QuickLine as Line } from './quick-draft';

export type LineState =
  { readonly state: 'new' } | { readonly state: 'saved'; readonly key: string } | { readonly state: 'wrong'; readonly words: string };

type Props = {
  readonly line: Line;
  /** From 1. */
  readonly place: number;
  readonly state: LineState;
  /** Whoever writes it will own it. */
  readonly hasOwner: boolean;
  readonly onChange: (change: Partial<Line>) => void;
  /** Enter in its words. */
  readonly onNext: () => void;
  /** Backspace in an empty line, or its cross. */
  readonly onRemove: () => void;
  readonly onPaste: (text: string) => void;
};

const kinds: readonly (readonly [Goal['kind'], string])[] = [
  ['work', 'Work'],
  ['metric', 'Metric'],
  ['band', 'Band'],
  ['milestones', 'Milestones'],
];

export const QuickLine = ({ line, place, state, hasOwner, onChange, onNext, onRemove, onPaste }: Props) => {
  const goal = goalOf(line);
  const isSaved = state.state === 'saved';
  const name = `Key result ${place}`;
  const wordsId = `quick-line-${line.id}`;
  const onKeyDown = (event: KeyboardEvent) => {
    // Ctrl+Enter and ⌘Enter save, which is the form's.
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onNext();
    else if (event.key === 'Backspace' && line.title === '') onRemove();
    else return;
    event.preventDefault();
  };
  const onPasteText = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\n')) return;
    event.preventDefault();
    onPaste(text);
  };
  const number = (field: 'from' | 'to', label: string) => (
    <input
      className="field__control"
      type="number"
      step="any"
      aria-label={`${label} of ${name.toLowerCase()}`}
      placeholder={label}
      value={goal[field]}
      disabled={isSaved}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <li className="quick-line">
      <input
        className="field__control"
        dir="auto"
        autoComplete="off"
        maxLength={255}
        aria-label={name}
        aria-invalid={state.state === 'wrong'}
        aria-describedby={wordsId}
        placeholder={place === 1 ? 'How you will know, e.g. Open bugs from 40 to 5' : 'The next key result'}
        value={line.title}
        disabled={isSaved}
        data-line={line.id}
        onChange={(event) => onChange({ title: event.target.value })}
        onKeyDown={onKeyDown}
        onPaste={onPasteText}
      />
      <select
        className="field__control"
        aria-label={`How key result ${place} is measured`}
        value={goal.kind}
        disabled={isSaved}
        onChange={(event) => onChange({ kind: kinds.find(([kind]) => kind === event.target.value)?.[0] ?? null })}
      >
        {kinds.map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      <IconButton icon={CrossIcon} label={`Remove key result ${place}`} onClick={onRemove} disabled={isSaved} />
      {(goal.kind === 'metric' || goal.kind === 'band') && (
        <div className="quick-line__goal">
          {number('from', goal.kind === 'metric' ? 'Start' : 'At least')}
          <span aria-hidden="true">{goal.kind === 'metric' ? '→' : '–'}</span>
          {number('to', goal.kind === 'metric' ? 'Target' : 'At most')}
          <input
            className="field__control"
            dir="auto"
            maxLength={16}
            aria-label={`Unit of key result ${place}`}
            placeholder="Unit"
            value={goal.unit}
            disabled={isSaved}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        </div>
      )}
      {goal.kind === 'milestones' && (
        <div className="quick-line__goal">
          <input
            className="field__control quick-line__steps"
            dir="auto"
            aria-label={`Milestones of key result ${place}`}
            placeholder="Milestones, separated by commas"
            value={line.steps}
            disabled={isSaved}
            onChange={(event) => onChange({ steps: event.target.value })}
          />
        </div>
      )}
      {!isSaved && (
        <KeyResultQuality
          wording={wordingOfLine(line, hasOwner)}
          name={`Wording of key result ${place}`}
          inLine
          dismissed={line.dismissed}
          onDismissed={(dismissed) => onChange({ dismissed })}
        />
      )}
      <span
        id={wordsId}
        className={`quick-line__words small quick-line__words--${state.state}`}
        role={state.state === 'wrong' ? 'alert' : undefined}
        hidden={state.state === 'new'}
      >
        {state.state === 'saved' && `${state.key} saved`}
        {state.state === 'wrong' && state.words}
      </span>
    </li>
  );
};
