import type { ForecastView } from '../../../src/contract/forecast';
import { forecastWords } from '../../../static/features/forecast/forecast-words';
import { createFormat } from '../../../static/ui/format';

const format = createFormat('en-GB', 'UTC', () => Date.parse('2026-11-22'));
const days = { at50: '2026-12-05', at85: '2027-01-02', at95: null };
const told = { kind: 'forecast', chance: 0.81, days, neededRate: 2, recentRate: 3, strain: 2 / 3 } as const;
const words = (of: ForecastView['told'], today = '2026-11-22') =>
  forecastWords({ today, dueDay: '2026-12-31', told: of, outlook: null }, format)?.replaceAll('\u00a0', ' ');

it.each<[string, ForecastView['told'], string | undefined]>([
  ['a forecast', told, '81 % chance by 31 Dec · 50 % by 5 Dec · 85 % by 2 Jan 2027'],
  ['half of the runs', { ...told, days: { ...days, at85: null } }, '81 % chance by 31 Dec · 50 % by 5 Dec · 85 % not within a year'],
  [
    'a rate that leads nowhere',
    { ...told, chance: 0, days: { at50: null, at85: null, at95: null } },
    '0 % chance by 31 Dec · at this rate never',
  ],
  ['a young past', { kind: 'not-enough-data', weeks: 2 }, 'Not enough data for a forecast yet: 2 of 4 weeks'],
  [
    'an unsteady week',
    { kind: 'unstable', weeksAgo: 0, what: 'finished' },
    'Too unsteady to forecast: what was finished last week is out of the ordinary',
  ],
  [
    'an earlier one',
    { kind: 'unstable', weeksAgo: 2, what: 'added' },
    'Too unsteady to forecast: what was added 3 weeks ago is out of the ordinary',
  ],
  ['a band', { kind: 'holds', chance: 10 / 15, inside: 9, weeks: 13 }, '67 % chance that it holds · inside in 9 of 13 weeks'],
  ['nothing to say', null, undefined],
])('says in one line what is to be said of %s', (_, of, said) => {
  expect(words(of)).toBe(said);
});

it('speaks of no chance once the due day is over', () => {
  expect(words(told, '2027-01-01')).toBe('50 % by 5 Dec 2026 · 85 % by 2 Jan');
});
