/** What closed cycles teach, from what the app itself has kept of them. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, ask, grade, newId, Q4 } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const learning = (as = 'ada') => ask(site, 'getLearning', {}, { as });
const half = '2026-11-15';

/** A metric that ends at this progress, was given a chance half-way, and is checked in on with a confidence. */
async function addLived(objective: { readonly id: string }, progress: number, chance: number, confidence: number) {
  const { id } = await addMetric(site, objective, { start: 0, target: 100 });
  await ask(site, 'checkIn', { id: newId(), keyResultId: id, value: 100 * progress, confidence });
  await site.sql(
    `INSERT INTO snapshot (subject_id, day, subject_type, progress, chance, origin, overridden) VALUES (?, ?, 'key_result', ?, ?, 'seen', 0)`,
    id,
    half,
    progress,
    chance,
  );
}

describe('what we learned', () => {
  it('is nothing while no cycle is closed', async () => {
    await addLived(await addObjective(site), 1, 0.9, 8);
    expect(await learning()).toMatchObject({
      cycles: [],
      objectives: 0,
      keyResults: 0,
      forecasts: [{}, { forecasts: 0, brier: null }, {}],
    });
  });

  it('holds chances against what was reached, and confidence against grades', async () => {
    const objective = await addObjective(site, { ambition: 'aspirational' });
    for (let reached = 0; reached < 8; reached += 1) await addLived(objective, 1, 0.9, 8);
    for (let missed = 0; missed < 4; missed += 1) await addLived(objective, 0.3, 0.2, 3);
    await grade(site, objective.id);
    await ask(site, 'closeCycle', { id: Q4, version: 1 });
    const learned = await learning('cleo');
    expect(learned).toMatchObject({ cycles: ['Q4 2026'], objectives: 1, gradedObjectives: 1, keyResults: 12 });
    const atHalf = learned.forecasts.find(({ moment }) => moment === 50);
    expect(atHalf).toMatchObject({ forecasts: 12, brier: { baseRate: 8 / 12 } });
    // (8 · 0.1² + 4 · 0.2²) ÷ 12
    expect(atHalf?.brier?.score).toBeCloseTo(0.02, 10);
    expect(atHalf?.bins.map(({ forecasts }) => forecasts)).toEqual([0, 4, 0, 0, 8]);
    expect(learned.signs.find(({ sign }) => sign === 'check-ins')).toMatchObject({ pairs: 12, rho: expect.closeTo(1, 9) as number });
    expect(learned.signs.find(({ sign }) => sign === 'votes')).toEqual({ sign: 'votes', pairs: 0, rho: null });
  });

  it('leaves out what is private, for everybody', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'cleo' });
    await addLived({ id }, 1, 0.9, 8);
    await ask(site, 'editObjective', { id, version: 1, audience: [] }, { as: 'cleo' });
    await ask(site, 'closeCycle', { id: Q4, version: 1, reason: 'It is over' });
    expect(await learning('cleo')).toMatchObject({ objectives: 0, keyResults: 0 });
  });
});
