/** What owners of the demo company say when they check in: for each key result one of these stories, the latest word last. */
import { createRandom } from '../random';
import type { DemoKeyResult } from './demo-okr';

type Word = { readonly confidence: number; readonly words: string; readonly blockers?: string };

const stories: readonly [readonly Word[], readonly Word[], readonly Word[], ...(readonly Word[])[]] = [
  [
    { confidence: 7, words: 'Under way as planned.' },
    { confidence: 6, words: 'Reviews take longer than we thought.', blockers: 'Two people are out this week' },
    { confidence: 7, words: 'Reviews are done; the rest is in testing.' },
  ],
  [
    { confidence: 8, words: 'On schedule. The first shops have it.' },
    { confidence: 8, words: 'Nothing new, and nothing in the way.' },
    { confidence: 9, words: 'It shows in the numbers of the week.' },
  ],
  [
    { confidence: 5, words: 'We have found more to do than we had planned.' },
    { confidence: 4, words: 'The numbers hardly move.', blockers: 'We wait for the decision on the new supplier' },
    { confidence: 4, words: 'Same as last week. We need a hand.', blockers: 'We wait for the decision on the new supplier' },
  ],
  [
    { confidence: 6, words: 'A slow week: an incident took two days of it.' },
    { confidence: 7, words: 'Caught up.' },
    { confidence: 7, words: 'Half of what is left is in review.' },
  ],
  [
    { confidence: 7, words: '' },
    { confidence: 7, words: '' },
    { confidence: 8, words: '' },
  ],
];

/** What is said of the key result in its last weeks, the latest last: by its title, unless it is known to go well or badly. */
export function checkInWords({ title, isToldOf, isStuck }: Pick<DemoKeyResult, 'title' | 'isToldOf' | 'isStuck'>): readonly Word[] {
  if (isToldOf) return stories[1];
  return isStuck ? stories[2] : createRandom(`said of ${title}`).pick(stories);
}
