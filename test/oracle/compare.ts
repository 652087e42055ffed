/**
 * Holds what the app shows against the truth: every key result, every objective, every count, and every issue behind a number. Answers the
 * differences in words.
 */
import type { KeyResultView } from '../../src/contract/okr';
import type { WorkCounts } from '../../src/domain/model';
import { agrees, asNumber, exact, type Exact } from './exact';
import { explanationsOf, type Explained } from './explanation-pages';
import { asAda, asBen, jiraOf, tell, todayOf, type Life } from './life';
import { readPages } from './shown';
import { truthOf, type KeyResultTruth, type ObjectiveTruth } from './truth';
import { wordsOfKeyResult, wordsOfObjective } from './what-was-compared';
import type { WorkTruth } from './work-truth';

type Say = (what: string) => void;
export type Comparison = {
  readonly faults: readonly string[];
  readonly keyResults: number;
  readonly objectives: number;
  readonly issues: number;
};

const pages = ['10000', '10001'].flatMap((projectId) => ['2026-q4', '2027-q1'].map((cycleId) => ({ projectId, cycleId })));

function number(say: Say, what: string, found: number | null, truth: Exact | null): void {
  if (!agrees(found, truth))
    say(`${what} is ${found ?? 'not measured'}, and should be ${truth === null ? 'not measured' : asNumber(truth)}`);
}

function counts(say: Say, what: string, found: WorkCounts, truth: WorkCounts): void {
  for (const [name, wanted] of Object.entries(truth)) {
    const shown = found[name as keyof WorkCounts];
    if (shown !== wanted) say(`${what} ${name} is ${shown}, and should be ${wanted}`);
  }
}

function currentOf(view: KeyResultView | undefined): number | null {
  if (view?.kind === 'metric') return view.metric.current;
  return view?.kind === 'band' ? view.band.current : null;
}

function compareKeyResult(say: Say, view: KeyResultView, truth: KeyResultTruth): void {
  number(say, 'progress', view.progress, truth.progress);
  if (view.kind === 'work') counts(say, 'work', view.work, truth.work.counts);
  if (view.kind !== 'metric' && view.kind !== 'band') return;
  number(say, 'value', currentOf(view), truth.value);
  if (view.track === null) {
    if (truth.work.counts.inScope > 0) say('has no work track, and issues are in scope');
    return;
  }
  number(say, 'work track', view.track.progress, truth.work.progress);
  counts(say, 'work track', view.track.work, truth.work.counts);
}

/** Every issue once, with the standing, weight and credit it should have. */
function compareWork(say: Say, { work, listed }: Explained, truth: WorkTruth, seesAll: boolean): void {
  if (work === null) {
    if (truth.counts.inScope > 0) say(`the explanation says nothing of the issues in scope (${[...truth.issues.keys()].join(', ')})`);
    return;
  }
  counts(say, 'explained work', work.counts, truth.counts);
  number(say, 'explained sum of credit', work.creditSum, truth.creditSum);
  number(say, 'explained divisor', work.divisor, work.rule.wanted === null ? truth.weightSum : exact(work.rule.wanted));
  const seen = new Set<string>();
  for (const issue of listed) {
    const wanted = truth.issues.get(issue.issueId);
    if (seen.has(issue.issueId)) say(`${issue.key} is listed twice`);
    seen.add(issue.issueId);
    if (issue.standing === 'gone') continue;
    if (wanted === undefined) say(`${issue.key} is listed, and is not in scope`);
    else if (issue.standing !== wanted.standing) say(`${issue.key} is ${issue.standing}, and should be ${wanted.standing}`);
    else {
      number(say, `the weight of ${issue.key}`, issue.weight, wanted.weight);
      number(say, `the credit of ${issue.key}`, issue.credit, wanted.credit);
    }
  }
  if (seesAll) for (const id of truth.issues.keys()) if (!seen.has(id)) say(`issue ${id} is in scope, and nobody lists it`);
}

/** Everything there is to compare at this moment; what is settled before is the caller's business. */
export async function compare(life: Life): Promise<Comparison> {
  const faults: string[] = [];
  const { told, site } = life;
  const shown = await readPages(site, pages, 'ada');
  const truth = truthOf(jiraOf(life), told, todayOf(life), (id) => currentOf(shown.keyResults.get(id)));
  const about =
    (what: string): Say =>
    (fault) =>
      void faults.push(`${what}: ${fault}`);
  let issues = 0;

  for (const [id, wanted] of truth.keyResults) {
    const view = shown.keyResults.get(id);
    if (view === undefined) {
      faults.push(`key result ${id} is not shown`);
      continue;
    }
    const say = about(`key result ${id} (${view.kind})`);
    compareKeyResult(say, view, wanted);
    const toldOf = told.keyResults.get(id);
    if (toldOf !== undefined) for (const word of wordsOfKeyResult(toldOf, wanted)) tell(life, word);
    for (const who of [asAda, asBen]) {
      const explained = await explanationsOf(site, { type: 'key-result', id }, who, view.progress);
      if (explained === null) {
        if (who === asAda) say('is not explained');
        continue;
      }
      for (const fault of explained.faults) say(fault);
      compareWork(say, explained, wanted.work, who === asAda);
      issues += explained.listed.length;
      if (explained.work !== null && explained.work.hidden.issues > 0) tell(life, 'explained with hidden issues');
    }
  }
  for (const [id, wanted] of truth.objectives) {
    const view = shown.objectives.get(id);
    if (view === undefined) faults.push(`objective ${id} is not shown`);
    else await compareObjective(life, about(`objective ${id}`), view, wanted);
    const toldOf = told.objectives.get(id);
    const [stands, shouldStand] = [view?.parent?.contribution.state ?? null, toldOf?.aligned?.contribution ?? null];
    if (stands !== shouldStand) faults.push(`objective ${id}: as a contribution is ${stands}, and should be ${shouldStand}`);
    const own = [...told.keyResults.values()].filter((one) => one.objectiveId === id && !one.archived).length;
    if (toldOf !== undefined) for (const word of wordsOfObjective(toldOf, wanted, own)) tell(life, word);
  }
  for (const id of shown.keyResults.keys()) if (!truth.keyResults.has(id)) faults.push(`key result ${id} is shown, and should not be`);
  for (const id of shown.objectives.keys()) if (!truth.objectives.has(id)) faults.push(`objective ${id} is shown, and should not be`);
  return { faults, keyResults: truth.keyResults.size, objectives: truth.objectives.size, issues };
}

type ShownObjective = {
  readonly id: string;
  readonly progress: number | null;
  readonly computed: number | null;
  readonly measured: { readonly measured: number; readonly total: number };
};

async function compareObjective(life: Life, say: Say, view: ShownObjective, wanted: ObjectiveTruth): Promise<void> {
  number(say, 'progress', view.progress, wanted.progress);
  number(say, 'computed progress', view.computed, wanted.computed);
  const { measured, total } = wanted.rollUp;
  if (view.measured.measured !== measured || view.measured.total !== total)
    say(`measured is ${view.measured.measured} of ${view.measured.total}, and should be ${measured} of ${total}`);
  for (const who of [asAda, asBen]) {
    const explained = await explanationsOf(life.site, { type: 'objective', id: view.id }, who, view.progress);
    if (explained === null && who === asAda) say('is not explained');
    for (const fault of explained?.faults ?? []) say(fault);
  }
}
