/** Tells the app an edit of something under the version it has there, as a person does who has just looked at it. */
import type { Input } from '../../src/contract/api';
import { asAda, type Life, type Who } from './life';
import type { Crash } from './random-steps';
import { tellApp } from './tell-app';

async function versionOf(life: Life, table: 'objective' | 'key_result', id: string): Promise<number> {
  const [row] = await life.site.sql(`SELECT version FROM ${table} WHERE id = ?`, id);
  return Number(row?.version ?? 0);
}
const isArchived = async (life: Life, table: 'objective' | 'key_result', id: string): Promise<boolean> =>
  (await life.site.sql(`SELECT id FROM ${table} WHERE id = ? AND archived_at IS NOT NULL`, id)).length > 0;

/** Whether it was taken. */
export async function tellEdit<
  N extends
    | 'editObjective'
    | 'editKeyResult'
    | 'archiveObjective'
    | 'archiveKeyResult'
    | 'reachMilestone'
    | 'answerContribution'
    | 'askContribution',
>(
  life: Life,
  name: N,
  table: 'objective' | 'key_result',
  id: string,
  input: (version: number) => Input<N>,
  crash: Crash,
  who: Who = asAda,
): Promise<boolean> {
  const version = await versionOf(life, table, id);
  const wasTaken = async (): Promise<boolean> =>
    name.startsWith('archive') ? isArchived(life, table, id) : (await versionOf(life, table, id)) > version;
  return tellApp(life, name, input(version), crash, wasTaken, who);
}
