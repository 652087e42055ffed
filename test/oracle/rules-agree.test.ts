/**
 * The rules against the oracle, without a site: thousands of random scopes, goals and roll-ups, broken data included. The rules are the thing
 * under test here; the oracle shares nothing with them.
 */
import fc from 'fast-check';
import { bandProgress } from '../../src/domain/band';
import { metricProgress } from '../../src/domain/metric';
import { milestonesProgress } from '../../src/domain/milestones';
import type { IssueFacts } from '../../src/domain/model';
import { effectiveProgress } from '../../src/domain/override';
import { rollUp } from '../../src/domain/roll-up';
import { measureWork } from '../../src/domain/work';
import { agrees, asNumber, exact, type Exact } from './exact';
import { bandTruth, metricTruth, milestonesTruth, rollUpTruth } from './outcome-truth';
import { awkward, quarters, randomRule } from './random-rules';
import { runsOf } from './runs';
import { judgeScope, type ScopeIssue } from './work-truth';

const fieldIds = ['customfield_1', 'customfield_2'];
const sometimes = fc.integer({ min: 1, max: 6 }).map((n) => n === 1);
/** Few ids, so that issues name each other, some in circles, and some ancestors are not in scope. */
const id = fc.integer({ min: 1, max: 12 }).map(String);
const written = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: quarters(0, 13) },
    { weight: 1, arbitrary: fc.constantFrom(-3, NaN, Infinity) },
    { weight: 1, arbitrary: awkward },
  ),
);

const facts: fc.Arbitrary<IssueFacts> = fc
  .record({
    issueId: id,
    statusCategory: fc.constantFrom('todo' as const, 'in-progress' as const, 'done' as const),
    cancelled: sometimes,
    gone: sometimes,
    points: written,
    estimate: written,
    fields: fc.record({ customfield_1: written, customfield_2: written }),
    sharedBy: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ fields, ...rest }) => ({
    ...rest,
    ancestorIds: [],
    numbers: Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]))),
  }));

/** Who is whose parent, also of issues that are not in scope; broken data goes in circles. */
const parents = fc.dictionary(id, id, { maxKeys: 10 });

function chainAbove(parentOf: Readonly<Record<string, string>>, issueId: string): readonly string[] {
  const chain: string[] = [];
  for (let above = parentOf[issueId]; above !== undefined && !chain.includes(above); above = parentOf[above]) chain.push(above);
  return chain;
}

const scopes: fc.Arbitrary<readonly IssueFacts[]> = fc
  .tuple(fc.array(facts, { maxLength: 14 }), parents)
  .map(([all, parentOf]) => all.map((issue) => ({ ...issue, ancestorIds: chainAbove(parentOf, issue.issueId) })));

const asScope = ({ issueId, statusCategory, ancestorIds, ...rest }: IssueFacts): ScopeIssue => ({
  ...rest,
  id: issueId,
  category: statusCategory,
  above: ancestorIds,
});

const expectAgreement = (found: number | null, truth: Exact | null): void => {
  if (!agrees(found, truth)) expect(found).toBe(truth === null ? null : asNumber(truth));
};

const anyNumber = fc.oneof(quarters(-20, 60), awkward);
const ratio = fc.option(fc.oneof(quarters(-1, 2), awkward));

jest.setTimeout(600_000);

describe('the rules and the oracle', () => {
  it('agree on work: the number, its sums, its counts and every issue', async () => {
    await fc.assert(
      fc.asyncProperty(scopes, randomRule(fieldIds), async (scope, rule) => {
        const measure = measureWork(scope, rule);
        const truth = judgeScope(scope.map(asScope), rule);
        expect(measure.counts).toEqual(truth.counts);
        expectAgreement(measure.progress, truth.progress);
        expectAgreement(measure.creditSum, truth.creditSum);
        expectAgreement(measure.weightSum, truth.weightSum);
        expect(measure.issues.map(({ issueId }) => issueId)).toEqual([...truth.issues.keys()]);
        for (const { issueId, standing, weight, credit } of measure.issues) {
          const issue = truth.issues.get(issueId);
          expect(standing).toBe(issue?.standing);
          expectAgreement(weight, issue?.weight ?? null);
          expectAgreement(credit, issue?.credit ?? null);
        }
      }),
      runsOf('rules of work', 5000, true),
    );
  });

  it('agree on metrics, bands and milestones', async () => {
    await fc.assert(
      fc.asyncProperty(anyNumber, anyNumber, fc.option(anyNumber), async (from, to, value) => {
        const held = value === null ? null : exact(value);
        expectAgreement(metricProgress({ start: from, target: to }, value), metricTruth(from, to, held));
        expectAgreement(bandProgress({ low: from, high: to }, value), bandTruth(from, to, held));
      }),
      runsOf('rules of metrics and bands', 5000, true),
    );
    const milestone = fc.record({ weight: quarters(0, 9), reachedDay: fc.option(fc.constant('2026-11-01')) });
    await fc.assert(
      fc.asyncProperty(fc.array(milestone, { maxLength: 8 }), async (all) =>
        expectAgreement(milestonesProgress(all), milestonesTruth(all)),
      ),
      runsOf('rules of milestones', 2000, true),
    );
  });

  it('agree on roll-ups with overrides', async () => {
    const until = fc.constantFrom('2026-11-11', '2026-11-12', '2026-11-13');
    const override = fc.option(fc.record({ progress: quarters(0, 1), untilDay: until }));
    const part = fc.record({ weight: quarters(0, 9), progress: ratio, override });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const today = '2026-11-12';
        const found = rollUp(
          parts.map(({ weight, ...own }) => ({ weight, progress: effectiveProgress(own.progress, own.override, today) })),
        );
        const truth = rollUpTruth(
          parts.map(({ weight, progress, override: written }) => {
            const shown = written !== null && written.untilDay >= today ? written.progress : progress;
            return { weight, progress: shown === null ? null : exact(shown) };
          }),
        );
        expect({ measured: found.measured, total: found.total }).toEqual({ measured: truth.measured, total: truth.total });
        expectAgreement(found.progress, truth.progress);
      }),
      runsOf('rules of roll-up', 3000, true),
    );
  });
});
