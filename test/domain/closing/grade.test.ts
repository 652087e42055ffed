import fc from 'fast-check';
import { ambitions, type Ambition } from '../../../src/domain/closing/ambition';
import { asksCause, gradeShown, gradeVerdict, suggestedGrade, suggestedObjectiveGrade } from '../../../src/domain/closing/grade';
import { goldenTable, readList, readRatio } from '../../support/golden-tables';

const rowsOf = (name: string) => goldenTable(name, 'closing.md').map((row) => [row.title, row] as const);

const ambitionOf = (text: string): Ambition => {
  const ambition = ambitions.find((each) => each === text);
  if (ambition === undefined) throw new Error(`"${text}" is no ambition`);
  return ambition;
};

describe('grades, row by row', () => {
  test.each(rowsOf('grades'))('%s', (_title, { cell }) => {
    const grade = suggestedGrade(readRatio(cell('progress')));
    expect(grade).toBe(readRatio(cell('suggested')));
    expect(gradeShown(grade)).toBe(readRatio(cell('shown')));
  });
});

/** `3 × 0.5, 1 × –`: weights and grades. */
const readParts = (text: string) =>
  readList(text).map((part) => {
    const [weight, grade = ''] = part.split(' × ');
    return { weight: Number(weight), grade: grade === '–' ? null : readRatio(grade) };
  });

describe('grades of objectives, row by row', () => {
  test.each(rowsOf('grades of objectives'))('%s', (_title, { cell }) => {
    expect(suggestedObjectiveGrade(readParts(cell('key results')), readRatio(cell('from elsewhere')))).toBe(readRatio(cell('suggested')));
  });
});

describe('what a grade means, row by row', () => {
  test.each(rowsOf('what a grade means'))('%s', (_title, { cell }) => {
    const verdict = gradeVerdict(readRatio(cell('grade')), ambitionOf(cell('ambition')));
    expect(verdict).toBe(cell('means'));
    expect(asksCause(verdict)).toBe(cell('asks for a cause') === 'yes');
  });
});

const ratio = fc.double({ min: -0.5, max: 1.5, noNaN: true });

describe('a grade', () => {
  it('is shown as a tenth, and never the other way round than it is', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const shown = gradeShown(less) ?? 0;
        expect(Math.round(shown * 10) / 10).toBe(shown);
        expect(shown).toBeLessThanOrEqual(gradeShown(more) ?? 0);
      }),
    );
  });

  it('never means less for being higher', () => {
    const worth = { missed: 0, part: 1, met: 2, learned: 3, 'not-graded': -1 } as const;
    fc.assert(
      fc.property(ratio, ratio, fc.constantFrom(...ambitions), (a, b, ambition) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(worth[gradeVerdict(less, ambition)]).toBeLessThanOrEqual(worth[gradeVerdict(more, ambition)]);
      }),
    );
  });

  it('of an objective lies among those of its key results, whatever their weights are measured in', () => {
    const part = fc.record({ weight: fc.integer({ min: 1, max: 9 }), grade: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.integer({ min: 2, max: 50 }), (parts, factor) => {
        const grade = suggestedObjectiveGrade(parts, null) ?? -1;
        const grades = parts.map((each) => each.grade);
        expect(grade).toBeGreaterThanOrEqual(Math.min(...grades) - 1e-9);
        expect(grade).toBeLessThanOrEqual(Math.max(...grades) + 1e-9);
        const scaled = parts.map((each) => ({ ...each, weight: each.weight * factor }));
        expect(suggestedObjectiveGrade(scaled, null)).toBeCloseTo(grade, 9);
      }),
    );
  });
});
