/**
 * A form's values as typed, and what happens when somebody else saved first: what they changed and I did not becomes theirs,
 * what both changed is a question to the person. Pure; knows no form.
 */

export type Draft<K extends string> = Readonly<Record<K, string>>;

export type Clash<K extends string> = { readonly field: K; readonly mine: string; readonly theirs: string };

const fieldsOf = <K extends string>(draft: Draft<K>): readonly K[] => Object.keys(draft) as K[];

/** The fields that differ, with the values of `draft`. */
export const changed = <K extends string>(base: Draft<K>, draft: Draft<K>): Partial<Draft<K>> =>
  Object.fromEntries(fieldsOf(draft).flatMap((field) => (draft[field] === base[field] ? [] : [[field, draft[field]]]))) as Partial<
    Draft<K>
  >;

/** My draft on top of their version: untouched fields follow them, touched ones stay mine; fields both changed differently are clashes. */
export const rebased = <K extends string>(
  base: Draft<K>,
  mine: Draft<K>,
  theirs: Draft<K>,
): { readonly draft: Draft<K>; readonly clashes: readonly Clash<K>[] } => {
  const clashes = fieldsOf(mine).flatMap((field): readonly Clash<K>[] => {
    const bothMoved = mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field];
    return bothMoved ? [{ field, mine: mine[field], theirs: theirs[field] }] : [];
  });
  return { draft: { ...theirs, ...changed(base, mine) }, clashes };
};
