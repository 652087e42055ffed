/**
 * The list of a key result's milestones as it is being written: type a name, press Enter, type the next.
 * Holds what is typed but not added yet only while the field has the focus: leaving it adds it, so that nothing is lost.
 */
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { newId } from '../../new-id';
import { IconButton } from '../../ui/icon-button';
import { LiveRegion } from '../../ui/live-region';
import { mostMilestones, moved, newMilestone, type MilestoneDraft } from './milestone-draft';
import './milestones-editor.css';

type Props = {
  readonly milestones: readonly MilestoneDraft[];
  readonly onChange: (milestones: readonly MilestoneDraft[]) => void;
  readonly error: string | null;
  /** Whether the day on which each was reached can be written too. */
  readonly withDays: boolean;
};

type RowProps = {
  readonly milestone: MilestoneDraft;
  readonly withDays: boolean;
  /** From 0. */
  readonly at: number;
  readonly of: number;
  readonly onEdit: (changes: Partial<MilestoneDraft>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onEnter: () => void;
};

/** Enter goes on to the next thing to write; it never saves a list that is still being written. */
const onEnterKey = (action: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  action();
};

const Row = ({ milestone, withDays, at, of, onEdit, onMove, onRemove, onEnter }: RowProps) => {
  const name = milestone.title.trim() === '' ? `milestone ${at + 1}` : milestone.title.trim();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(at + (event.key === 'ArrowUp' ? -1 : 1));
    } else onEnterKey(onEnter)(event);
  };
  return (
    <li className={withDays ? 'milestone-row milestone-row--with-day' : 'milestone-row'}>
      <input
        className="field__control"
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={255}
        aria-label={`Name of milestone ${at + 1}`}
        data-milestone={milestone.id}
        value={milestone.title}
        onChange={(event) => onEdit({ title: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <label className="milestone-row__part">
        <span className="milestone-row__label">Weight</span>
        <input
          className="field__control field__control--number"
          type="number"
          step="any"
          min={0}
          aria-label={`Weight of ${name}`}
          value={milestone.weight}
          onChange={(event) => onEdit({ weight: event.target.value })}
          onKeyDown={onEnterKey(onEnter)}
        />
      </label>
      {withDays && (
        <label className="milestone-row__part milestone-row__day">
          <span className="milestone-row__label">Reached on</span>
          <input
            className="field__control field__control--date"
            type="date"
            aria-label={`Day on which ${name} was reached`}
            value={milestone.reachedDay}
            onChange={(event) => onEdit({ reachedDay: event.target.value })}
            onKeyDown={onEnterKey(onEnter)}
          />
        </label>
      )}
      <span className="milestone-row__actions">
        <IconButton icon={ArrowUpIcon} label={`Move ${name} up`} disabled={at === 0} onClick={() => onMove(at - 1)} />
        <IconButton icon={ArrowDownIcon} label={`Move ${name} down`} disabled={at === of - 1} onClick={() => onMove(at + 1)} />
        <IconButton icon={CrossIcon} label={`Remove ${name}`} onClick={onRemove} />
      </span>
    </li>
  );
};

export const MilestonesEditor = ({ milestones, onChange, error, withDays }: Props) => {
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState('');
  const adding = useRef<HTMLInputElement>(null);
  const id = useId();
  const full = milestones.length >= mostMilestones;

  const add = () => {
    if (typed.trim() === '' || full) return;
    onChange([...milestones, newMilestone(newId(), typed.trim())]);
    setTold(`${typed.trim()} added, ${milestones.length + 1} milestones`);
    setTyped('');
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= milestones.length) return;
    onChange(moved(milestones, from, to));
    setTold(`${milestones[from]?.title ?? ''} is now ${to + 1} of ${milestones.length}`);
  };
  const remove = (milestone: MilestoneDraft) => {
    onChange(milestones.filter((each) => each.id !== milestone.id));
    setTold(`${milestone.title} removed`);
    adding.current?.focus();
  };

  return (
    <fieldset className="field">
      <legend className="field__label">
        Milestones{' '}
        <span className="field__required" aria-hidden="true">
          *
        </span>
      </legend>
      {milestones.length > 0 && (
        <ol className="milestone-rows">
          {milestones.map((milestone, at) => (
            <Row
              key={milestone.id}
              milestone={milestone}
              withDays={withDays}
              at={at}
              of={milestones.length}
              onEdit={(changes) => onChange(milestones.map((each) => (each.id === milestone.id ? { ...each, ...changes } : each)))}
              onMove={(to) => move(at, to)}
              onRemove={() => remove(milestone)}
              onEnter={() => adding.current?.focus()}
            />
          ))}
        </ol>
      )}
      <input
        ref={adding}
        className="field__control"
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={255}
        placeholder={milestones.length === 0 ? 'Name the first milestone, then press Enter' : 'Name the next milestone, then press Enter'}
        aria-label="New milestone"
        aria-describedby={`${id}-help ${id}-error`}
        aria-invalid={error !== null}
        disabled={full}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onEnterKey(add)}
        onBlur={add}
      />
      <div id={`${id}-help`} className="field__help">
        {full
          ? `That is all: at most ${mostMilestones}.`
          : 'In the order in which you expect to reach them. Alt and an arrow key moves one.'}
      </div>
      <div id={`${id}-error`} className="field__error" role="alert">
        {error}
      </div>
      <LiveRegion message={told} />
    </fieldset>
  );
};
