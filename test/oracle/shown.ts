/** Everything the pages of a site show, as one person sees it: the objectives of all projects and cycles with their key results. */
import type { Input } from '../../src/contract/api';
import type { KeyResultView, ObjectiveView, ProjectOkrs } from '../../src/contract/okr';
import type { Result } from '../../src/contract/result';
import type { TestSite } from '../support/test-site';

export type Shown = { readonly objectives: ReadonlyMap<string, ObjectiveView>; readonly keyResults: ReadonlyMap<string, KeyResultView> };

export type Page = { readonly projectId: string; readonly cycleId: string };

export async function readPages(site: TestSite, pages: readonly Page[], as: string): Promise<Shown> {
  const objectives = new Map<string, ObjectiveView>();
  for (const { projectId, cycleId } of pages) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const input = { projectId, cycleId, ...(cursor === '' ? {} : { cursor }) };
      const answer = await site.invoke('getProjectOkrs', input, { as, project: projectId });
      if (!answer.ok) throw new Error(`getProjectOkrs answered ${answer.error.code}: ${answer.error.message}`);
      for (const objective of answer.value.objectives) objectives.set(objective.id, objective);
      const { nextCursor } = answer.value;
      input = nextCursor === null ? null : { projectId, cycleId, cursor: nextCursor };
    }
  }
  const keyResults = [...objectives.values()].flatMap((objective) => objective.keyResults);
  return { objectives, keyResults: new Map(keyResults.map((keyResult) => [keyResult.id, keyResult] as const)) };
}
