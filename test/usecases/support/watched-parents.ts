/**
 * Changes of parent in each of the forms that changelogs have, followed into what the app knows: right after each one the app's parent of the
 * issue is held against what the file says. Issues the app does not know, because no key result has to do with them, are counted only.
 */
import type { FiledHistories } from '../../oracle/filed/filed-issue';
import { issuesThen } from '../../oracle/filed/issues-then';
import type { ReplayedSite } from './replayed-site';

const forms = ['parent', 'issueparentassociation', 'epic link', 'parent link'];

/** By form: how often it occurs, and how often the app knew the issue then. */
export type ParentForms = Readonly<Record<string, { readonly changes: number; readonly known: number }>>;

export function watchParents({ site }: ReplayedSite, histories: FiledHistories) {
  const then = issuesThen(histories);
  const changesAt = new Map<number, { readonly issueId: string; readonly form: string }[]>();
  for (const { id, changes } of histories.issues) {
    for (const { at, field } of changes) {
      if (forms.includes(field)) changesAt.set(at, [...(changesAt.get(at) ?? []), { issueId: id, form: field }]);
    }
  }
  const seen: Record<string, { changes: number; known: number }> = {};
  const faults: string[] = [];
  return {
    between: async (at: number): Promise<void> => {
      const changes = changesAt.get(at) ?? [];
      if (changes.length === 0) return;
      await site.site.host.drain();
      const [backwards, forwards] = [then(at, 'backwards'), then(at, 'forwards')];
      for (const { issueId, form } of changes) {
        const count = (seen[form] ??= { changes: 0, known: 0 });
        count.changes += 1;
        const [fact] = await site.sql('SELECT parent_id FROM issue_fact WHERE issue_id = ?', issueId);
        if (fact === undefined) continue;
        count.known += 1;
        const told = [backwards, forwards].map((issues) => issues.get(issueId)?.parentId ?? null);
        if (told.every((parentId) => parentId !== fact.parent_id))
          faults.push(
            `${new Date(at).toISOString()} ${form} of ${issueId}: the app has ${String(fact.parent_id)}, the file ${told.join(' or ')}`,
          );
      }
    },
    forms: (): ParentForms => seen,
    faults: (): readonly string[] => faults,
  };
}
