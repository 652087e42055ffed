/** The scores of the radar by week: one row a subject, cycle and week, written again while the week lasts, so that what stays is its end. */
import { z } from 'zod';
import { derailers, type Derailer } from '../domain/radar/derailers';
import { textOf } from './row';
import type { SqlClient } from './sql-client';
import { replaceRows } from './statement';

/** A company has an empty id. */
export type RadarSubject = { readonly type: 'objective' | 'project' | 'group' | 'company'; readonly id: string };

/** 0..100, unrounded; a derailer without enough data has none. */
export type Scores = Readonly<Partial<Record<Derailer, number>>>;

export type RadarWeekRecord = {
  readonly subject: RadarSubject;
  readonly cycleId: string;
  /** A Monday. */ readonly weekDay: string;
  readonly scores: Scores;
};

const schema = z.partialRecord(z.enum(derailers), z.number());

export const createRadarWeekStore = (sql: SqlClient) => ({
  write(weeks: readonly RadarWeekRecord[]): Promise<void> {
    return replaceRows(
      sql,
      'radar_week',
      ['subject_type', 'subject_id', 'cycle_id', 'week_day', 'scores'],
      weeks.map(({ subject, cycleId, weekDay, scores }) => [subject.type, subject.id, cycleId, weekDay, JSON.stringify(scores)]),
    );
  },

  /** Of one subject in a cycle, earliest first. */
  async list(subject: RadarSubject, cycleId: string): Promise<readonly { readonly weekDay: string; readonly scores: Scores }[]> {
    const rows = await sql.query(
      'SELECT week_day, scores FROM radar_week WHERE subject_type = ? AND subject_id = ? AND cycle_id = ? ORDER BY week_day',
      [subject.type, subject.id, cycleId],
    );
    return rows.map((row) => ({ weekDay: textOf(row, 'week_day'), scores: schema.parse(JSON.parse(textOf(row, 'scores'))) }));
  },
});
