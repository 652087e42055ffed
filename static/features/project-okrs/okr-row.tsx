/** One line of the tree grid: an objective, a key result, or the invitation to add the first one. Draws; moving is the grid's business. */
import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import EditIcon from '@atlaskit/icon/core/edit';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { Chance } from '../../ui/chance';
import { HealthLozenge } from '../../ui/health-lozenge';
import { IconButton } from '../../ui/icon-button';
import { KeyBadge } from '../../ui/key-badge';
import { Person } from '../../ui/person';
import { ProgressBar } from '../../ui/progress-bar';
import { Sparkline } from '../../ui/sparkline';
import { useFormat, type Format } from '../../ui/format';
import { carriedOverWords } from '../closing/carried-over-words';
import { SupportsLine } from '../contributions/supports-line';
import { PercentButton } from '../explain/percent-button';
import { RowHandles } from '../writing/row-handles';
import type { RowTools } from '../writing/use-writing';
import { PlaceCell } from './place-cell';
import { showsTheSame, type OkrRow as Row } from './okr-rows';
import { ownedObjective, type Rights } from './rights';
import { updatedWords } from './updated-words';
import { noteWords } from './words';

export type RowActions = {
  /** Opens the details. */
  readonly open: (row: Row) => void;
  readonly toggle: (objectiveId: string) => void;
  readonly addKeyResult: (objective: ObjectiveView) => void;
  readonly explain: (subject: ExplanationSubject) => void;
};

type Measured = Exclude<Row, { readonly type: 'no-key-results' | 'place' }>;

/** A click on a control inside a row is not a click on the row; a key pressed on it is not the grid's. */
const apart = {
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  },
};

const act = (event: MouseEvent, action: () => void) => {
  event.stopPropagation();
  action();
};

const ProgressCell = ({ row, active, onExplain }: { readonly row: Measured; readonly active: boolean; readonly onExplain: () => void }) => {
  const of = row.type === 'objective' ? row.objective : row.keyResult;
  const percent = (
    <span {...apart}>
      <PercentButton ratio={of.progress} of={of.key} tabIndex={active ? 0 : -1} onClick={(event) => act(event, onExplain)} />
    </span>
  );
  if (of.progress === null) return <span className="okr-row__not-measured">{percent}</span>;
  return (
    <span className="okr-row__progress">
      <ProgressBar progress={of.progress} expected={of.expected} health={of.health} />
      {percent}
    </span>
  );
};

/** A dash for the eye, the reason for the ear; a narrow page leaves it out. */
const NoWork = ({ why }: { readonly why: string }) => (
  <span className="okr-row__no-work">
    <span className="subtle" aria-hidden="true">
      –
    </span>
    <span className="visually-hidden">{why}</span>
  </span>
);

/** A short form for the eye, a sentence for the ear. */
const Done = ({ done, counted, format }: { readonly done: number; readonly counted: number; readonly format: Format }) =>
  counted === 0 ? (
    <NoWork why="no counted issues" />
  ) : (
    <>
      <span className="number" aria-hidden="true">
        {format.number(done)} / {format.number(counted)}
      </span>
      <span className="visually-hidden">{`${done} of ${counted} counted issues done`}</span>
    </>
  );

const KeyResultWork = ({ keyResult, format }: { readonly keyResult: KeyResultView; readonly format: Format }) =>
  keyResult.kind === 'work' ? (
    <Done done={keyResult.work.done} counted={keyResult.work.counted} format={format} />
  ) : (
    <NoWork why="measured by a value" />
  );

const ObjectiveWork = ({ objective, format }: { readonly objective: ObjectiveView; readonly format: Format }) => {
  const work = objective.keyResults.flatMap((keyResult) => (keyResult.kind === 'work' ? [keyResult.work] : []));
  return (
    <Done
      done={work.reduce((sum, counts) => sum + counts.done, 0)}
      counted={work.reduce((sum, counts) => sum + counts.counted, 0)}
      format={format}
    />
  );
};

const Due = ({ keyResult, today, format }: { readonly keyResult: KeyResultView; readonly today: string; readonly format: Format }) => {
  const overdue = keyResult.dueDay < today && keyResult.health !== 'done';
  return (
    <span className={overdue ? 'okr-row__overdue number' : 'subtle number'}>
      {format.day(keyResult.dueDay, today)}
      {overdue && <span className="okr-row__overdue-word small">overdue</span>}
    </span>
  );
};

/** A short form for the eye, a sentence for the ear. */
const UpdatedCell = ({ of, today }: { readonly of: ObjectiveView | KeyResultView; readonly today: string }) => {
  const { short, long, isStale } = updatedWords(of, today);
  return (
    <span className={isStale ? 'okr-row__overdue number' : 'subtle number'} title={long}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{long}</span>
    </span>
  );
};

const objectiveNote = ({ ambition, measured: { measured, total }, carriedOverFrom }: ObjectiveView): string =>
  [
    ...(ambition === 'committed' ? [] : [ambition]),
    ...carriedOverWords(carriedOverFrom),
    ...(total > 0 && measured < total ? [`${measured} of ${total} key results measured`] : []),
  ].join(' · ');

