/** A forecast in one line of words, and why there is none. Pure; formatted days come in. */
import type { ForecastView } from '../../../src/contract/forecast';
import { LEAST_WEEKS } from '../../../src/domain/forecast/forecast';
import { percentText } from '../../ui/percent';
import type { Format } from '../../ui/format';

const ago = (weeks: number): string => (weeks === 0 ? 'last week' : `${weeks + 1} weeks ago`);

const unsteady = { finished: 'what was finished', added: 'what was added', value: 'the value' } as const;

export const chanceBy = (chance: number, dueDay: string, today: string, format: Format): string =>
  `${percentText(chance)} chance by ${format.day(dueDay, today)}`;

/** `81 % chance by 31 Dec · 50 % by 5 Dec · 85 % by 2 Jan 2027`. Null where there is nothing to say. */
export const forecastWords = ({ told, today, dueDay }: ForecastView, format: Format): string | null => {
  switch (told?.kind) {
    case undefined:
      return null;
    case 'not-enough-data':
      return `Not enough data for a forecast yet: ${told.weeks} of ${LEAST_WEEKS} weeks`;
    case 'unstable':
      return `Too unsteady to forecast: ${unsteady[told.what]} ${ago(told.weeksAgo)} is out of the ordinary`;
    case 'holds':
      return today > dueDay ? null : `${percentText(told.chance)} chance that it holds · inside in ${told.inside} of ${told.weeks} weeks`;
    case 'forecast': {
      const { at50, at85 } = told.days;
      const by = (percent: number, day: string | null) =>
        day === null ? `${percent}\u00a0% not within a year` : `${percent}\u00a0% by ${format.day(day, today)}`;
      const days = at50 === null ? ['at this rate never'] : [by(50, at50), by(85, at85)];
      return [...(today > dueDay ? [] : [chanceBy(told.chance, dueDay, today, format)]), ...days].join(' · ');
    }
  }
};
