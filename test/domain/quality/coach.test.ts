/** The coach, whatever is written: it never throws, points into the text, and never likes a text less once something in it is mended. */
import fc from 'fast-check';
import { coachKeyResult, coachObjective } from '../../../src/domain/quality/coach';
import type { KeyResultWording, MeasureWording } from '../../../src/domain/quality/key-result-wording';
import { lexiconOf } from '../../../src/domain/quality/lexicon';
import { keyResultRuleIds, objectiveRuleIds } from '../../../src/domain/quality/rule-ids';
import { colourOf, strengthOf, type Coached, type Verdict } from '../../../src/domain/quality/verdict';
import { wordListsOf } from '../../../src/domain/quality/site-words';
import { wordsEn } from '../../../src/domain/quality/words-en';

const english = lexiconOf([wordsEn]);
const none = lexiconOf([]);

/** Any Unicode at all, lone surrogates too, and texts of words that the rules look at. */
const listed = Object.values(wordsEn.words).flat();
const signs = [
  '5',
  '1,200',
  '50%',
  '$5M',
  '→',
  '(',
  ')',
  '[N]',
  '#1',
  'Q3',
  '2026-10-01',
  '3.',
  ':',
  ';',
  ',',
  'P95',
  '12:1',
  '顧客',
  'Kunde',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 255 }),
  fc.array(fc.oneof(fc.constantFrom(...listed), fc.constantFrom(...signs)), { maxLength: 30 }).map((words) => words.join(' ')),
);
const number = fc.option(fc.integer());
const measure: fc.Arbitrary<MeasureWording> = fc.oneof(
  fc.constant({ kind: 'words' as const }),
  fc.constant({ kind: 'work' as const }),
  fc.record({ kind: fc.constant('milestones' as const), count: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('metric' as const), start: number, target: number, unit: fc.constantFrom('', '%', 's') }),
  fc.record({ kind: fc.constant('band' as const), low: number, high: number, unit: fc.constantFrom('', '%', 's') }),
);
const plan = fc.option(fc.record({ hasOwner: fc.boolean(), hasDue: fc.boolean() }));
const keyResult: fc.Arbitrary<KeyResultWording> = fc.record({ title: text, measure, plan });

const strength = (coached: Coached): number => coached.strength ?? 0;
const verdictOf = (coached: Coached, rule: string): Verdict | null => coached.checks.find((check) => check.rule === rule)?.verdict ?? null;

describe('the coach, whatever is written', () => {
  it('never throws, gives a strength of 0 to 100 and points to places in the text, in order', () => {
    fc.assert(
      fc.property(keyResult, fc.constantFrom(english, none), (draft, lexicon) => {
        const faults = [coachObjective(draft.title, lexicon), coachKeyResult(draft, lexicon)].flatMap((coached) => [
          ...(strength(coached) >= 0 && strength(coached) <= 100 ? [] : [coached.strength]),
          ...coached.checks.flatMap(({ sentence, where }) => [
            ...(/[.?]$/.test(sentence) ? [] : [sentence]),
            ...where.filter(({ start, end }, at) => start < (where[at - 1]?.end ?? 0) || start >= end || end > draft.title.length),
          ]),
        ]);
        expect(faults).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same again of the same text', () => {
    fc.assert(fc.property(keyResult, (draft) => expect(coachKeyResult(draft, english)).toEqual(coachKeyResult(draft, english))));
  });

  it('judges by the same rules whatever the letters are written with', () => {
    fc.assert(
      fc.property(fc.constantFrom('Améliorer le café', 'Improve the café menu for all guests', 'Über 5 Gäste'), (words) => {
        const findings = (form: string) =>
          coachObjective(words.normalize(form), english).checks.map(({ rule, verdict }) => [rule, verdict]);
        expect(findings('NFD')).toEqual(findings('NFC'));
      }),
    );
  });
});

describe('strength', () => {
  const verdict = fc.constantFrom<Verdict>('pass', 'warn', 'fail');

  it('is (pass + ½ warn) ÷ checks · 100, and none without checks', () => {
    expect(strengthOf(['pass', 'warn', 'fail', 'pass'])).toBe(62.5);
    expect(strengthOf([])).toBeNull();
  });

  it.each([
    [0, 'red'],
    [44.9, 'red'],
    [45, 'amber'],
    [74.9, 'amber'],
    [75, 'green'],
    [100, 'green'],
  ])('of %d is %s', (value, colour) => expect(colourOf(value)).toBe(colour));

  it('does not fall when a check gets better', () => {
    const better: Readonly<Record<Verdict, Verdict>> = { fail: 'warn', warn: 'pass', pass: 'pass' };
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1 }), fc.nat(), (verdicts, seed) => {
        const at = seed % verdicts.length;
        const mended = verdicts.map((each, index) => (index === at ? better[each] : each));
        expect(strengthOf(mended)).toBeGreaterThanOrEqual(strengthOf(verdicts) ?? 0);
      }),
    );
  });
});

