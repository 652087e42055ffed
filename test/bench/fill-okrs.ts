/** Fills a project with objectives and key results of any number, with their issues in scope, all of them computed. */
import type { SqlEngine } from '../../local/seams';
import { quarterCycle } from '../../src/usecases/cycles/cycles';
import { quarterOf } from '../../src/domain/quarter';
import { createStore } from '../../src/store/store';
import { directSql } from '../support/direct-sql';

export type Filling = {
  readonly projectId: string;
  readonly objectives: number;
  readonly keyResultsEach: number;
  readonly issuesPerKeyResult: number;
  /** How many issues there are to choose from; they go round. */
  readonly issues: number;
  /** Characters of a title and a description. */
  readonly text: { readonly title: string; readonly description: string };
};

const frozenDay = '2026-11-12';

/** The quarter the frozen clock of a test site stands in. */
export const cycle = quarterCycle(quarterOf(frozenDay));
const computedAt = Date.parse('2026-11-12T06:00:00Z');
const by = { accountId: 'ada', at: computedAt };
const firstIssue = 1_000_000;

export const issueIdAt = (index: number, issues: number): string => String(firstIssue + (index % issues));

export async function fillOkrs(engine: SqlEngine, filling: Filling): Promise<void> {
  const store = createStore(directSql(engine));
  await store.cycles.add(cycle);
  const memberships: { readonly sourceId: string; readonly issueId: string; readonly keyResultId: string }[] = [];
  let next = 0;
  for (let objective = 1; objective <= filling.objectives; objective += 1) {
    const objectiveId = `objective-${objective}`;
    await store.objectives.insert({
      id: objectiveId,
      home: { level: 'project', projectId: filling.projectId },
      cycleId: cycle.id,
      title: filling.text.title,
      description: filling.text.description,
      ownerAccountId: 'ada',
      audience: null,
      alignment: null,
      changeId: null,
      weight: 1,
      ambition: 'committed',
      dismissedRules: [],
      createdBy: 'ada',
      createdAt: computedAt,
    });
    const keyResultIds = Array.from({ length: filling.keyResultsEach }, (_, index) => `key-result-${objective}-${index + 1}`);
    for (const id of keyResultIds) {
      await store.keyResults.insert({
        id,
        objectiveId,
        title: filling.text.title,
        ownerAccountId: 'ada',
        weight: 1,
        dismissedRules: [],
        startDay: null,
        dueDay: null,
        createdBy: 'ada',
        createdAt: computedAt,
        rule: { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0.25, wanted: null, shared: 'repeat' },
        of: { kind: 'work' },
      });
      if (filling.issuesPerKeyResult === 0) continue;
      const sourceId = `source-${id}`;
      await store.sources.add([{ id: sourceId, keyResultId: id, type: 'children', issueId: String(firstIssue - next - 1) }], by);
      for (let issue = 0; issue < filling.issuesPerKeyResult; issue += 1, next += 1) {
        memberships.push({ sourceId, keyResultId: id, issueId: issueIdAt(next, filling.issues) });
      }
    }
    const half = filling.issuesPerKeyResult / 2;
    const counts = { inScope: 2 * half, counted: 2 * half, done: half, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 };
    await store.numbers.writeMeasures(
      keyResultIds.map((id) => ({
        id,
        dirtyMark: 1,
        progress: 1 / 3,
        workProgress: 1 / 3,
        creditSum: half,
        divisor: 3 * half,
        counts,
        current: null,
        checkedInAt: null,
        forecast: null,
        chance: null,
      })),
      computedAt,
    );
    await store.numbers.clearMarks(
      keyResultIds.map((id) => ({ id, dirtyMark: 1 })),
      'none',
    );
  }
  await store.scope.add(memberships, computedAt);
  await store.issueFacts.replace(
    [...new Set(memberships.map(({ issueId }) => issueId))].map((issueId, index) => ({
      issueId,
      projectId: filling.projectId,
      parentId: null,
      statusCategory: index % 2 === 0 ? 'done' : 'todo',
      resolution: null,
      cancelled: false,
      gone: false,
      points: 1 + (index % 8),
      estimate: null,
      numbers: {},
      assigneeAccountId: null,
      movedAt: null,
      updatedAt: computedAt,
      checkedAt: computedAt,
    })),
  );
}
