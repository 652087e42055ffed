/**
 * What may happen in the life of a site: people work in Jira, people plan in the app, time passes, things go wrong. Steps are plain data;
 * `pick` is turned into one of what is there when its turn comes.
 */
import fc from 'fast-check';
import { lastingQuery, randomQuery } from './random-query';
import { awkward, quarters, randomRule } from './random-rules';
import { numberFields, projects, resolutions, someLabels, statuses, types, writtenNumber } from './random-site';

const pick = fc.nat(9999);
const of = fc.constant;
/** Null so many times as often. */
const rarely = <T>(what: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: times, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: what });
const project = fc.constantFrom(...projects.map(({ key }) => key));
const weight = fc.oneof(
  { weight: 2, arbitrary: of(1) },
  { weight: 2, arbitrary: fc.constantFrom(0.5, 2, 3, 1000) },
  { weight: 1, arbitrary: fc.constantFrom(0.1, 1e-3) },
);
const fieldIds = numberFields.map(({ id }) => id);

const jiraStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: of('transition' as const),
      issue: pick,
      to: fc.constantFrom(...statuses, 'Done' as const),
      resolution: fc.option(fc.constantFrom(...resolutions), { freq: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: of('label' as const), issue: pick, labels: someLabels }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: of('parent' as const), issue: pick, parent: fc.option(pick, { freq: 4 }), byKey: fc.boolean() }),
  },
  // A resolution by itself: without a done status, taken from a done one, or another one in its place.
  { weight: 2, arbitrary: fc.record({ do: of('resolve' as const), issue: pick, resolution: fc.option(fc.constantFrom(...resolutions)) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: of('estimate' as const), issue: pick, field: fc.nat(2), value: writtenNumber }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: of('plan time' as const), issue: pick, time: fc.constantFrom('90m', '1h', '2d 4h', '0h', null) }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('type' as const), issue: pick, type: fc.constantFrom(...types) }) },
  { weight: 1, arbitrary: fc.record({ do: of('version' as const), issue: pick, version: fc.option(fc.constantFrom('1.0', '2.0')) }) },
  { weight: 2, arbitrary: fc.record({ do: of('delete' as const), issue: pick }) },
  { weight: 2, arbitrary: fc.record({ do: of('archive' as const), issue: pick }) },
  { weight: 1, arbitrary: fc.record({ do: of('restore' as const), issue: pick }) },
  { weight: 2, arbitrary: fc.record({ do: of('move' as const), issue: pick, project }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('create' as const),
      project,
      type: fc.constantFrom(...types),
      parent: fc.option(pick),
      labels: someLabels,
      points: writtenNumber,
      size: writtenNumber,
    }),
  },
  { weight: 1, arbitrary: of({ do: 'delete project' as const }) },
);
export type JiraStep = typeof jiraStep extends fc.Arbitrary<infer T> ? T : never;

const value = fc.oneof({ weight: 3, arbitrary: quarters(-10, 60) }, { weight: 1, arbitrary: awkward });
const valueSource = fc.oneof(
  { weight: 1, arbitrary: of({ by: 'hand' as const }) },
  { weight: 1, arbitrary: fc.record({ by: of('jira' as const), query: lastingQuery, measure: of('count' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: of('jira' as const),
      query: lastingQuery,
      measure: fc.constantFrom('sum' as const, 'average' as const),
      fieldId: fc.constantFrom(...fieldIds),
    }),
  },
);
const milestones = fc.array(fc.record({ weight, reached: fc.boolean() }), { minLength: 1, maxLength: 4 });
const rule = randomRule(fieldIds);
/** A band is from its low to its high. */
const band = fc.tuple(value, fc.oneof(of(0), quarters(0, 20))).map(([low, width]) => ({ low, high: low + width }));

/** Dies after so many statements; then whoever asked asks again, or lets it be. */
const death = fc.record({ after: fc.nat(14), again: fc.boolean() });
const crash = rarely(death, 5);
export type Crash = typeof crash extends fc.Arbitrary<infer T> ? T : never;

const goal = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: of('work' as const), rule }) },
  { weight: 2, arbitrary: fc.record({ kind: of('metric' as const), start: value, target: value, value: valueSource }) },
  { weight: 2, arbitrary: fc.record({ kind: of('band' as const), band, value: valueSource }) },
  { weight: 1, arbitrary: fc.record({ kind: of('milestones' as const), milestones }) },
);

const newObjective = fc.record({
  do: of('create objective' as const),
  project: fc.constantFrom('WEB' as const, 'WEB' as const, 'OPS' as const),
  next: fc.integer({ min: 0, max: 8 }).map((n) => n === 0),
  owner: fc.constantFrom(null, 'ben' as const),
  weight,
  crash,
});
const newKeyResult = fc.record({ do: of('create key result' as const), objective: pick, weight, goal, crash });
const newSource = fc.record({
  do: of('add source' as const),
  keyResult: pick,
  source: fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: of('issue' as const), issue: pick }) },
    { weight: 2, arbitrary: fc.record({ type: of('children' as const), issue: pick }) },
    { weight: 2, arbitrary: fc.record({ type: of('jql' as const), query: randomQuery() }) },
  ),
  crash,
});

