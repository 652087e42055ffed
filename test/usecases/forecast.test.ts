/** Forecasts that are kept: what they are drawn from, when they are due, and that the numbers of a day move them. */
import { addDays } from '../../src/domain/calendar';
import { forecastOf } from '../../src/domain/forecast/forecast';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addMilestones, addObjective, ask, issueIds, newId, workOn } from './support/okr-steps';

const TODAY = '2026-11-12';
const hourMs = 3_600_000;

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite({ now: `${TODAY}T10:00:00.000Z` });
  site.leaveUnexplained('the past of its key results is written by hand');
});
afterEach(() => site.close());

const hourly = async (): Promise<void> => {
  site.site.clock.set(site.site.clock.now() + hourMs);
  await site.site.host.schedule('hourly');
  await site.settle();
};

type Kept = { readonly past: unknown; readonly told: { readonly kind: string } | null };
type Stored = { readonly kept: Kept | null; readonly chance: number | null; readonly first: number | null; readonly day: string | null };

async function storedOf(id: string): Promise<Stored> {
  const [row] = await site.sql('SELECT forecast, chance, first_chance, forecast_day FROM key_result WHERE id = ?', id);
  if (row === undefined) throw new Error(`No key result ${id}`);
  const { forecast, chance, first_chance: first, forecast_day: day } = row;
  return { kept: forecast === null ? null : JSON.parse(String(forecast)), chance, first, day } as Stored;
}

/** Ends of weeks, oldest first, the last of them yesterday. */
async function writePast(id: string, weeks: readonly (readonly [creditSum: number, weightSum: number])[]): Promise<void> {
  for (const [index, [credit, weight]] of weeks.entries()) {
    const day = addDays(TODAY, -1 - 7 * (weeks.length - 1 - index));
    await site.sql(
      `REPLACE INTO snapshot (subject_id, day, subject_type, progress, credit_sum, weight_sum, origin, overridden)
       VALUES (?, ?, 'key_result', 0.5, ?, ?, 'seen', 0)`,
      id,
      day,
      credit,
      weight,
    );
  }
}

/** WEB-3 is in progress and WEB-6 to do: 2 open issues, about half a week's work. */
const work = async (): Promise<string> => {
  const { id } = await workOn(site, ['WEB-3', 'WEB-6']);
  await site.settle();
  return id;
};

const slow = [0, 1, 1, 1, 1, 2].map((credit) => [credit, 2] as const);
const busy = [2, 5, 9, 12, 16, 20].map((credit) => [credit, 30] as const);

it('is drawn from the weeks that ended yesterday, and kept with its chance', async () => {
  const id = await work();
  await writePast(id, busy);
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL WHERE id = ?', id);
  await hourly();
  const { kept, chance, first, day } = await storedOf(id);
  expect(kept).toMatchObject({
    past: { of: 'work', weeks: [3, 4, 3, 4, 4].map((finished) => ({ finished, added: 0 })) },
    told: { kind: 'forecast', chance: 1, strain: expect.any(Number) as number },
  });
  expect([chance, first, day]).toEqual([1, 1, TODAY]);
  const [today] = await site.sql('SELECT chance FROM snapshot WHERE subject_id = ? AND day = ?', id, TODAY);
  expect(today).toEqual({ chance: 1 });
});

it('says the same for the same data, however often it is asked', async () => {
  const [one, other] = [await work(), await work()];
  for (const id of [one, other]) await writePast(id, slow);
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL');
  await hourly();
  const first = await storedOf(one);
  expect(first.chance).toBeGreaterThan(0);
  expect(first.chance).toBeLessThan(1);
  expect((await storedOf(other)).kept).toEqual(first.kept);
  await site.sql('UPDATE key_result SET forecast = NULL, chance = NULL, forecast_day = NULL');
  await hourly();
  expect(await storedOf(one)).toEqual(first);
});

it('moves with the numbers on the same day, from the weeks that are kept', async () => {
  const id = await work();
  await writePast(id, slow);
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL WHERE id = ?', id);
  await hourly();
  const before = await storedOf(id);
  const { cards } = await ask(site, 'getIssueKeyResults', { issueId: issueIds.flicker });
  await site.transition('WEB-6', 'Done');
  const after = await storedOf(id);
  // What the panel of the issue has promised.
  expect(cards[0]?.chanceIfClosed).toEqual({ from: before.chance, to: after.chance });
  expect(after.kept?.past).toEqual(before.kept?.past);
  expect(after.chance).toBeGreaterThan(before.chance ?? 1);
  expect(after.first).toBe(before.chance);
});

