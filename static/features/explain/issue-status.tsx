/**
 * The status of an issue in the list of a key result's work, and the steps the viewer can take with it, done as the viewer without leaving the page. The number
 * follows by the event that Jira sends. A step that asks for fields is taken in Jira.
 */
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ScopeIssueView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost, type Move } from '../../host';
import { StatusLozenge } from '../../ui/status-lozenge';
import './issue-status.css';

type Issue = Pick<ScopeIssueView, 'issueId' | 'key' | 'statusName' | 'statusCategory'>;

/** Px: the room a list of steps usually takes. */
const listHeight = 220;

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

type MenuProps = {
  readonly issue: Issue;
  readonly upwards: boolean;
  readonly onTake: (move: Move) => void;
};

const Moves = ({ issue, upwards, onTake }: MenuProps) => {
  const { jira } = useHost();
  const list = useRef<HTMLUListElement>(null);
  const moves = useQuery({ queryKey: ['moves', issue.issueId], queryFn: () => jira.moves(issue.issueId), staleTime: 0, retry: false });
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const step = steps[event.key];
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    items[
      step(
        items.findIndex((item) => item === document.activeElement),
        items.length,
      )
    ]?.focus();
  };
  const others = (moves.data ?? []).filter(({ to }) => to.name !== issue.statusName);
  return (
    <div className={upwards ? 'moves moves--up' : 'moves'} onKeyDown={onKeyDown}>
      {moves.isPending ? (
        <p className="small moves__words" role="status">
          Looking up …
        </p>
      ) : moves.error ? (
        <p className="small moves__words" role="alert">
          {apiErrorOf(moves.error).message}
        </p>
      ) : others.length === 0 ? (
        <p className="small moves__words" role="status">
          There is no step that you may take.
        </p>
      ) : (
        <ul ref={list} role="menu" aria-label={`Move ${issue.key}`}>
          {others.map((move, index) => (
            <li key={move.id} role="none">
              <button
                type="button"
                role="menuitem"
                className="moves__move"
                tabIndex={-1}
                ref={(button) => {
                  if (index === 0 && document.activeElement?.getAttribute('role') !== 'menuitem') button?.focus();
                }}
                onClick={() => onTake(move)}
              >
                <StatusLozenge name={move.to.name} category={move.to.category} />
                {move.name !== move.to.name && <span className="small"> {move.name}</span>}
                {move.needs.length > 0 && <span className="small moves__needs">in Jira: asks for {move.needs.join(', ')}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

export const IssueStatus = ({ issue }: { readonly issue: Issue }) => {
  const { jira, openIssue, showFlag } = useHost();
  const [open, setOpen] = useState<'down' | 'up' | null>(null);
  /** A step that was taken, until the list shows it. */
  const [taken, setTaken] = useState<{ readonly from: string; readonly to: Move['to'] } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const menuId = useId();
  const shown = taken !== null && taken.from === issue.statusName ? taken.to : { name: issue.statusName, category: issue.statusCategory };
  const close = () => {
    flushSync(() => setOpen(null));
    button.current?.focus();
  };
  const take = (move: Move) => {
    close();
    if (move.needs.length > 0) {
      openIssue(issue.key);
      return;
    }
    setTaken({ from: issue.statusName, to: move.to });
    jira.move(issue.issueId, move.id).then(
      () => showFlag({ title: `${issue.key} is ${move.to.name} now`, tone: 'success' }),
      (error: unknown) => {
        setTaken(null);
        showFlag({ title: `${issue.key} was not moved`, description: apiErrorOf(error).message, tone: 'error' });
      },
    );
  };
  const toggle = () => {
    if (open !== null) return setOpen(null);
    const below = window.innerHeight - (button.current?.getBoundingClientRect().bottom ?? 0);
    setOpen(below < listHeight ? 'up' : 'down');
  };
  return (
    <span
      ref={box}
      className="issue-status"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return;
        // Taken here, the key does not close a dialog around.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !box.current?.contains(event.relatedTarget)) setOpen(null);
      }}
    >
      <button
        ref={button}
        type="button"
        className="issue-status__button"
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open === null ? undefined : menuId}
        aria-label={`${issue.key} is ${shown.name}: move it`}
        onClick={toggle}
      >
        <StatusLozenge name={shown.name} category={shown.category} />
      </button>
      {open !== null && (
        <span id={menuId}>
          <Moves issue={issue} upwards={open === 'up'} onTake={take} />
        </span>
      )}
    </span>
  );
};
