import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar';
import { checkInDueDay, isStale, type Attention } from '../../src/domain/check-in-due';
import type { CycleState } from '../../src/domain/cycle';
import { shownHealth } from '../../src/domain/health';
import type { Health } from '../../src/domain/model';
import { goldenTable } from '../support/golden-tables';
import { arbitraryDay } from './arbitrary-day';

const states: readonly CycleState[] = ['draft', 'running', 'closed'];
const healths: readonly Health[] = ['done', 'on-track', 'at-risk', 'off-track', 'not-started', 'not-measured'];

const oneOf = <T extends string>(words: readonly T[], text: string): T => {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new Error(`"${text}" is none of ${words.join(', ')}`);
  return word;
};
const dayOrNull = (text: string): string | null => (text === '–' ? null : text);

describe('stale, row by row', () => {
  test.each(goldenTable('stale').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const paced = oneOf(healths, cell('health by pace'));
    const today = cell('today');
    const about: Attention = {
      cycleState: oneOf(states, cell('cycle')),
      startDay: cell('start'),
      endDay: '2026-12-31',
      createdDay: cell('written'),
      lastDay: dayOrNull(cell('last')),
      isDone: paced === 'done',
    };
    const due = checkInDueDay(about, today, Number(cell('cadence')));
    expect(due).toBe(dayOrNull(cell('due')));
    expect(shownHealth(paced, isStale(due, today), null, today).health).toBe(cell('shown'));
  });
});

const running = fc.record({
  cycleState: fc.constant('running' as const),
  startDay: fc.constant('2026-10-01'),
  endDay: fc.constant('2026-12-31'),
  createdDay: arbitraryDay,
  lastDay: fc.option(arbitraryDay),
  isDone: fc.boolean(),
});

describe('check-ins, whenever', () => {
  it('whoever checks in today is not stale today, whatever was before', () => {
    fc.assert(
      fc.property(running, arbitraryDay, fc.integer({ min: 1, max: 92 }), (about, today, cadence) => {
        expect(isStale(checkInDueDay({ ...about, lastDay: today }, today, cadence), today)).toBe(false);
      }),
    );
  });

  it('a longer cadence is never due earlier', () => {
    fc.assert(
      fc.property(running, arbitraryDay, fc.integer({ min: 1, max: 60 }), (about, today, cadence) => {
        const [often, seldom] = [checkInDueDay(about, today, cadence), checkInDueDay(about, today, cadence + 1)];
        if (often === null) expect(seldom).toBeNull();
        else expect(seldom).toBe(addDays(often, 1));
      }),
    );
  });
});

describe('a health that somebody says', () => {
  const said = { health: 'on-track', reason: 'The vendor has confirmed', untilDay: '2026-11-20' } as const;

  it('holds through its last day, also over what is stale, and ends by itself', () => {
    expect(shownHealth('off-track', true, said, '2026-11-20')).toEqual({ health: 'on-track', because: 'override' });
    expect(shownHealth('off-track', true, said, '2026-11-21')).toEqual({ health: 'off-track', because: null });
    expect(shownHealth('on-track', true, said, '2026-11-21')).toEqual({ health: 'at-risk', because: 'stale' });
  });
});