/** Ben aligns what is his, and asks by it wherever the parent is not. */
const parentEdit = fc.record({
  edit: of('parent' as const),
  by: fc.constantFrom('ada' as const, 'ben' as const, 'ben' as const),
  parent: fc.option(pick, { freq: 9 }),
  keyResult: fc.option(pick),
});
const rollUpEdit = fc.record({
  edit: of('roll-up' as const),
  rollUp: fc.constantFrom('with-children' as const, 'with-children' as const, 'key-results' as const),
});
const overrideEdit = fc.record({
  edit: of('override' as const),
  override: fc.option(fc.record({ progress: quarters(0, 1), days: fc.constantFrom(0, 0, 1, 5) }), { freq: 4 }),
});
const objectiveEdit = fc.oneof(
  { weight: 1, arbitrary: fc.record({ edit: of('weight' as const), weight }) },
  { weight: 4, arbitrary: parentEdit },
  { weight: 2, arbitrary: rollUpEdit },
  { weight: 2, arbitrary: overrideEdit },
  { weight: 1, arbitrary: fc.record({ edit: of('cycle' as const), next: fc.boolean() }) },
);
const keyResultEdit = fc.oneof(
  { weight: 1, arbitrary: fc.record({ edit: of('weight' as const), weight }) },
  { weight: 3, arbitrary: fc.record({ edit: of('rule' as const), rule }) },
  { weight: 1, arbitrary: fc.record({ edit: of('goal' as const), start: value, target: value, band }) },
  { weight: 2, arbitrary: fc.record({ edit: of('value' as const), value: valueSource }) },
  { weight: 1, arbitrary: fc.record({ edit: of('milestones' as const), milestones }) },
);

const editStep = <T>(change: fc.Arbitrary<T>) => fc.record({ do: of('edit objective' as const), objective: pick, change, crash });

const appStep = fc.oneof(
  { weight: 1, arbitrary: newObjective },
  { weight: 2, arbitrary: newKeyResult },
  { weight: 4, arbitrary: newSource },
  { weight: 4, arbitrary: editStep(objectiveEdit) },
  { weight: 3, arbitrary: fc.record({ do: of('answer contribution' as const), objective: pick, accepts: fc.boolean(), crash }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('ask contribution' as const),
      objective: pick,
      by: fc.constantFrom('ada' as const, 'ben' as const, 'ben' as const),
      crash,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: of('edit key result' as const), keyResult: pick, change: keyResultEdit, crash }) },
  { weight: 1, arbitrary: fc.record({ do: of('archive objective' as const), objective: pick, crash }) },
  { weight: 1, arbitrary: fc.record({ do: of('archive key result' as const), keyResult: pick, crash }) },
  { weight: 2, arbitrary: fc.record({ do: of('remove source' as const), source: pick, crash }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: of('record value' as const), keyResult: pick, value, daysAgo: fc.constantFrom(0, 0, 1, 6), crash }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('refresh value' as const), keyResult: pick, crash }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: of('reach milestone' as const), keyResult: pick, milestone: pick, reached: fc.boolean(), crash }),
  },
);
export type AppStep = typeof appStep extends fc.Arbitrary<infer T> ? T : never;

const eventMode = fc.record({
  do: of('events' as const),
  drop: fc.constantFrom(0, 0, 0.3, 1),
  duplicate: fc.constantFrom(0, 0.5, 1),
  reorder: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

const worldStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: of('deliver' as const), crash: fc.option(death, { freq: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: of('wait' as const), hours: fc.constantFrom(1, 1, 2, 3), crash }) },
  { weight: 1, arbitrary: fc.record({ do: of('wait' as const), hours: fc.constantFrom(24, 26, 72, 170), crash }) },
  { weight: 1, arbitrary: eventMode },
  { weight: 1, arbitrary: fc.record({ do: of('too many requests' as const), next: fc.integer({ min: 1, max: 6 }) }) },
);
export type WorldStep = typeof worldStep extends fc.Arbitrary<infer T> ? T : never;

export type Step = JiraStep | AppStep | WorldStep;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: jiraStep as fc.Arbitrary<Step> },
  { weight: 4, arbitrary: appStep as fc.Arbitrary<Step> },
  { weight: 2, arbitrary: worldStep as fc.Arbitrary<Step> },
);

const round = fc.record({
  /** How events fare in most of the round. */
  steps: fc.tuple(eventMode, fc.array(step, { minLength: 2, maxLength: 18 })).map(([mode, steps]): readonly Step[] => [mode, ...steps]),
  /** What goes wrong in the recovery pass itself; then another one comes an hour later. */
  trouble: rarely(fc.oneof(fc.record({ diesAfter: fc.nat(40) }), fc.record({ tooManyRequests: fc.integer({ min: 1, max: 4 }) })), 2),
});

const opening: fc.Arbitrary<readonly AppStep[]> = fc
  .tuple(
    fc.array(newObjective, { minLength: 3, maxLength: 6 }),
    fc.array(newKeyResult, { minLength: 3, maxLength: 8 }),
    fc.array(newSource, { minLength: 3, maxLength: 10 }),
    fc.array(fc.oneof({ weight: 3, arbitrary: editStep(rollUpEdit) }, { weight: 1, arbitrary: editStep(overrideEdit) }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.array(editStep(parentEdit), { minLength: 2, maxLength: 8 }),
  )
  .map((parts): readonly AppStep[] => parts.flat());

export const randomLife = fc.record({
  opening,
  rounds: fc.array(round, { minLength: 2, maxLength: 4 }),
  lagMinutes: fc.constantFrom(0, 0, 2, 10),
});
export type RandomLife = typeof randomLife extends fc.Arbitrary<infer T> ? T : never;
