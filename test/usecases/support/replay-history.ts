/**
 * Plays a file of real histories through the app: every creation and every changelog entry happens again, in its order and with its event, and
 * goes through the real handlers. At chosen instants what the app shows is held against what the file says.
 */
import type { ReplayStep } from '../../../local/seams';
import type { KeyResultView } from '../../../src/contract/okr';
import { agrees, asNumber } from '../../oracle/exact';
import type { FiledHistories } from '../../oracle/filed/filed-issue';
import { issuesThen } from '../../oracle/filed/issues-then';
import { readPages } from '../../oracle/shown';
import { truthOf, type KeyResultTruth } from '../../oracle/truth';
import { dayOf, type ReplayedSite } from './replayed-site';

/** What happens without a longer pause than this comes to the consumer as one burst. Minutes; shorter pauses take longer. */
const burstMs = Number(process.env.OKR_REPLAY_BURST ?? 240) * 60_000;
/** An hourly pass after every so many comparisons, a daily one after twice as many: what is compared in between, events alone have brought. */
const comparisonsPerPass = 3;

export type Compared = {
  readonly instants: number;
  readonly comparisons: number;
  /** Comparisons in which the changelogs contradict themselves, so that the file tells two numbers. */
  readonly ambiguous: number;
  readonly faults: readonly string[];
};

/** As many as asked for, evenly spread over what happens. */
function chooseInstants(steps: readonly ReplayStep[], count: number): ReadonlySet<number> {
  const moments = [...new Set(steps.map(({ at }) => at))];
  return new Set(Array.from({ length: count }, (_, index) => moments[Math.ceil(((index + 1) * moments.length) / count) - 1] ?? 0));
}

const truthInWords = ({ progress, work }: KeyResultTruth): string =>
  JSON.stringify({ progress: progress === null ? null : asNumber(progress), ...work.counts });
const shownInWords = (view: KeyResultView): string =>
  view.kind === 'work' ? JSON.stringify({ progress: view.progress, ...view.work }) : view.kind;

const isTrue = (view: KeyResultView, { progress, work }: KeyResultTruth): boolean =>
  view.kind === 'work' &&
  agrees(view.progress, progress) &&
  JSON.stringify(Object.entries(view.work).sort()) === JSON.stringify(Object.entries(work.counts).sort());

/** Compares all key results as the page shows them, and a tenth of them as they show when opened. */
async function compareAll({ site, told, page, plan }: ReplayedSite, then: ReturnType<typeof issuesThen>, at: number, turn: number) {
  const unread = (): null => null;
  const backwards = truthOf(then(at, 'backwards'), told, dayOf(at), unread).keyResults;
  const forwards = truthOf(then(at, 'forwards'), told, dayOf(at), unread).keyResults;
  const shown = (await readPages(site, [page], 'admin')).keyResults;
  const faults: string[] = [];
  let ambiguous = 0;
  for (const [index, { id }] of plan.entries()) {
    const opened = index % 10 === turn % 10 ? await site.invoke('getKeyResult', { keyResultId: id }, { project: page.projectId }) : null;
    const view = opened?.ok === true ? opened.value.keyResult : shown.get(id);
    const [back, forth] = [backwards.get(id), forwards.get(id)];
    if (view === undefined || back === undefined || forth === undefined || opened?.ok === false) throw new Error(`${id} is not shown.`);
    if (truthInWords(back) !== truthInWords(forth)) ambiguous += 1;
    if (isTrue(view, back) || isTrue(view, forth)) continue;
    const truths = [...new Set([truthInWords(back), truthInWords(forth)])].join(' or ');
    faults.push(`${new Date(at).toISOString()} ${id} shows ${shownInWords(view)}, and the file says ${truths}`);
  }
  return { faults, ambiguous };
}

/** `afterStep` is called when everything of an instant has happened, with the instant of what comes next (null at the end). */
export async function replayHistory(
  replayed: ReplayedSite,
  histories: FiledHistories,
  instantCount: number,
  betweenSteps: (at: number, next: number | null) => Promise<void>,
): Promise<Compared> {
  const { site, replay, plan } = replayed;
  const then = issuesThen(histories);
  const instants = chooseInstants(replay.steps, instantCount);
  const faults: string[] = [];
  let [compared, ambiguous] = [0, 0];
  for (const [index, step] of replay.steps.entries()) {
    step.apply();
    if (step.kind === 'created' && step.issueId !== null) await replayed.noteCreated(step.issueId);
    const next = replay.steps[index + 1]?.at ?? null;
    if (next === step.at) continue;
    const isLookedAt = instants.has(step.at);
    if (next === null || next > step.at + burstMs || isLookedAt) await site.site.host.drain();
    if (isLookedAt) {
      const found = await compareAll(replayed, then, step.at, compared);
      faults.push(...found.faults);
      ambiguous += found.ambiguous;
      compared += 1;
      if (compared % comparisonsPerPass === 0) {
        await site.site.host.schedule(compared % (2 * comparisonsPerPass) === 0 ? 'daily' : 'hourly');
        await site.settle();
      }
    }
    await betweenSteps(step.at, next);
  }
  return { instants: compared, comparisons: compared * plan.length, ambiguous, faults };
}