it('has no chance with too little or too unsteady a past, and says which', async () => {
  const [short, burst] = [await work(), await work()];
  await site.sql('DELETE FROM snapshot');
  await writePast(short, busy.slice(-3));
  await writePast(
    burst,
    [0, 1, 2, 3, 4, 25, 26, 27, 28].map((credit) => [credit, 30] as const),
  );
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL');
  // Written when the cycle began: what is out of the ordinary before that counts for nothing.
  await site.sql('UPDATE key_result SET created_at = ? WHERE id = ?', Date.parse('2026-10-01'), burst);
  await hourly();
  expect(await storedOf(short)).toMatchObject({ kept: { told: { kind: 'not-enough-data', weeks: 2 } }, chance: null, first: null });
  expect(await storedOf(burst)).toMatchObject({ kept: { told: { kind: 'unstable', weeksAgo: 3, what: 'finished' } }, chance: null });
});

it('is told with what levers are pulled on, which say the same', async () => {
  const id = await work();
  await writePast(id, slow);
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL WHERE id = ?', id);
  await hourly();
  const { told, outlook, ...days } = await ask(site, 'getForecast', { keyResultId: id });
  expect(days).toEqual({ today: TODAY, dueDay: '2026-12-31' });
  expect(told).toMatchObject({ kind: 'forecast', chance: (await storedOf(id)).chance });
  if (outlook === null) throw new Error('There is something to pull on.');
  expect(forecastOf(outlook)).toEqual(told);
  const { keyResult } = await ask(site, 'getKeyResult', { keyResultId: id });
  expect(keyResult).toMatchObject({ chance: (await storedOf(id)).chance });
});

it('reaches back before the start, so that there is something to say in a cycle’s first weeks', async () => {
  const id = await work();
  const [first] = await site.sql('SELECT MIN(day) AS day FROM snapshot WHERE subject_id = ?', id);
  expect(first).toEqual({ day: addDays(TODAY, -92) });
  const { days } = await ask(site, 'getHistory', { subject: { type: 'key-result', id } });
  expect(days[0]?.day).toBe('2026-10-01');
});

it('of a metric follows its check-ins, and its target at once', async () => {
  const metric = await addMetric(site, await addObjective(site), { start: 0, target: 30 });
  for (const [weeksAgo, value] of [
    [5, 2],
    [4, 5],
    [3, 7],
    [2, 10],
    [1, 12],
  ] as const) {
    const day = addDays(TODAY, -7 * weeksAgo);
    await ask(site, 'checkIn', { id: newId(), keyResultId: metric.id, value, day });
  }
  await site.settle();
  const before = await storedOf(metric.id);
  expect(before.kept).toMatchObject({ past: { of: 'metric', changes: [3, 2, 3, 2] }, told: { kind: 'forecast', recentRate: 2.5 } });
  await ask(site, 'checkIn', { id: newId(), keyResultId: metric.id, value: 15 });
  const after = await storedOf(metric.id);
  expect(after.kept).toMatchObject({ past: { changes: [3, 2, 3, 2, 3] } });
  const { version } = (await ask(site, 'getKeyResult', { keyResultId: metric.id })).keyResult;
  await ask(site, 'editKeyResult', { id: metric.id, version, target: 20, reason: 'Less will do' });
  expect((await storedOf(metric.id)).chance).toBeGreaterThan(after.chance ?? 1);
});

it('of a draft is what the plan is judged by, and is kept when the cycle begins', async () => {
  const objective = await addObjective(site, { cycleId: '2027-q1' });
  const metric = await addMetric(site, objective, { start: 0, target: 100 });
  for (const [weeksAgo, value] of [4, 3, 2, 1, 0].map((ago, index) => [ago, [0, 2, 4, 7, 9][index] ?? 0] as const)) {
    await ask(site, 'checkIn', { id: newId(), keyResultId: metric.id, value, day: addDays(TODAY, -7 * weeksAgo) });
  }
  await site.settle();
  const tooMuch = await storedOf(metric.id);
  expect(tooMuch.first).toBeLessThan(0.1);
  const { version } = (await ask(site, 'getKeyResult', { keyResultId: metric.id })).keyResult;
  await ask(site, 'editKeyResult', { id: metric.id, version, target: 40 });
  await site.settle();
  await hourly();
  const planned = await storedOf(metric.id);
  expect(planned.first).toBeGreaterThan(tooMuch.first ?? 1);
  expect(planned.first).toBe(planned.chance);
});

it('is not made for milestones, nor in a closed cycle, and waits until today’s is due', async () => {
  const milestones = await addMilestones(site, await addObjective(site));
  const id = await work();
  await hourly();
  expect(await storedOf(milestones.id)).toEqual({ kept: null, chance: null, first: null, day: null });
  const requests = async () => {
    const records = await site.recordsOf(hourly);
    return records.flatMap(({ sql }) => sql.map(({ query }) => query)).filter((query) => /forecast = CASE/.test(query)).length;
  };
  expect(await requests()).toBe(0);
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL WHERE id = ?', id);
  expect(await requests()).toBe(1);
  await site.sql("UPDATE cycle SET state = 'closed', closed_day = ?", TODAY);
  await site.sql('UPDATE key_result SET first_chance = NULL, forecast_day = NULL WHERE id = ?', id);
  expect(await requests()).toBe(0);
});
