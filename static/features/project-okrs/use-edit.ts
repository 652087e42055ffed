/**
 * The life of an edit form: draft, save, and the second try after somebody else saved first.
 * Knows neither fields nor requests; sends nothing where nothing changed.
 */
import { useState } from 'react';
import { apiErrorOf, type ApiError } from '../../api-error';
import { rebased, withoutWords, type AnyDraft, type Clash, type SetField } from './draft';

type Wrong<D> = Partial<Record<keyof D, string>>;

type Options<T, D, I> = {
  readonly thing: T;
  readonly draftOf: (thing: T) => D;
  /** The stored state now; null when it is gone. */
  readonly reload: () => Promise<T | null>;
  /** Words at the fields that cannot be saved as they are. */
  readonly check: (thing: T, draft: D) => Wrong<D>;
  /** What to ask of the backend; null when the draft changes nothing. */
  readonly requestOf: (thing: T, draft: D) => I | null;
  readonly save: (request: I) => Promise<unknown>;
  readonly onSaved: () => void;
  /** For a form that stays open after saving: what is stored then. */
  readonly stored?: () => T;
  /** What is filled in already when the form opens, in the place of what is stored. */
  readonly startsWith?: Partial<D> | undefined;
};

export type Edit<T, D> = {
  /** What the draft is a change of: the thing as it was when the form opened, or as somebody else has saved it since. */
  readonly base: T;
  readonly draft: D;
  readonly set: SetField<D>;
  readonly wrong: Wrong<D>;
  readonly error: ApiError | null;
  /** Null: nobody interfered. Empty: somebody did, elsewhere. */
  readonly clashes: readonly Clash<D>[] | null;
  readonly busy: boolean;
  readonly submit: () => Promise<void>;
};

export const useEdit = <T, D extends AnyDraft<D>, I>({
  thing,
  draftOf,
  reload,
  check,
  requestOf,
  save,
  onSaved,
  stored,
  startsWith,
}: Options<T, D, I>): Edit<T, D> => {
  const [base, setBase] = useState(thing);
  const [draft, setDraft] = useState(() => ({ ...draftOf(thing), ...startsWith }));
  const [wrong, setWrong] = useState<Wrong<D>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const [clashes, setClashes] = useState<readonly Clash<D>[] | null>(null);
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

  const goOnWith = (now: T) => {
    setBase(now);
    setDraft(draftOf(now));
    setClashes(null);
  };

  const submit = async () => {
    const found = check(base, draft);
    setWrong(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    const request = requestOf(base, draft);
    if (request === null) {
      if (stored) goOnWith(stored());
      onSaved();
      return;
    }
    setBusy(true);
    try {
      await save(request);
      if (stored) goOnWith(stored());
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
    base,
    draft,
    set: (field) => (value) => {
      setWrong((before) => withoutWords(before, field));
      setDraft((before) => ({ ...before, [field]: value }));
    },
    wrong,
    error,
    clashes,
    busy,
    submit,
  };
};
