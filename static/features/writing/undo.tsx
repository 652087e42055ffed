/**
 * The way back from the last change: offered in the message that says what was done, and by Ctrl+Z or ⌘Z while no field has the focus. What
 * somebody else has changed since is not overwritten: then the backend's words say so. Knows no change.
 */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { okrKey } from '../project-okrs/queries';

type TakeBack = () => Promise<unknown>;

export type Undo = {
  /** Says what was done and offers the way back. */
  offer(done: string, takeBack: TakeBack): void;
};

const UndoContext = createContext<Undo | null>(null);

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export const UndoProvider = ({ children }: { readonly children: ReactNode }) => {
  const { showFlag } = useHost();
  const queries = useQueryClient();
  const last = useRef<{ readonly done: string; readonly takeBack: TakeBack } | null>(null);

  const undo = useMemo((): Undo & { readonly run: () => Promise<void> } => {
    const run = async (of = last.current) => {
      // Each change is taken back once, whichever way is gone first.
      if (of === null || of !== last.current) return;
      last.current = null;
      try {
        await of.takeBack();
        showFlag({ title: `Taken back: ${of.done}`, tone: 'info' });
      } catch (thrown) {
        showFlag({ title: `Not taken back: ${of.done}`, description: apiErrorOf(thrown).message, tone: 'error' });
      }
      await queries.invalidateQueries({ queryKey: okrKey });
    };
    return {
      run: () => run(),
      offer: (done, takeBack) => {
        const change = { done, takeBack };
        last.current = change;
        showFlag({ title: done, tone: 'success', action: { text: 'Undo', onClick: () => void run(change) } });
      },
    };
  }, [showFlag, queries]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || isField(event.target)) return;
      event.preventDefault();
      void undo.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo]);

  return <UndoContext.Provider value={undo}>{children}</UndoContext.Provider>;
};

/** Outside of a provider what was done is said, and there is no way back. */
export const useUndo = (): Undo => {
  const { showFlag } = useHost();
  const undo = useContext(UndoContext);
  return useMemo(() => undo ?? { offer: (done) => showFlag({ title: done, tone: 'success' }) }, [undo, showFlag]);
};
