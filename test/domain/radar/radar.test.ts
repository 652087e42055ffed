/** What holds of every score of the radar, whatever the facts. */
import fc from 'fast-check';
import { radarOf, spokeOf } from '../../../src/domain/radar/radar';
import { anyFacts } from './arbitrary-facts';
import { mended } from './mended';

const hair = 1e-9;

describe('the radar', () => {
  it('scores from 0 to 100, and 100 exactly where it finds nothing', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { score, evidence, missing } of radarOf(facts)) {
          if (score === null) expect([evidence.length, missing === null]).toEqual([0, false]);
          else {
            expect(score).toBeGreaterThanOrEqual(-hair);
            expect(score).toBeLessThanOrEqual(100 + hair);
            expect(score > 100 - hair).toBe(evidence.length === 0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never falls when one piece of evidence is seen to', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (facts, pick) => {
        for (const { derailer, score, evidence } of radarOf(facts)) {
          const seenTo = evidence[pick % Math.max(1, evidence.length)];
          if (seenTo === undefined || score === null) continue;
          // With fewer objectives there is less of everything: what is left may be worse than what has gone.
          if (seenTo.kind === 'too-many-objectives') continue;
          const after = spokeOf(derailer, mended(facts, seenTo)).score ?? 100;
          if (after < score - hair) throw new Error(`Seeing to ${seenTo.kind} takes ${derailer} from ${score} to ${after}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of the objectives', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const scores = (of: typeof facts) => radarOf(of).map(({ score }) => (score === null ? null : Math.round(score * 1e6)));
        expect(scores({ ...facts, objectives: facts.objectives.toReversed() })).toEqual(scores(facts));
      }),
      { numRuns: 60 },
    );
  });
});
