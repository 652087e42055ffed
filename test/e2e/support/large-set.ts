/**
 * A thousand objectives with five key results each in the running quarter of a project of the demo company, aligned as a tree, with owners and
 * a past: put into the folder of a site that is not open, straight through the store.
 */
import { join } from 'node:path';
import { people, projects } from '../../../local/demo/demo-people';
import { createLibsqlEngine } from '../../../local/forge/sql/libsql-engine';
import { addDays, dayOf } from '../../../src/domain/calendar';
import { quarterOf } from '../../../src/domain/quarter';
import { createStore } from '../../../src/store/store';
import { directSql } from '../../support/direct-sql';

export const largeSet = { objectives: 1000, keyResultsEach: 5 } as const;

/** How many objectives are aligned to each. */
const childrenEach = 7;
const owners = Object.values(people);

const aims = [
  'Checkout feels instant',
  'Buyers come back for a second order',
  'Support answers within the hour',
  'Every release is boring',
];
const measures = [
  'Median seconds to pay',
  'Share of buyers who return',
  'Questions open for a day',
  'Releases that were rolled back',
  'Pages within budget',
];

const at = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
};

export async function fillLargeSet(folder: string): Promise<void> {
  const engine = createLibsqlEngine(join(folder, 'app.db'));
  const store = createStore(directSql(engine));
  const now = Date.now();
  const today = dayOf(now);
  const cycle = quarterOf(today);
  const days = Array.from({ length: 6 }, (_, week) => addDays(today, -7 * (week + 1))).filter((day) => day >= cycle.startDay);
  const accepted = { state: 'accepted', byAccountId: people.tomas.accountId, at: now, words: null } as const;
  const written = { createdBy: people.tomas.accountId, createdAt: now - 60 * 86_400_000 };
  try {
    for (let index = 0; index < largeSet.objectives; index += 1) {
      const id = `large-${index}`;
      const parentId = index === 0 ? null : `large-${Math.floor((index - 1) / childrenEach)}`;
      await store.objectives.insert({
        id,
        home: { level: 'project', projectId: projects.web.id },
        cycleId: cycle.id,
        title: `${at(aims, index)}, part ${index}`,
        description: '',
        ownerAccountId: at(owners, index).accountId,
        audience: null,
        alignment: parentId === null ? null : { parentId, parentKeyResultId: null, contribution: accepted },
        changeId: null,
        weight: 1,
        ambition: 'committed',
        dismissedRules: [],
        ...written,
      });
      const keyResultIds = Array.from({ length: largeSet.keyResultsEach }, (_, part) => `large-${index}-${part}`);
      for (const [part, keyResultId] of keyResultIds.entries()) {
        await store.keyResults.insert({
          id: keyResultId,
          objectiveId: id,
          title: `${at(measures, part)}, part ${index}`,
          ownerAccountId: at(owners, index + part).accountId,
          weight: 1,
          dismissedRules: [],
          startDay: null,
          dueDay: null,
          ...written,
          rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
          of: { kind: 'work' },
        });
      }
      const ratioOf = (part: number, share: number): number => (share * ((index + part * 3) % 20)) / 20;
      const counts = (done: number) => ({
        inScope: 20,
        counted: 20,
        done,
        inProgress: 0,
        cancelled: 0,
        throughChildren: 0,
        unestimated: 0,
      });
      await store.numbers.writeMeasures(
        keyResultIds.map((keyResultId, part) => ({
          id: keyResultId,
          dirtyMark: 1,
          progress: ratioOf(part, 1),
          workProgress: ratioOf(part, 1),
          creditSum: 20 * ratioOf(part, 1),
          divisor: 20,
          counts: counts(20 * ratioOf(part, 1)),
          current: null,
          checkedInAt: null,
          forecast: null,
          chance: null,
        })),
        now,
      );
      await store.numbers.clearMarks(
        keyResultIds.map((keyResultId) => ({ id: keyResultId, dirtyMark: 1 })),
        'none',
      );
      for (const [part, keyResultId] of keyResultIds.entries()) {
        await store.snapshots.writeKeyResultDays(
          keyResultId,
          days.map((day, week) => ({
            day,
            progress: ratioOf(part, 1 - week / 6),
            counts: counts(0),
            creditSum: 0,
            divisor: 20,
            value: null,
          })),
        );
      }
    }
  } finally {
    await engine.close();
  }
}
