/** What there is too little of for a score, as a sentence. */
import type { Missing } from '../../../src/domain/radar/evidence';

export function missingWords(missing: Missing): string {
  switch (missing.kind) {
    case 'no-objectives':
      return 'No objectives in this cycle yet';
    case 'not-begun':
      return 'Nothing has begun yet';
    case 'no-forecasts':
      return 'No forecast yet: it takes four weeks of data';
    case 'no-words':
      return 'No words that the coach can judge';
    case 'few-votes':
      return missing.asked === 0 ? 'Nobody has been asked for a vote yet' : `Not enough votes yet (${missing.voted} of ${missing.asked})`;
  }
}
