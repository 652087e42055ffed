/** The orphan issues of the loaded pages, family by family: those below one issue together, then those alone, by type. Pure. */
import type { OrphanIssueView, OrphanWork } from '../../../src/contract/coverage';

type Parent = OrphanWork['parents'][number];

export type Family = {
  /** What tells it from the others. */
  readonly key: string;
  /** Null: issues of one type that stand below none. */
  readonly parent: Parent | null;
  readonly typeName: string;
  readonly issues: readonly OrphanIssueView[];
};

/** Each issue once, families in the order in which their first issue came. */
export function familiesOf(pages: readonly OrphanWork[]): readonly Family[] {
  const parents = new Map(pages.flatMap((page) => page.parents).map((parent) => [parent.issueId, parent]));
  const issues = new Map(pages.flatMap((page) => page.issues).map((issue) => [issue.issueId, issue]));
  const families = new Map<string, { parent: Parent | null; typeName: string; issues: OrphanIssueView[] }>();
  for (const issue of issues.values()) {
    const parent = issue.parentId === null ? null : (parents.get(issue.parentId) ?? null);
    const key = parent === null ? `type ${issue.typeName}` : `parent ${parent.issueId}`;
    const family = families.get(key) ?? { parent, typeName: issue.typeName, issues: [] };
    families.set(key, family);
    family.issues.push(issue);
  }
  const all = [...families].map(([key, family]): Family => ({ key, ...family }));
  return [...all.filter(({ parent }) => parent !== null), ...all.filter(({ parent }) => parent === null)];
}
