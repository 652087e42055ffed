/** Asks the app to explain a number, page after page, and gathers what the pages list and what is wrong with them. */
import type { Explanation, ExplanationSubject, WorkExplanation } from '../../src/contract/explanation';
import type { ScopeIssueView } from '../../src/contract/okr';
import type { TestSite } from '../support/test-site';
import { faultsOf } from './explained';

export type Explained = {
  readonly faults: readonly string[];
  /** The first page; null where no issues enter. */
  readonly work: WorkExplanation | null;
  /** Issues of all pages. */
  readonly listed: readonly ScopeIssueView[];
};

const workOf = (explanation: Explanation): WorkExplanation | null => ('work' in explanation ? explanation.work : null);

/** Above so many issues the first page has to do: the rest is summed up in it. */
const MOST_ISSUES = 500;

/** Null where this person may not see the subject. `onPage` is the number as a page shows it. */
export async function explanationsOf(
  site: TestSite,
  subject: ExplanationSubject,
  who: { readonly as: string; readonly project?: string },
  onPage: number | null,
): Promise<Explained | null> {
  const faults: string[] = [];
  const listed: ScopeIssueView[] = [];
  let first: WorkExplanation | null = null;
  let hidden = 0;
  for (let offset: number | null = 0; offset !== null;) {
    const answer = await site.invoke('explain', { subject, ...(offset === 0 ? {} : { offset }) }, who);
    if (!answer.ok) {
      if (answer.error.code === 'NOT_FOUND') return null;
      throw new Error(`explain answered ${answer.error.code}: ${answer.error.message}`);
    }
    faults.push(...faultsOf(answer.value, onPage));
    const work = workOf(answer.value);
    if (offset === 0) first = work;
    listed.push(...(work?.issues ?? []));
    hidden += work?.hidden.issues ?? 0;
    offset = work?.nextOffset ?? null;
    if (first !== null && first.counts.inScope > MOST_ISSUES) return { faults, work: first, listed };
  }
  const somewhere = listed.filter(({ standing }) => standing !== 'gone').length + hidden;
  if (first !== null && somewhere !== first.counts.inScope)
    faults.push(`${first.counts.inScope} issues are in scope, and all pages together list or hide ${somewhere}`);
  return { faults, work: first, listed };
}
