/**
 * Moves rows of the list: at once on the screen, then in the backend, one after the other, with the way back. A row that somebody else has moved
 * meanwhile goes where they put it, and the backend's words say so.
 */
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { useLatest } from '../../ui/use-latest';
import { okrKey } from '../project-okrs/queries';
import { isMovable, predecessorOf, reordered, siblingsOf, stepTarget, thingOf, type MovableRow } from './order';
import { useUndo } from './undo';
import type { OkrRow } from '../project-okrs/okr-rows';

type Pages = InfiniteData<{ readonly objectives: readonly ObjectiveView[] }>;

const arePages = (data: unknown): data is Pages => typeof data === 'object' && data !== null && 'pages' in data;

/** The pages with their objectives put in another order; how many stand on each stays. */
const withOrder = (data: Pages, change: (all: readonly ObjectiveView[]) => readonly ObjectiveView[]): Pages => {
  const all = [...change(data.pages.flatMap((page) => page.objectives))];
  return { ...data, pages: data.pages.map((page) => ({ ...page, objectives: all.splice(0, page.objectives.length) })) };
};

/** The ways to move stay the same while the list changes. */
export type Reorder = {
  /** One step up or down among its like. */
  readonly step: (row: OkrRow, by: -1 | 1) => void;
  /** Beside another row of the same list. */
  readonly drop: (row: OkrRow, target: OkrRow, side: 'before' | 'after') => void;
  /** Where it went, for those who do not see it. */
  readonly message: string;
};

export const useReorder = (objectives: readonly ObjectiveView[]): Reorder => {
  const { invoke, showFlag } = useHost();
  const queries = useQueryClient();
  const undo = useUndo();
  const [message, setMessage] = useState('');
  /** Ranks as the backend last gave them, which may be ahead of the list. */
  const ranks = useRef(new Map<string, number>());
  const queue = useRef<Promise<void>>(Promise.resolve());

  const listed = useLatest(objectives);

  const move = useCallback(
    (row: MovableRow, afterId: string | null) => {
      const thing = thingOf(row);
      const siblings = siblingsOf(listed.current, row);
      const subject = { type: row.type, id: thing.id };
      const formerId = predecessorOf(siblings, thing.id);
      const show = (to: string | null) => {
        void queries.cancelQueries({ queryKey: okrKey });
        queries.setQueriesData<unknown>({ queryKey: okrKey }, (data: unknown) =>
          arePages(data) ? withOrder(data, (all) => reordered(all, subject, to)) : data,
        );
      };
      /** Answers the rank it has then. */
      const send = async (to: string | null, seen: number): Promise<number> => {
        const { rank } = await invoke('reorder', { subject, afterId: to, seen });
        ranks.current.set(thing.id, rank);
        return rank;
      };
      show(afterId);
      const others = siblings.filter(({ id }) => id !== thing.id);
      const place = afterId === null ? 1 : others.findIndex(({ id }) => id === afterId) + 2;
      setMessage(`${thing.key} moved to place ${place} of ${siblings.length}`);
      queue.current = queue.current.then(async () => {
        try {
          const rank = await send(afterId, ranks.current.get(thing.id) ?? thing.rank);
          undo.offer(`${thing.key} moved`, () => send(formerId, rank));
        } catch (thrown) {
          ranks.current.delete(thing.id);
          showFlag({ title: `${thing.key} was not moved`, description: apiErrorOf(thrown).message, tone: 'error' });
        }
        await queries.invalidateQueries({ queryKey: okrKey });
        ranks.current.delete(thing.id);
      });
    },
    [invoke, showFlag, queries, undo, listed],
  );

  const step = useCallback<Reorder['step']>(
    (row, by) => {
      if (!isMovable(row)) return;
      const target = stepTarget(siblingsOf(listed.current, row), thingOf(row).id, by);
      if (target !== undefined) move(row, target);
      else setMessage(`${thingOf(row).key} is the ${by === -1 ? 'first' : 'last'} already`);
    },
    [move, listed],
  );

  const drop = useCallback<Reorder['drop']>(
    (row, target, side) => {
      if (!isMovable(row) || !isMovable(target) || row.type !== target.type) return;
      const others = siblingsOf(listed.current, row).filter(({ id }) => id !== row.id);
      const at = others.findIndex(({ id }) => id === target.id);
      if (at !== -1) move(row, others[side === 'after' ? at : at - 1]?.id ?? null);
    },
    [move, listed],
  );

  return { message, step, drop };
};
