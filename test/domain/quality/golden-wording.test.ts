/** The coach, held to docs/quality.md: its examples row by row, and its rules word by word. */
import { coachKeyResult, coachObjective } from '../../../src/domain/quality/coach';
import { keyResultRules } from '../../../src/domain/quality/key-result-rules';
import { lexiconOf } from '../../../src/domain/quality/lexicon';
import { objectiveRules } from '../../../src/domain/quality/objective-rules';
import type { Coached, Verdict } from '../../../src/domain/quality/verdict';
import { wordsEn } from '../../../src/domain/quality/words-en';
import { goldenTable, tableUnder } from '../../support/golden-tables';

const english = lexiconOf([wordsEn]);
const named = (coached: Coached, verdict: Verdict): string =>
  coached.checks.flatMap((check) => (check.verdict === verdict ? [check.rule] : [])).join(', ') || '–';

const asRow = (coached: Coached) => ({
  strength: String(Math.floor(coached.strength ?? -1)),
  colour: coached.colour,
  fails: named(coached, 'fail'),
  warns: named(coached, 'warn'),
});

describe.each([
  ['objective', (text: string): Coached => coachObjective(text, english)],
  ['key result', (text: string): Coached => coachKeyResult({ title: text, measure: { kind: 'words' }, plan: null }, english)],
])('%s wording, row by row', (subject, coach) => {
  test.each(goldenTable(`${subject} wording`, 'quality.md').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const expected = { strength: cell('strength'), colour: cell('colour'), fails: cell('fails'), warns: cell('warns') };
    expect(asRow(coach(cell('text')))).toEqual(expected);
  });
});

test.each([
  ['objectives', objectiveRules],
  ['key results', keyResultRules],
] as const)('the page tells the rules of %s as the app does', (subject, rules) => {
  expect(tableUnder(`### Rules of ${subject}`, 'quality.md').slice(1)).toEqual(
    rules.map(({ name, id, looksAt, why, instead }) => [name, id, looksAt, why, instead]),
  );
});
