/**
 * The record of how a plan was changed: who, when, why, and each field before and after. A record is written before the change itself; the
 * changed row names it, and it names the one before, so that records of changes that never happened are in no chain.
 */
import { z } from 'zod';
import { numberOf, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';
import { replaceRows } from './statement';

export type FieldChangeRecord = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type PlanChangeRecord = {
  readonly id: string;
  /** The objective or key result. */
  readonly subjectId: string;
  /** The change before this one; null for the first. */
  readonly beforeId: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly byAccountId: string;
  readonly reason: string | null;
  readonly fields: readonly FieldChangeRecord[];
};

const fieldsSchema = z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }));

export const createPlanChangeStore = (sql: SqlClient) => {
  const addAll = (changes: readonly PlanChangeRecord[]): Promise<void> =>
    replaceRows(
      sql,
      'plan_change',
      ['id', 'subject_id', 'before_id', 'changed_at', 'changed_by', 'reason', 'fields'],
      changes.map(({ id, subjectId, beforeId, at, byAccountId, reason, fields }) => [
        id,
        subjectId,
        beforeId,
        at,
        byAccountId,
        reason,
        JSON.stringify(fields),
      ]),
    );

  return {
    add: (change: PlanChangeRecord): Promise<void> => addAll([change]),
    addAll,

    /** The changes that led to `lastId`, newest first. */
    async listChain(subjectId: string, lastId: string | null): Promise<readonly PlanChangeRecord[]> {
      if (lastId === null) return [];
      const rows = await sql.query(
        'SELECT id, before_id, changed_at, changed_by, reason, fields FROM plan_change WHERE subject_id = ? ORDER BY id',
        [subjectId],
      );
      const byId = new Map(
        rows.map((row) => [
          textOf(row, 'id'),
          {
            id: textOf(row, 'id'),
            subjectId,
            beforeId: textOrNull(row, 'before_id'),
            at: numberOf(row, 'changed_at'),
            byAccountId: textOf(row, 'changed_by'),
            reason: textOrNull(row, 'reason'),
            fields: fieldsSchema.parse(JSON.parse(textOf(row, 'fields'))),
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
