/**
 * The rebuilt past against the past that was seen: through the busiest weeks of a replay each day's numbers are noted at its end; then every key
 * result loses a source and gets it back, which makes the app tell its past anew from the changelogs.
 */
import type { HistoryDay } from '../../../src/contract/history';
import { agrees, exact } from '../../oracle/exact';
import { dayOf, type ReplayedSite } from './replayed-site';

const dayMs = 86_400_000;

type Seen = Pick<HistoryDay, 'progress' | 'scope' | 'done'>;

export type RebuiltCompared = {
  readonly from: string;
  readonly keyResults: number;
  /** Days compared, over all key results, and how many there were. */
  readonly compared: number;
  readonly of: number;
  /** Days that the rebuilt past cannot know, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
};

/** The first day (epoch ms) of that many days in which most happens, in the later half, where the key results have their sources. */
function busiestDays({ replay }: ReplayedSite, days: number): number {
  const moments = replay.steps.filter(({ kind }) => kind !== 'settled').map(({ at }) => at);
  const later = moments.slice(Math.floor(moments.length / 2));
  const starts = [...new Set(later.map((at) => at - (at % dayMs)))];
  const within = (start: number): number => moments.filter((at) => at >= start && at < start + days * dayMs).length;
  return starts.reduce((best, start) => (within(start) > within(best) ? start : best), starts[0] ?? 0);
}

const same = (a: number | null, b: number | null): boolean => agrees(a, b === null ? null : exact(b));

async function seenToday({ site, plan }: ReplayedSite, day: string): Promise<ReadonlyMap<string, Seen>> {
  const rows = await site.sql("SELECT subject_id, progress, weight_sum, credit_sum FROM snapshot WHERE day = ? AND origin = 'seen'", day);
  const number = (value: unknown): number | null => (value === null ? null : Number(value));
  const seen = rows.map(
    (row) =>
      [String(row.subject_id), { progress: number(row.progress), scope: number(row.weight_sum), done: number(row.credit_sum) }] as const,
  );
  return new Map(seen.filter(([id]) => plan.some((planned) => planned.id === id)));
}

/** Takes the first source of every key result that has one away and gives it back. */
async function tellPastsAnew(replayed: ReplayedSite): Promise<void> {
  for (const { id } of replayed.plan) await replayed.giveBackFirstSource(id);
  await replayed.site.settle();
}

/** `between` is to be called between the steps of the replay; `compared` answers once the days are over. */
export function watchDays(replayed: ReplayedSite, days: number) {
  const { site, plan, told } = replayed;
  const start = busiestDays(replayed, days);
  const seen = new Map<string, ReadonlyMap<string, Seen>>();
  /** How many sources each had at the end of each day. */
  const sources = new Map<string, ReadonlyMap<string, number>>();
  const sourcesNow = (): ReadonlyMap<string, number> =>
    new Map([...told.keyResults].map(([id, keyResult]) => [id, Object.keys(keyResult.sources).length]));
  let compared: RebuiltCompared | null = null;

  const compare = async (): Promise<RebuiltCompared> => {
    const faults: string[] = [];
    const excluded: Record<string, number> = {};
    const [after, total] = [sourcesNow(), days * plan.length];
    let count = 0;
    const leaveOut = (why: string): void => void (excluded[why] = (excluded[why] ?? 0) + 1);
    for (const { id, rule } of plan) {
      const subject = { type: 'key-result', id } as const;
      const answer = await site.invoke('getHistory', { subject }, { project: replayed.page.projectId });
      if (!answer.ok || answer.value.rebuilding) throw new Error(`The past of ${id} is not told: ${JSON.stringify(answer).slice(0, 300)}`);
      const rebuilt = new Map(answer.value.days.filter(({ origin }) => origin === 'rebuilt').map((one) => [one.day, one]));
      for (const [day, numbers] of seen) {
        const [then, now] = [numbers.get(id), rebuilt.get(day)];
        if (after.get(id) === 0) leaveOut('it has no source yet');
        else if (sources.get(day)?.get(id) !== after.get(id)) leaveOut('a source was added later');
        else if (rule.shared === 'split') leaveOut('with how many others it shares its issues is taken as it is today');
        else if (then === undefined || now === undefined) faults.push(`${day} ${id} is ${then ? 'not rebuilt' : 'not seen'}`);
        else {
          count += 1;
          const parts = ['progress', 'scope', 'done'] as const;
          const wrong = parts.filter((part) => !same(now[part], then[part]));
          if (wrong.length > 0)
            faults.push(`${day} ${id}: ${wrong.map((part) => `${part} was ${then[part]} and is rebuilt as ${now[part]}`).join(', ')}`);
        }
      }
    }
    return { from: dayOf(start), keyResults: plan.length, compared: count, of: total, excluded, faults };
  };

  return {
    between: async (at: number, next: number | null): Promise<void> => {
      const until = Math.min(next ?? Infinity, start + days * dayMs);
      for (let end = at - (at % dayMs) + dayMs; end <= until && end > start; end += dayMs) {
        site.site.clock.set(end - 1);
        await site.site.host.drain();
        await site.site.host.schedule('hourly');
        await site.settle();
        seen.set(dayOf(end - 1), await seenToday(replayed, dayOf(end - 1)));
        sources.set(dayOf(end - 1), sourcesNow());
      }
      if (compared !== null || (next ?? Infinity) < start + days * dayMs) return;
      site.site.clock.set(start + days * dayMs);
      await tellPastsAnew(replayed);
      compared = await compare();
    },
    compared: (): RebuiltCompared => {
      if (compared === null) throw new Error('The days are not over.');
      return compared;
    },
  };
}
