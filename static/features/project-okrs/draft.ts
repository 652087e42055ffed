/**
 * A form's values as typed, and what happens when somebody else saved first: what they changed and I did not becomes theirs,
 * what both changed is a question to the person. Pure; knows no form.
 */

/** A value of a form: a text as typed, or a list of what was typed into rows. */
type Value = string | readonly Readonly<Record<string, string>>[];

/** What every form is to the code that handles forms: fields with values. */
export type AnyDraft<D> = { readonly [K in keyof D]: Value };

type FieldOf<D> = Extract<keyof D, string>;

export type Clash<D> = { readonly field: FieldOf<D>; readonly mine: D[FieldOf<D>]; readonly theirs: D[FieldOf<D>] };

/** Sets one field of a form. */
export type SetField<D> = <K extends FieldOf<D>>(field: K) => (value: D[K]) => void;

const fieldsOf = <D extends AnyDraft<D>>(draft: D): readonly FieldOf<D>[] => Object.keys(draft) as FieldOf<D>[];

/** Lists are the same when their rows are. */
export const sameValue = (one: Value, other: Value): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** My draft on top of their version: untouched fields follow them, touched ones stay mine; fields both changed differently are clashes. */
export const rebased = <D extends AnyDraft<D>>(
  base: D,
  mine: D,
  theirs: D,
): { readonly draft: D; readonly clashes: readonly Clash<D>[] } => {
  const moved = fieldsOf(mine).filter((field) => !sameValue(mine[field], base[field]));
  const clashes = moved
    .filter((field) => !sameValue(theirs[field], base[field]) && !sameValue(mine[field], theirs[field]))
    .map((field): Clash<D> => ({ field, mine: mine[field], theirs: theirs[field] }));
  return { draft: moved.reduce((draft, field) => ({ ...draft, [field]: mine[field] }), theirs), clashes };
};

/** Words at fields, without those at a field that is being written anew. */
export const withoutWords = <W extends object>(wrong: W, field: keyof W): W => ({ ...wrong, [field]: undefined });
