/**
 * The record of how things were changed: who, when, why, and each field before and after. A record is written before the change itself; the
 * changed row names it, and it names the one before, so that records of changes that never happened are in no chain.
 */
import { z } from 'zod';
import { numberOf, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';
import { replaceRows } from './statement';

export type FieldChangeRecord = { readonly field: string; readonly before: string | null; readonly after: string | null };

/** A setting is known by its name, an OKR admin by the account. */
export type ChangedThing = {
  readonly type: 'objective' | 'key-result' | 'check-in' | 'cycle' | 'group' | 'setting' | 'okr-admin';
  readonly id: string;
};

export type PlanChangeRecord = {
  readonly id: string;
  readonly subject: ChangedThing;
  /** The change before this one; null for the first. */
  readonly beforeId: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly byAccountId: string;
  readonly reason: string | null;
  readonly fields: readonly FieldChangeRecord[];
  /** The row it is about goes with the change: it holds once there is none. */
  readonly isLast: boolean;
};

const fieldsSchema = z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }));

export const parseFields = (text: string): readonly FieldChangeRecord[] => fieldsSchema.parse(JSON.parse(text));

/**
 * Whether the record under `p` is of a change that was made: the row under this alias names it, or a later record does, which only records that
 * a row has named are.
 */
export const wasMade = (alias: string): string =>
  `(p.id = ${alias}.change_id OR EXISTS (SELECT 1 FROM plan_change later WHERE later.before_id = p.id))`;

export const createPlanChangeStore = (sql: SqlClient) => {
  const addAll = (changes: readonly PlanChangeRecord[]): Promise<void> =>
    replaceRows(
      sql,
      'plan_change',
      ['id', 'subject_type', 'subject_id', 'before_id', 'changed_at', 'changed_by', 'reason', 'fields', 'is_last'],
      changes.map(({ id, subject, beforeId, at, byAccountId, reason, fields, isLast }) => [
        id,
        subject.type,
        subject.id,
        beforeId,
        at,
        byAccountId,
        reason,
        JSON.stringify(fields),
        isLast ? 1 : 0,
      ]),
    );

  return {
    add: (change: PlanChangeRecord): Promise<void> => addAll([change]),
    addAll,

    /** The changes that led to `lastId`, newest first. */
    async listChain(subject: ChangedThing, lastId: string | null): Promise<readonly PlanChangeRecord[]> {
      if (lastId === null) return [];
      const rows = await sql.query(
        `SELECT id, before_id, changed_at, changed_by, reason, fields FROM plan_change
         WHERE subject_id = ? AND subject_type = ? AND is_last = 0 ORDER BY id`,
        [subject.id, subject.type],
      );
      const byId = new Map(
        rows.map((row) => [
          textOf(row, 'id'),
          {
            id: textOf(row, 'id'),
            subject,
            beforeId: textOrNull(row, 'before_id'),
            at: numberOf(row, 'changed_at'),
            byAccountId: textOf(row, 'changed_by'),
            reason: textOrNull(row, 'reason'),
            fields: parseFields(textOf(row, 'fields')),
            isLast: false,
          },
        ]),
      );
      const chain: PlanChangeRecord[] = [];
      for (let change = byId.get(lastId); change !== undefined; change = change.beforeId === null ? undefined : byId.get(change.beforeId)) {
        chain.push(change);
        byId.delete(change.id);
      }
      return chain;
    },
  };
};
