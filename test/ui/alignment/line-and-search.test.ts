/** The line in the address, the ways up from where it starts, what a search finds, and what links are called. */
import { alignmentForest, type LinkState } from '../../../src/domain/alignment-forest';
import { waysUp } from '../../../static/features/alignment/line';
import { lineOfSearch, searchForLine, searchWithLine, type LineStart } from '../../../static/features/alignment/line-address';
import { found, issueKeyOf } from '../../../static/features/alignment/search';
import { healthCounts, linkWords } from '../../../static/features/alignment/words';
import { forest as objectives } from './sample-alignment';

const forest = alignmentForest(objectives, []);

describe('the line in the address', () => {
  test.each<[LineStart, string]>([
    [{ from: 'objective', id: 'o-1' }, '?view=alignment&line=objective.o-1'],
    [{ from: 'key-result', id: 'k.1' }, '?view=alignment&line=key-result.k.1'],
    [{ from: 'issue', key: 'WEB-12' }, '?view=alignment&line=issue.WEB-12'],
  ])('%j is written, read, and taken out again', (start, search) => {
    expect(searchWithLine(start, '?view=alignment')).toBe(search);
    expect(lineOfSearch(search)).toEqual(start);
    expect(searchWithLine(null, search)).toBe('?view=alignment');
  });

  test.each(['', '?line=', '?line=moon.1', '?line=objective', '?line=objective.'])('%s names none', (search) => {
    expect(lineOfSearch(search)).toBeNull();
  });
});

it('leads to the alignment with the line, from wherever', () => {
  expect(searchForLine({ from: 'key-result', id: 'k-1' }, '?cycle=q4&view=check-ins')).toBe('?cycle=q4&view=alignment&line=key-result.k-1');
});

describe('the ways up', () => {
  const ways = (start: LineStart, served: readonly string[] = []) =>
    waysUp(forest, start, served).map(({ keyResult, objectives: line }) => [keyResult?.key ?? null, ...line.map(({ key }) => key)]);

  test.each<[LineStart, readonly string[], unknown]>([
    [{ from: 'objective', id: 'o-3' }, [], [[null, 'O-3', 'O-2', 'O-1']]],
    [{ from: 'key-result', id: 'kr-4' }, [], [['KR-4', 'O-3', 'O-2', 'O-1']]],
    [
      { from: 'issue', key: 'WEB-1' },
      ['kr-4', 'elsewhere', 'kr-3'],
      [
        ['KR-4', 'O-3', 'O-2', 'O-1'],
        ['KR-3', 'O-3', 'O-2', 'O-1'],
      ],
    ],
    [{ from: 'issue', key: 'WEB-1' }, [], []],
    [{ from: 'objective', id: 'nowhere' }, [], []],
  ])('from %j, which serves %j', (start, served, expected) => {
    expect(ways(start, served)).toEqual(expected);
  });
});

describe('a search', () => {
  test.each([
    ['  ', null],
    ['checkout', ['o-3']],
    ['o-2', ['o-2']],
    ['PAY time', ['o-3']],
    ['time conversion', []],
  ])('for “%s” finds %j', (text, ids) => {
    const set = found(objectives, text);
    expect(set && [...set]).toEqual(ids);
  });

  test.each([
    ['web-12', 'WEB-12'],
    [' A2_B-1 ', 'A2_B-1'],
    ['KR-12', null],
    ['O-7', null],
    ['web 12', null],
  ])('takes “%s” for the issue %s', (text, key) => {
    expect(issueKeyOf(text)).toBe(key);
  });
});

it('has words for every link that deserves a look, and none for one that holds', () => {
  const states: readonly LinkState[] = ['loop', 'archived', 'gone', 'other-cycle', 'unseen', 'waiting', 'declined'];
  const words = states.map((state) => linkWords({ state, skipsLevel: false, lostKeyResult: false }));
  expect(new Set(words).size).toBe(states.length);
  expect(words).not.toContain(null);
  expect(linkWords({ state: 'held', skipsLevel: false, lostKeyResult: false })).toBeNull();
  expect(linkWords({ state: 'held', skipsLevel: true, lostKeyResult: false })).toBe('passes over its group');
  expect(linkWords({ state: 'held', skipsLevel: false, lostKeyResult: true })).toBe('its key result is gone');
});

it('counts key results by health, the best first', () => {
  expect(healthCounts([{ health: 'off-track' }, { health: 'done' }, { health: 'off-track' }])).toEqual([
    { health: 'done', count: 1 },
    { health: 'off-track', count: 2 },
  ]);
});
