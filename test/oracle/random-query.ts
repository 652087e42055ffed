/** Random queries of the small language over the random site. One that names a project names it above everything else. */
import fc from 'fast-check';
import type { Compare, Query } from './query';
import { pointsField } from './jira-truth';
import { quarters } from './random-rules';
import { labels, numberFields, projects, resolutions, statuses, types, versions, type ProjectKey } from './random-site';

const compare = fc.constantFrom<Compare>('<', '<=', '>', '>=', '=');
const numberNames = [{ id: pointsField, name: 'Story Points' }, ...numberFields];

const clause: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ find: fc.constant('label' as const), among: fc.subarray([...labels], { minLength: 1, maxLength: 2 }) }),
  },
  { weight: 1, arbitrary: fc.constant<Query>({ find: 'no label' }) },
  { weight: 2, arbitrary: fc.record({ find: fc.constant('status' as const), name: fc.constantFrom(...statuses) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      find: fc.constant('category' as const),
      name: fc.constantFrom('To Do' as const, 'In Progress' as const, 'Done' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ find: fc.constant('resolution' as const), among: fc.subarray([...resolutions], { minLength: 1 }) }) },
  { weight: 1, arbitrary: fc.constant<Query>({ find: 'unresolved' }) },
  { weight: 2, arbitrary: fc.record({ find: fc.constant('type' as const), among: fc.subarray([...types], { minLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ find: fc.constant('version' as const), name: fc.constantFrom(...versions) }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...numberNames), compare, quarters(0, 9))
      .map(([{ id, name }, how, value]): Query => ({ find: 'number', fieldId: id, name, compare: how, value })),
  },
);

const clauses: fc.Arbitrary<Query> = fc.oneof(
  { weight: 3, arbitrary: clause },
  { weight: 1, arbitrary: clause.map((part): Query => ({ find: 'not', part })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('all of' as const, 'any of' as const), fc.array(clause, { minLength: 2, maxLength: 3 }), fc.boolean())
      .map(([find, parts, turned]): Query => (turned ? { find: 'not', part: { find, parts } } : { find, parts })),
  },
);

/** Over the whole site, or over one of the projects that stay or go. */
export const randomQuery = (among: readonly ProjectKey[] = projects.map(({ key }) => key)): fc.Arbitrary<Query> =>
  fc.oneof(
    { weight: 2, arbitrary: clauses },
    { weight: 1, arbitrary: fc.constantFrom(...among).map((key): Query => ({ find: 'project', key })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...among), clauses)
        .map(([key, part]): Query => ({ find: 'all of', parts: [{ find: 'project', key }, part] })),
    },
  );

/** Of projects that stay: what a query says of a project that is gone, nobody can tell. */
export const lastingQuery = randomQuery(projects.filter(({ mayGo }) => !mayGo).map(({ key }) => key));
