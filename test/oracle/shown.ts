/** Everything the pages of a site show, as one person sees it: the objectives of all projects and cycles with their key results. */
import type { KeyResultView, ObjectiveView, ProjectOkrs } from '../../src/contract/okr';
import type { Result } from '../../src/contract/result';
import type { TestSite } from '../support/test-site';

export type Shown = { readonly objectives: ReadonlyMap<string, ObjectiveView>; readonly keyResults: ReadonlyMap<string, KeyResultView> };

export type Page = { readonly projectId: string; readonly cycleId: string };

export async function readPages(site: TestSite, pages: readonly Page[], as: string): Promise<Shown> {
  const objectives = new Map<string, ObjectiveView>();
  for (const page of pages) {
    let cursor: string | null = '';
    while (cursor !== null) {
      const input: Page & { readonly cursor?: string } = cursor === '' ? page : { ...page, cursor };
      const answer: Result<ProjectOkrs> = await site.invoke('getProjectOkrs', input, { as, project: page.projectId });
      if (!answer.ok) throw new Error(`getProjectOkrs answered ${answer.error.code}: ${answer.error.message}`);
      for (const objective of answer.value.objectives) objectives.set(objective.id, objective);
      cursor = answer.value.nextCursor;
    }
  }
  const keyResults = [...objectives.values()].flatMap((objective) => objective.keyResults);
  return { objectives, keyResults: new Map(keyResults.map((keyResult) => [keyResult.id, keyResult] as const)) };
}
