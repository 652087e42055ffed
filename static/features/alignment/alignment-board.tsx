/**
 * The alignment once it is there: map or list, what is looked for, which line is looked at, and what deserves a look. Holds the choices; what
 * they make of the forest is worked out by the domain and by the pure files beside this one.
 */
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { AlignedObjective, AlignmentPage } from '../../../src/contract/alignment';
import { alignmentForest } from '../../../src/domain/alignment-forest';
import { inReadingOrder, linesThrough, linksToLookAt, lineToTop, reachingCompany } from '../../../src/domain/line-of-sight';
import type { Address } from '../../host';
import { EmptyState } from '../../ui/empty-state';
import { LiveRegion } from '../../ui/live-region';
import { SectionMessage } from '../../ui/section-message';
import { useLatest } from '../../ui/use-latest';
import './alignment-board.css';
import { AlignmentList } from './alignment-list';
import { AlignmentMap } from './alignment-map';
import type { AlignmentActions, Revealed } from './alignment-props';
import { AlignmentTools } from './alignment-tools';
import { branchesOf } from './branches';
import { waysUp } from './line';
import type { LineStart } from './line-address';
import { LineBar } from './line-bar';
import { LookAt } from './look-at';
import { useServedBy } from './queries';
import { found, issueKeyOf } from './search';
import { useFolds } from './use-folds';
import { useLine } from './use-line';
import { useRememberedForm } from './use-remembered-form';
import { counted } from './words';

