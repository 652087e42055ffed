/** What the ten derailers are called on screens: by what is there when they are not. */
import type { Derailer } from '../../../src/domain/radar/derailers';

export const radarTitles: Readonly<Record<Derailer, string>> = {
  realistic: 'Realistic',
  planned: 'Planned',
  aligned: 'Aligned',
  communicated: 'Communicated',
  monitored: 'Monitored',
  known: 'Known',
  'well-put': 'Well put',
  'followed-up': 'Followed up',
  owned: 'Owned',
  'bought-into': 'Bought into',
};
