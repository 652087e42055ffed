/** The ladder and the caps, held to docs/rhythm.md row by row. */
import { addDays, type Calendar } from '../../../src/domain/calendar';
import { standardLadder } from '../../../src/domain/reminders/ladder';
import type { Waiting } from '../../../src/domain/reminders/waiting';
import { goldenTable, readList } from '../../support/golden-tables';
import { rememberingInbox } from './remembering-inbox';

const checkIn = (subjectId: string, dueDay: string): Waiting => ({
  type: 'check-in',
  subjectId,
  dueDay,
  ownerIds: ['O'],
  contributorIds: ['C'],
  objectiveOwnerIds: ['B'],
});

const calendarWith = (holidays: readonly string[]): Calendar => ({ workingWeekdays: [1, 2, 3, 4, 5], holidays: new Set(holidays) });

describe('the ladder, row by row', () => {
  test.each(goldenTable('ladder', 'rhythm.md').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const inbox = rememberingInbox(calendarWith(readList(cell('days off'))), { ladder: standardLadder, perWeek: 10 });
    const due = cell('due');
    const told: string[] = [];
    for (let ahead = 0; ahead < 30; ahead += 1) {
      const day = addDays(due, ahead);
      const people = inbox.pass(day, [checkIn('key-result', due)]).reminders.map(({ accountId }) => accountId);
      if (people.length > 0) told.push(`${day} ${people.join(' ')}`);
    }
    expect(told.join(', ')).toBe(cell('told'));
  });
});

describe('the caps, row by row', () => {
  test.each(goldenTable('caps', 'rhythm.md').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const monday = '2026-11-02';
    const calendar = calendarWith([]);
    const inbox = rememberingInbox(calendar, { ladder: standardLadder, perWeek: Number(cell('a week')) });
    const waiting = Array.from({ length: Number(cell('key results')) }, (_, index) => checkIn(`key-result-${index}`, monday));
    const ofOwner: string[] = [];
    const heldBack: string[] = [];
    const days = Array.from({ length: 14 }, (_, ahead) => addDays(monday, ahead)).filter((day) => new Date(day).getUTCDay() % 6 !== 0);
    for (const day of days.slice(0, readList(cell('told')).length)) {
      const chosen = inbox.pass(day, waiting);
      ofOwner.push(String(chosen.reminders.filter(({ accountId }) => accountId === 'O').length));
      heldBack.push(String(chosen.heldBack.get('O') ?? 0));
    }
    expect({ told: ofOwner.join(', '), heldBack: heldBack.join(', ') }).toEqual({ told: cell('told'), heldBack: cell('held back') });
  });
});
