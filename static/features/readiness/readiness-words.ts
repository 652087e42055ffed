/** What has to be settled before a cycle begins, in words: what is asked, what is missing, and what to do about it. */
import type { CycleReadiness } from '../../../src/contract/readiness';
import type { ReadinessCheck } from '../../../src/domain/readiness';

const things = (most: number): string => (most === 1 ? '1 thing' : `${most} things`);

function keyResultsIn({ fewestKeyResults: fewest, mostKeyResults: most }: CycleReadiness['limits']): string {
  if (fewest < most) return `${fewest} to ${most} key results`;
  return most === 1 ? '1 key result' : `${most} key results`;
}

/** The cycle before it, by name. */
const before = ({ previous }: CycleReadiness): string => previous?.name ?? 'the cycle before it';

type Words = { readonly title: string; readonly missing: string };

export const readinessWords = (check: ReadinessCheck, readiness: CycleReadiness): Words => {
  switch (check) {
    case 'dates':
      return {
        title: 'Its days are its own',
        missing: 'It has days in common with another cycle, and neither lies in the other. Change the days of one.',
      };
    case 'themes':
      return {
        title: 'It has themes',
        missing: 'Nobody has said what it is to be about. Name one to three themes, so that teams aim at the same things.',
      };
    case 'previous-closed':
      return { title: `${before(readiness)} is closed`, missing: 'While it runs on, people keep two plans. Close it when it is over.' };
    case 'previous-graded':
      return {
        title: `${before(readiness)} is graded`,
        missing: 'What it was worth is not said yet. Grade what is left before the next plan repeats it.',
      };
    case 'company-objectives':
      return {
        title: `The company wants at most ${things(readiness.limits.companyObjectives)}`,
        missing: 'There are more. Drop or merge some: what is left gets the attention.',
      };
    case 'group-objectives':
      return {
        title: `No group wants more than ${things(readiness.limits.companyObjectives)}`,
        missing: 'Some want more. Drop or merge some with their leads.',
      };
    case 'project-objectives':
      return {
        title: `No project wants more than ${things(readiness.limits.projectObjectives)}`,
        missing: 'Some want more. Drop or merge some with their leads.',
      };
    case 'key-results':
      return {
        title: `Every objective has ${keyResultsIn(readiness.limits)}`,
        missing: 'There are no objectives yet, or some with too few key results to tell, or too many to keep.',
      };
    case 'capacity':
      return {
        title: 'Somebody has looked at capacity',
        missing:
          'Nobody has said what people can do in it. Look at who is there, at the holidays and at what runs anyway, and write down what you found.',
      };
  }
};
