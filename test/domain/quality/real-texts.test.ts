/**
 * The coach on real OKRs whose authors called them good or bad. A good text has to come out above a bad one, and no good text red. Of key results
 * nothing but the words is known.
 */
import { z } from 'zod';
import { coachKeyResult, coachObjective } from '../../../src/domain/quality/coach';
import { lexiconOf } from '../../../src/domain/quality/lexicon';
import { colourOf, type Coached, type Colour } from '../../../src/domain/quality/verdict';
import { wordsEn } from '../../../src/domain/quality/words-en';
import { describeWithData, sharedText } from '../../local/jira/shared-data';

const label = z.enum(['good', 'bad']);
const rows = z.array(z.object({ objective: z.string(), keyResults: z.array(z.string()), label: label.optional() }));
type Label = z.infer<typeof label>;
type Judged = { readonly text: string; readonly label: Label; readonly strength: number; readonly colour: Colour };

const english = lexiconOf([wordsEn]);

function judged(text: string, said: Label, { strength, colour }: Coached): readonly Judged[] {
  return strength === null || colour === null ? [] : [{ text, label: said, strength, colour }];
}

/** A text that one row calls good and another one bad was called so for what stands beside it. */
function withoutContradictions(texts: readonly Judged[]): readonly Judged[] {
  const labels = (text: string) => new Set(texts.filter((each) => each.text === text).map((each) => each.label));
  return texts.filter(({ text }) => labels(text).size === 1);
}

function pairsOf(texts: readonly Judged[]): { readonly pairs: number; readonly ranked: number; readonly share: number } {
  const [good, bad] = [texts.filter((text) => text.label === 'good'), texts.filter((text) => text.label === 'bad')];
  const ranked = good.reduce((sum, { strength }) => sum + bad.filter((other) => strength > other.strength).length, 0);
  const pairs = good.length * bad.length;
  return { pairs, ranked, share: ranked / pairs };
}

const confusion = (texts: readonly Judged[]): string =>
  (['good', 'bad'] as const)
    .map(
      (said) =>
        `${said}: ${(['green', 'amber', 'red'] as const).map((colour) => `${texts.filter((text) => text.label === said && text.colour === colour).length} ${colour}`).join(', ')}`,
    )
    .join('; ');

describeWithData('the coach on OKRs that their authors called good or bad', () => {
  const all = rows.parse(JSON.parse(sharedText('okr-texts.json')));
  const labelled = all.flatMap((row) => (row.label === undefined ? [] : [{ ...row, label: row.label }]));
  const hasObjective = (objective: string) => !objective.startsWith('(key results only');
  const ofKeyResult = (title: string) => coachKeyResult({ title, measure: { kind: 'words' }, plan: null }, english);
  const objectives = withoutContradictions(
    labelled.flatMap((row) =>
      hasObjective(row.objective) ? judged(row.objective, row.label, coachObjective(row.objective, english)) : [],
    ),
  );
  const keyResults = withoutContradictions(
    labelled.flatMap((row) => row.keyResults.flatMap((title) => judged(title, row.label, ofKeyResult(title)))),
  );
  /** An objective with its key results: the mean of their strengths. */
  const sets = labelled.map((row): Judged => {
    const parts = [...(hasObjective(row.objective) ? [coachObjective(row.objective, english)] : []), ...row.keyResults.map(ofKeyResult)];
    const strength = parts.reduce((sum, part) => sum + (part.strength ?? 0), 0) / parts.length;
    return { text: row.objective, label: row.label, strength, colour: colourOf(strength) };
  });

  test.each([
    ['objectives', objectives],
    ['key results', keyResults],
    ['objectives with their key results', sets],
  ])('of %s a good one is above a bad one in at least 90 % of the pairs', (name, texts) => {
    const { pairs, ranked, share } = pairsOf(texts);
    process.stdout.write(`${name}: ${ranked} of ${pairs} pairs (${(share * 100).toFixed(1)} %); ${confusion(texts)}\n`);
    expect(pairs).toBeGreaterThan(50);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  test('no good text is red', () => {
    const red = [...objectives, ...keyResults].filter((text) => text.label === 'good' && text.colour === 'red');
    expect(red).toEqual([]);
  });

  test('every text gets a judgement, labelled or not', () => {
    const texts = all.flatMap((row) => [coachObjective(row.objective, english), ...row.keyResults.map(ofKeyResult)]);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(({ strength }) => strength === null)).toEqual([]);
  });
});
