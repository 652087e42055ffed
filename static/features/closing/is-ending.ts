/** Whether a cycle is one to be graded: it runs, and its end is near or behind. Pure. */
import type { CycleView } from '../../../src/contract/okr';
import { addDays } from '../../../src/domain/calendar';

/** So many days before the last one it begins. */
const DAYS = 14;

export const isEnding = ({ state, endDay }: CycleView, today: string): boolean => state === 'running' && today >= addDays(endDay, -DAYS);
