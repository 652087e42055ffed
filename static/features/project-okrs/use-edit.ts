/**
 * The life of an edit form: draft, save, and the second try after somebody else saved first.
 * Knows neither fields nor requests; sends only what changed.
 */
import { useState } from 'react';
import { apiErrorOf, type ApiError } from '../../api-error';
import { changed, rebased, type Clash, type Draft } from './draft';

type Options<T, K extends string> = {
  readonly thing: T;
  readonly draftOf: (thing: T) => Draft<K>;
  /** The stored state now; null when it is gone. */
  readonly reload: () => Promise<T | null>;
  /** Words at the fields that cannot be saved as they are. */
  readonly check: (draft: Draft<K>) => Partial<Record<K, string>>;
  readonly save: (thing: T, changes: Partial<Draft<K>>) => Promise<unknown>;
  readonly onSaved: () => void;
};

export type Edit<K extends string> = {
  readonly draft: Draft<K>;
  readonly set: (field: K) => (value: string) => void;
  readonly wrong: Partial<Record<K, string>>;
  readonly error: ApiError | null;
  /** Null: nobody interfered. Empty: somebody did, elsewhere. */
  readonly clashes: readonly Clash<K>[] | null;
  readonly busy: boolean;
  readonly submit: () => Promise<void>;
};

export const useEdit = <T, K extends string>({ thing, draftOf, reload, check, save, onSaved }: Options<T, K>): Edit<K> => {
  const [base, setBase] = useState(thing);
  const [draft, setDraft] = useState(() => draftOf(thing));
  const [wrong, setWrong] = useState<Partial<Record<K, string>>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const [clashes, setClashes] = useState<readonly Clash<K>[] | null>(null);
  const [busy, setBusy] = useState(false);

  const meetTheirs = async (conflict: ApiError) => {
    const latest = await reload();
    if (latest === null) {
      setError(conflict);
      return;
    }
    const next = rebased(draftOf(base), draft, draftOf(latest));
    setBase(latest);
    setDraft(next.draft);
    setClashes(next.clashes);
  };

  const submit = async () => {
    const found = check(draft);
    setWrong(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    const changes = changed(draftOf(base), draft);
    if (Object.keys(changes).length === 0) {
      onSaved();
      return;
    }
    setBusy(true);
    try {
      await save(base, changes);
      onSaved();
    } catch (thrown) {
      const failure = apiErrorOf(thrown);
      if (failure.code === 'CONFLICT') await meetTheirs(failure).catch((again: unknown) => setError(apiErrorOf(again)));
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return {
    draft,
    set: (field) => (value) => setDraft((before) => ({ ...before, [field]: value })),
    wrong,
    error,
    clashes,
    busy,
    submit,
  };
};
