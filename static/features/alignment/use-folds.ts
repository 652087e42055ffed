/** Which branches are folded in: what the reader chose, or, before any choice, as much as makes a large forest readable. */
import { useMemo, useState } from 'react';
import type { AlignedObjective } from '../../../src/contract/alignment';
import type { AlignmentForest } from '../../../src/domain/alignment-forest';
import { foldedAtFirst } from './branches';

/** Objectives that are unfolded at first. */
const mostAtFirst = 40;

/** `of` names what is looked at: for another one the choice begins anew. `on`: what is to be seen of the forest; null: everything. */
export const useFolds = (forest: AlignmentForest<AlignedObjective>, on: ReadonlySet<string> | null, of: string) => {
  const [chosen, setChosen] = useState<{ readonly of: string; readonly folded: ReadonlySet<string> } | null>(null);
  const atFirst = useMemo(() => foldedAtFirst(forest, on, mostAtFirst), [forest, on]);
  const folded = chosen?.of === of ? chosen.folded : atFirst;
  const choose = (ids: ReadonlySet<string>) => setChosen({ of, folded: ids });
  return {
    folded,
    toggle: (id: string) => {
      const next = new Set(folded);
      if (!next.delete(id)) next.add(id);
      choose(next);
    },
    unfold: (ids: readonly string[]) => {
      const next = new Set(folded);
      for (const id of ids) next.delete(id);
      choose(next);
    },
    foldAll: () => choose(new Set([...forest.childrenOf].flatMap(([id, children]) => (children.length > 0 ? [id] : [])))),
    unfoldAll: () => choose(new Set()),
  };
};