type Props = {
  readonly page: AlignmentPage;
  /** Of all pages. */
  readonly objectives: readonly AlignedObjective[];
  readonly address: Address | null;
  readonly projectId: string | null;
  readonly onOpen: (objectiveId: string) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const without = (set: ReadonlySet<string>, ids: Iterable<string>): ReadonlySet<string> => {
  const rest = new Set(set);
  for (const id of ids) rest.delete(id);
  return rest;
};

export const AlignmentBoard = ({ page, objectives, address, projectId, onOpen, onOpenKeyResult }: Props) => {
  const { groups, cycle } = page;
  const [form, setForm] = useRememberedForm(address);
  const [start, setStart] = useLine(address);
  const [everywhere, setEverywhere] = useState(projectId === null);
  const [text, setText] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const [revealed, setRevealed] = useState<Revealed | null>(null);

  const forest = useMemo(() => alignmentForest(objectives, groups), [objectives, groups]);
  const reaching = useMemo(() => reachingCompany(forest), [forest]);
  const served = useServedBy(start?.from === 'issue' ? start.key : null);
  const ways = useMemo(() => (start ? waysUp(forest, start, served.data ?? []) : []), [forest, start, served.data]);
  const line = useMemo(() => (ways.length === 0 ? null : new Set(ways.flatMap((way) => way.objectives.map(({ id }) => id)))), [ways]);
  /** The lines through the project's own objectives, and the line that is looked at; null: everything. */
  const on = useMemo(() => {
    if (everywhere) return null;
    const own = objectives.filter(({ home }) => home.level === 'project' && home.projectId === projectId).map(({ id }) => id);
    return new Set([...linesThrough(forest, own), ...(line ?? [])]);
  }, [everywhere, objectives, forest, line, projectId]);
  const folds = useFolds(forest, on, `${everywhere}`);

  const here = useMemo(() => (on === null ? objectives : objectives.filter(({ id }) => on.has(id))), [on, objectives]);
  // The letters of the search come first, what they find after them.
  const searched = useDeferredValue(text);
  const matches = useMemo(() => found(here, searched), [here, searched]);
  const lit = line ?? matches;
  /** Everything above what is lit: it has to be open for it to be seen. */
  const above = useMemo(
    () =>
      new Set(
        [...(lit ?? [])].flatMap((id) =>
          lineToTop(forest, id)
            .slice(1)
            .map((each) => each.id),
        ),
      ),
    [forest, lit],
  );
  const branches = useMemo(() => {
    // The map shows what is lit among the rest, the list shows nothing but the lines to it.
    const seen = form === 'list' && lit ? new Set([...lit, ...above]) : on;
    return branchesOf(forest, seen, without(folds.folded, above));
  }, [form, forest, on, lit, above, folds.folded]);
  const links = useMemo(() => linksToLookAt(forest).filter(({ objective }) => on === null || on.has(objective.id)), [forest, on]);
  const withoutLine = useMemo(
    () => inReadingOrder(forest).filter(({ id }) => (on === null || on.has(id)) && !reaching.has(id)),
    [forest, on, reaching],
  );

  const reveal = (id: string) => {
    if (on && !on.has(id)) setEverywhere(true);
    folds.unfold(
      lineToTop(forest, id)
        .slice(1)
        .map((each) => each.id),
    );
    setActiveId(id);
    setRevealed({ id, with: [] });
  };
  const showLine = (next: LineStart | null) => {
    setStart(next);
    setText('');
  };
  // The lowest of the line comes into sight, also when the line was in the address, or was asked for first.
  const lowest = ways[0]?.objectives[0]?.id ?? null;
  const [lastLowest, setLastLowest] = useState<string | null>(null);
  if (lowest !== lastLowest) {
    setLastLowest(lowest);
    if (lowest !== null) {
      setActiveId(lowest);
      setRevealed({ id: lowest, with: [...(line ?? [])] });
    }
  }

  const search = (entered: string) => {
    const issueKey = issueKeyOf(entered);
    const wanted = found(here, entered);
    const ids = inReadingOrder(forest).filter(({ id }) => wanted?.has(id));
    const next = ids[(ids.findIndex(({ id }) => id === activeId) + 1) % Math.max(1, ids.length)];
    if (next) reveal(next.id);
    else if (issueKey !== null) showLine({ from: 'issue', key: issueKey });
  };
  const latest = useLatest({ onOpen, toggle: folds.toggle, showLine });
  const actions = useMemo(
    (): AlignmentActions => ({
      open: (id) => latest.current.onOpen(id),
      toggle: (id) => latest.current.toggle(id),
      showLine: (next) => latest.current.showLine(next),
      activate: setActiveId,
    }),
    [latest],
  );
  const { cycles } = page;
  const cycleNameOf = useCallback(
    ({ cycleId }: AlignedObjective): string | null =>
      cycleId === cycle.id ? null : (cycles.find(({ id }) => id === cycleId)?.name ?? null),
    [cycle.id, cycles],
  );
  const nothingAligned = forest.linkOf.size === 0;
  const isBare = here.length === 0;
  const Shown = form === 'map' ? AlignmentMap : AlignmentList;

  return (
    <div className="alignment-board" aria-busy={searched !== text}>
      <AlignmentTools
        text={text}
        onText={setText}
        onSearch={search}
        matches={matches && !line ? matches.size : null}
        everywhere={projectId === null ? null : everywhere}
        onEverywhere={setEverywhere}
        form={form}
        onForm={setForm}
        onUnfoldAll={folds.unfoldAll}
        onFoldAll={folds.foldAll}
      />
      {start && (
        <LineBar
          start={start}
          ways={ways}
          reaching={reaching}
          asking={served.isLoading ? 'loading' : served.isError ? 'failed' : null}
          onReveal={reveal}
          onOpenKeyResult={onOpenKeyResult}
          onClose={() => showLine(null)}
        />
      )}
      {nothingAligned && !isBare && (
        <SectionMessage tone="info" title="Nothing is aligned yet">
          Open an objective, choose Edit, and say what it is aligned to: then its line to the top is drawn here.
        </SectionMessage>
      )}
      {isBare ? (
        <EmptyState title={`The project has no objectives in ${cycle.name} yet`}>
          Add one, and say what it is aligned to. “Everything” shows what others want to reach.
        </EmptyState>
      ) : (
        <>
          {!nothingAligned && <LookAt total={here.length} links={links} withoutLine={withoutLine} onReveal={reveal} />}
          <Shown
            key={form === 'map' && everywhere ? 'everything' : form}
            branches={branches}
            forest={forest}
            groups={groups}
            cycleNameOf={cycleNameOf}
            lit={lit}
            activeId={activeId}
            revealed={revealed}
            actions={actions}
          />
        </>
      )}
      <LiveRegion message={matches ? `${counted(matches.size, 'objective')} found` : ''} />
    </div>
  );
};
