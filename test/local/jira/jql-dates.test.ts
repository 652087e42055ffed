/** The instants JQL can name, seen from Wednesday 2026-02-18, 15:30 UTC. */
import { evaluateDateFunction, parseJqlDate } from '../../../local/jira/jql/jql-dates';

const now = Date.UTC(2026, 1, 18, 15, 30);
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().replace(/:00\.000Z$/, 'Z'));

it.each<[string, string | null]>([
  ['2026-01-31', '2026-01-31T00:00Z'],
  ['2026/1/3 14:05', '2026-01-03T14:05Z'],
  ['-75m', '2026-02-18T14:15Z'],
  ['4h', '2026-02-18T19:30Z'],
  ['-1d', '2026-02-17T15:30Z'],
  ['-1w 2d', '2026-02-09T15:30Z'],
  ['-2y', '2024-02-19T15:30Z'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['soon', null],
  ['-1', null],
  ['', null],
])('%s is %s', (text, expected) => {
  expect(iso(parseJqlDate(text, now))).toBe(expected);
});

it.each<[string, readonly string[], string]>([
  ['now', [], '2026-02-18T15:30Z'],
  ['startOfDay', [], '2026-02-18T00:00Z'],
  ['startOfDay', ['-1'], '2026-02-17T00:00Z'],
  ['endOfDay', [], '2026-02-18T23:59:59.999Z'],
  ['startOfWeek', [], '2026-02-15T00:00Z'],
  ['startOfWeek', ['1'], '2026-02-22T00:00Z'],
  ['endOfWeek', [], '2026-02-21T23:59:59.999Z'],
  ['startOfMonth', [], '2026-02-01T00:00Z'],
  ['startOfMonth', ['+14d'], '2026-02-15T00:00Z'],
  ['startOfMonth', ['-1M'], '2026-01-01T00:00Z'],
  ['endOfMonth', [], '2026-02-28T23:59:59.999Z'],
  ['endOfMonth', ['-1'], '2026-01-31T23:59:59.999Z'],
  ['endOfMonth', ['1M'], '2026-03-31T23:59:59.999Z'],
  ['startOfQuarter', [], '2026-01-01T00:00Z'],
  ['startOfQuarter', ['+1M'], '2026-01-01T00:00Z'],
  ['startOfQuarter', ['-1'], '2025-10-01T00:00Z'],
  ['endOfQuarter', [], '2026-03-31T23:59:59.999Z'],
  ['STARTOFYEAR', ['-1y'], '2025-01-01T00:00Z'],
  ['endOfYear', [], '2026-12-31T23:59:59.999Z'],
])('%s(%j) is %s', (name, args, expected) => {
  const result = evaluateDateFunction(name, args, now);
  expect('at' in result ? iso(result.at) : result).toBe(expected);
});

it('other functions are unknown, and an increment has to be one', () => {
  expect(evaluateDateFunction('startOfCentury', [], now)).toEqual({ unknown: true });
  expect(evaluateDateFunction('startOfDay', ['tomorrow'], now)).toEqual({ invalidArgument: 'tomorrow' });
});