describe('mending', () => {
  /** What somebody does about a check of a key result that did not pass, in the field it is about. */
  const mends: readonly (readonly [string, (draft: KeyResultWording) => KeyResultWording])[] = [
    ['owner', (draft) => ({ ...draft, plan: { hasOwner: true, hasDue: draft.plan?.hasDue ?? true } })],
    ['due', (draft) => ({ ...draft, plan: { hasDue: true, hasOwner: draft.plan?.hasOwner ?? true } })],
    ['start', (draft) => (draft.measure.kind === 'metric' ? { ...draft, measure: { ...draft.measure, start: 1 } } : draft)],
    ['target', (draft) => (draft.measure.kind === 'metric' ? { ...draft, measure: { ...draft.measure, target: 2 } } : draft)],
    [
      'unit',
      (draft) =>
        draft.measure.kind === 'metric' || draft.measure.kind === 'band' ? { ...draft, measure: { ...draft.measure, unit: '%' } } : draft,
    ],
  ];

  it.each(mends)('a key result at the rule “%s” makes it pass and never weaker', (rule, mend) => {
    fc.assert(
      fc.property(keyResult, (draft) => {
        const before = coachKeyResult(draft, english);
        const verdict = verdictOf(before, rule);
        fc.pre(verdict === 'fail' || verdict === 'warn');
        const mended = mend(draft);
        fc.pre(mended !== draft);
        const after = coachKeyResult(mended, english);
        expect(verdictOf(after, rule)).toBe('pass');
        expect(strength(after)).toBeGreaterThanOrEqual(strength(before));
      }),
    );
  });

  const people = fc.constantFrom('drivers', 'small bakeries', 'new teammates');
  const thing = fc.constantFrom('route planner', 'loyalty programme', 'returns portal', 'pricing tier');
  const task = fc.constantFrom('Launch', 'Ship', 'Roll out', 'Implement', 'Publish');

  it('an objective by a purpose, in the place of a bare task, makes it stronger', () => {
    fc.assert(
      fc.property(task, thing, people, (verb, what, who) => {
        const bare = coachObjective(`${verb} the ${what}`, english);
        const said = coachObjective(`${verb} the ${what} so that ${who} save time`, english);
        const aim = coachObjective(`Become the ${what} that ${who} rely on`, english);
        expect(strength(said)).toBeGreaterThan(strength(bare));
        expect(strength(aim)).toBeGreaterThan(strength(said));
      }),
    );
  });

  it('a key result by a target, then by a start, makes it stronger each time', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 11, max: 99 }), fc.integer({ min: 1, max: 10 }), (who, target, start) => {
        const coach = (title: string) => strength(coachKeyResult({ title, measure: { kind: 'words' }, plan: null }, english));
        const bare = coach(`Increase the number of ${who}`);
        const aimed = coach(`Increase the number of ${who} to ${target}`);
        expect(aimed).toBeGreaterThan(bare);
        expect(coach(`Increase the number of ${who} from ${start} to ${target}`)).toBeGreaterThan(aimed);
      }),
    );
  });

  it('by filling in what was left open never makes a text weaker', () => {
    fc.assert(
      fc.property(keyResult, fc.constantFrom('[N]', '$X', 'X%', 'TBD'), (draft, open) => {
        const filled = open === 'X%' ? '7%' : open === '$X' ? '$7' : '7';
        const coach = (words: string) => strength(coachKeyResult({ ...draft, title: `Reach ${words} active drivers a week` }, english));
        expect(coach(filled)).toBeGreaterThanOrEqual(coach(open));
      }),
    );
  });
});

describe('dismissing', () => {
  it('takes a rule out of the checks, whatever it said', () => {
    fc.assert(
      fc.property(keyResult, fc.subarray([...keyResultRuleIds]), (draft, dismissed) => {
        const all = coachKeyResult(draft, english).checks;
        expect(coachKeyResult(draft, english, dismissed).checks).toEqual(all.filter(({ rule }) => !dismissed.includes(rule)));
      }),
    );
  });

  it('every rule leaves nothing to be strong or weak', () => {
    expect(coachObjective('Launch', english, objectiveRuleIds)).toEqual({ checks: [], strength: null, colour: null });
  });
});

describe('word lists', () => {
  const german = { language: 'de', words: { taskVerbs: ['Einführen', 'auf die Beine stellen'], smallWords: ['der', 'die', 'das'] } };
  const withGerman = lexiconOf(wordListsOf([german]));

  it('of another language count beside English, in any letters, several words in a row too', () => {
    const task = (title: string) => verdictOf(coachObjective(title, withGerman), 'not-a-task');
    expect(task('einführen der neuen Tourenplanung')).toBe('fail');
    expect(task('Auf die Beine stellen: die neue Tourenplanung')).toBe('fail');
    expect(task('Launch the new planner')).toBe('fail');
    expect(verdictOf(coachObjective('Einführen der neuen Tourenplanung', english), 'not-a-task')).toBe('pass');
  });

  it('that were changed stand in the place of the built-in ones, group by group', () => {
    const own = lexiconOf(wordListsOf([{ language: 'en', words: { taskVerbs: ['craft'] } }]));
    const task = (title: string) => verdictOf(coachObjective(title, own), 'not-a-task');
    expect([task('Craft the new planner'), task('Launch the new planner'), task('Build the new planner')]).toEqual([
      'fail',
      'pass',
      'warn',
    ]);
  });

  it('that are empty leave the form to judge', () => {
    const rules = coachObjective('Launch the new planner for 20 drivers', none).checks.flatMap(({ rule, verdict }) =>
      verdict === 'pass' ? [] : [rule],
    );
    expect(rules).toEqual(['words-not-numbers']);
  });
});

describe('long texts', () => {
  /** Of several tries the quickest: others use the machine too. */
  const quickest = (title: string): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const began = performance.now();
        coachKeyResult({ title, measure: { kind: 'words' }, plan: null }, english);
        coachObjective(title, english);
        return performance.now() - began;
      }),
    );

  it.each([
    ['words', 'we will ship more features and 5 docs '],
    ['digits', '1.1'],
    ['brackets', '(5 '],
    ['question marks', '?'],
    ['arrows', '5 % per user -'],
    ['spaces', ' '],
  ])('of %s are read in time that grows with their length', (_name, unit) => {
    const [short, long] = [quickest(unit.repeat(200)), quickest(unit.repeat(1_600))];
    // Eight times the text; what grows with the square of the length would take sixty-four times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 30);
  });
});
