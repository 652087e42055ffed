/** Jira's issue, parsed: what may be missing, what may be odd, and what is refused. */
import { ZodError } from 'zod';
import { parseIssue } from '../../src/jira/jira-issue';

const points = { pointsFieldIds: ['customfield_1', 'customfield_2'], numberFieldIds: [] };

const reply = (fields: Readonly<Record<string, unknown>> = {}) => ({
  id: '10001',
  key: 'WEB-1',
  self: 'https://site.example/rest/api/3/issue/10001',
  fields: {
    summary: 'Pay by card',
    project: { id: '10000', key: 'WEB' },
    status: { name: 'To Do', statusCategory: { id: 2, key: 'new', name: 'To Do' } },
    updated: '2026-11-12T10:00:00.123+0000',
    ...fields,
  },
});

it('reads what progress needs', () => {
  const fields = {
    parent: { id: '9', key: 'WEB-9' },
    resolution: { name: 'Done' },
    customfield_1: 5,
    assignee: { accountId: 'cleo', displayName: 'Cleo Coder' },
    statuscategorychangedate: '2026-11-10T10:00:00.000+0100',
  };
  expect(parseIssue(reply(fields), points)).toEqual({
    id: '10001',
    key: 'WEB-1',
    projectId: '10000',
    parentId: '9',
    summary: 'Pay by card',
    statusName: 'To Do',
    statusCategory: 'todo',
    resolution: 'Done',
    points: 5,
    estimate: null,
    numbers: {},
    assigneeAccountId: 'cleo',
    movedAt: Date.parse('2026-11-10T09:00:00Z'),
    updatedAt: Date.parse('2026-11-12T10:00:00.123Z'),
  });
});

it('takes what was not asked for, or is not set, for nothing', () => {
  const absent = { summary: undefined, parent: null, resolution: null, assignee: null };
  const nothing = { summary: '', parentId: null, resolution: null, points: null, assigneeAccountId: null, movedAt: null };
  expect(parseIssue(reply(absent), points)).toMatchObject(nothing);
});

it.each([
  ['new', 'todo'],
  ['indeterminate', 'in-progress'],
  ['done', 'done'],
  ['undefined', 'todo'],
] as const)('takes the status category %s for %s', (key, statusCategory) => {
  expect(parseIssue(reply({ status: { name: 'Any', statusCategory: { key } } }), points).statusCategory).toBe(statusCategory);
});

it.each([
  [{ customfield_1: 3, customfield_2: 8 }, 3],
  [{ customfield_1: null, customfield_2: 8 }, 8],
  [{ customfield_1: 0, customfield_2: 8 }, 0],
  [{ customfield_1: '3', customfield_2: { value: 8 } }, null],
  [{ customfield_3: 5 }, null],
] as const)('takes the points from the first points field that holds a number: %j', (fields, expected) => {
  expect(parseIssue(reply(fields), points).points).toBe(expected);
});

it.each(['2026-11-12T11:30:00.000+0130', '2026-11-12T05:00:00.000-0500', '2026-11-12T10:00:00.000Z', '2026-11-12T11:00:00.000+01:00'])(
  'reads the instant whatever its offset: %s',
  (updated) => {
    expect(parseIssue(reply({ updated }), points).updatedAt).toBe(Date.parse('2026-11-12T10:00:00Z'));
  },
);

it.each([
  ['an issue without an id', { key: 'WEB-1', fields: {} }],
  ['no fields', { id: '1', key: 'WEB-1' }],
  ['no status', reply({ status: undefined })],
  ['a status without a category', reply({ status: { name: 'To Do' } })],
  ['no project', reply({ project: null })],
  ['no time of change', reply({ updated: undefined })],
  ['a time of change that is none', reply({ updated: 'yesterday' })],
  ['nothing', null],
])('refuses %s', (_, odd) => {
  expect(() => parseIssue(odd, points)).toThrow(ZodError);
});
