/**
 * Line of sight: whether people's own work in progress reaches a key result. About work, never about how good anybody is: it counts issues and
 * says for whom nothing leads to a goal. The path up from an objective is line-of-sight.ts. docs/progress.md has the rule with examples.
 */

/** A piece of work in progress (see coverage.ts): whose it is, null for nobody's, and whether it serves a key result. */
export type WorkInHand = { readonly issueId: string; readonly accountId: string | null; readonly serves: boolean };

type PersonSight = {
  readonly accountId: string;
  /** Pieces of work in progress, at least one. */
  readonly issues: number;
  /** Of these, how many serve a key result; 0: without line of sight. */
  readonly serving: number;
};

export type Sight = {
  /** Those without line of sight first, then who has the most work, then by id. */
  readonly people: readonly PersonSight[];
  /** Share of the people with line of sight, 0..1; null (not measured) where nobody has work in progress. */
  readonly share: number | null;
  /** Pieces of work that are nobody's. */
  readonly unassigned: number;
};

const inOrder = (a: PersonSight, b: PersonSight): number =>
  Number(a.serving > 0) - Number(b.serving > 0) || b.issues - a.issues || (a.accountId < b.accountId ? -1 : 1);

/** In whatever order the work comes. */
export function sightOf(work: readonly WorkInHand[]): Sight {
  const people = new Map<string, PersonSight>();
  for (const { accountId, serves } of work) {
    if (accountId === null) continue;
    const { issues, serving } = people.get(accountId) ?? { issues: 0, serving: 0 };
    people.set(accountId, { accountId, issues: issues + 1, serving: serving + (serves ? 1 : 0) });
  }
  const all = [...people.values()].sort(inOrder);
  return {
    people: all,
    share: all.length === 0 ? null : all.filter(({ serving }) => serving > 0).length / all.length,
    unassigned: work.filter(({ accountId }) => accountId === null).length,
  };
}