const Name = ({ thing, note }: { readonly thing: ObjectiveView | KeyResultView; readonly note: string }) => (
  <span className="okr-row__main">
    <KeyBadge text={thing.key} />
    <span className="okr-row__words">
      <span className="okr-row__title" title={thing.title}>
        <bdi>{thing.title}</bdi>
      </span>
      {'parent' in thing && thing.parent !== null && <SupportsLine parent={thing.parent} />}
      {note !== '' && <span className="okr-row__note small">{note}</span>}
    </span>
  </span>
);

type Props = {
  readonly row: Row;
  readonly today: string;
  readonly rights: Rights;
  readonly actions: RowActions;
  /** The row that Tab reaches; its controls are reached from it. */
  readonly active: boolean;
  /** Null: rows can only be read. */
  readonly tools: RowTools | null;
  readonly isSelected: boolean;
  /** Whether any row is. */
  readonly isSelecting: boolean;
  readonly onDrag: (row: Row | null) => void;
};

const isShallowlyEqual = <T extends object>(one: T, other: T): boolean => {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
};

/** Where a row stands among the others changes with every letter of a search; its cells do not. */
const sameProps = ({ row: before, ...others }: Props, { row: after, ...next }: Props): boolean =>
  showsTheSame(before, after) && isShallowlyEqual(others, next);

/** The cells of a row; the grid supplies the row element. */
export const OkrRowCells = memo(({ row, today, rights, actions, active, tools, isSelected, isSelecting, onDrag }: Props) => {
  const format = useFormat();
  if (row.type === 'place') return <PlaceCell row={row} />;
  const { objective } = row;
  if (row.type === 'no-key-results') {
    const may = rights.mayChange(ownedObjective(objective));
    return (
      <div className="okr-row__cell okr-row__name okr-row__name--alone" role="gridcell" aria-colindex={1}>
        <span className="subtle">No key results yet: without one there is nothing to measure.</span>
        {may && (
          <span {...apart}>
            <Button spacing="compact" tabIndex={active ? 0 : -1} onClick={(event) => act(event, () => actions.addKeyResult(objective))}>
              Add key result
            </Button>
          </span>
        )}
      </div>
    );
  }
  const thing = row.type === 'objective' ? row.objective : row.keyResult;
  const note = row.type === 'objective' ? objectiveNote(row.objective) : noteWords(row.keyResult, format, today);
  return (
    <>
      <div className="okr-row__cell okr-row__name" role="gridcell" aria-colindex={1}>
        {tools && <RowHandles row={row} tools={tools} isSelected={isSelected} isSelecting={isSelecting} onDrag={onDrag} />}
        {row.type === 'objective' && (
          // The row itself says whether it is expanded, and the arrow keys do what this does.
          <span className="okr-row__chevron" aria-hidden="true" onClick={(event) => act(event, () => actions.toggle(objective.id))}>
            {row.expanded ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
          </span>
        )}
        <Name thing={thing} note={note} />
        {tools?.mayEdit(row) && (
          <span className="okr-row__edit" {...apart}>
            <IconButton
              icon={EditIcon}
              label={`Edit ${thing.key} in its row (F2)`}
              tabIndex={-1}
              onClick={(event) => act(event, () => tools.edit(row))}
            />
          </span>
        )}
        {row.type === 'objective' && rights.mayChange(ownedObjective(objective)) && (
          <span className="okr-row__add" {...apart}>
            <IconButton
              icon={AddIcon}
              label={`Add key result to ${objective.key}`}
              tabIndex={active ? 0 : -1}
              onClick={(event) => act(event, () => actions.addKeyResult(objective))}
            />
          </span>
        )}
      </div>
      <div className="okr-row__cell okr-row__cell--progress" role="gridcell" aria-colindex={2}>
        <ProgressCell row={row} active={active} onExplain={() => actions.explain({ type: row.type, id: thing.id })} />
      </div>
      <div className="okr-row__cell okr-row__cell--trend" role="gridcell" aria-colindex={3}>
        <Sparkline trend={thing.trend} progress={thing.progress} today={today} />
      </div>
      <div className="okr-row__cell okr-row__cell--health" role="gridcell" aria-colindex={4}>
        <HealthLozenge health={thing.health} because={thing.healthBecause} />
        <Chance of={thing} />
      </div>
      <div className="okr-row__cell okr-row__cell--work" role="gridcell" aria-colindex={5}>
        {row.type === 'objective' ? (
          <ObjectiveWork objective={row.objective} format={format} />
        ) : (
          <KeyResultWork keyResult={row.keyResult} format={format} />
        )}
      </div>
      <div className="okr-row__cell okr-row__cell--owner" role="gridcell" aria-colindex={6}>
        <Person accountId={thing.ownerAccountId} />
      </div>
      <div className="okr-row__cell okr-row__cell--due" role="gridcell" aria-colindex={7}>
        {row.type === 'key-result' && <Due keyResult={row.keyResult} today={today} format={format} />}
      </div>
      <div className="okr-row__cell okr-row__cell--updated" role="gridcell" aria-colindex={8}>
        <UpdatedCell of={thing} today={today} />
      </div>
    </>
  );
}, sameProps);
OkrRowCells.displayName = 'OkrRowCells';
