/** How many sources a key result may have: few that issues join by themselves, since each is followed on every event, and many picked issues. */
import type { SourceRecord, SourceWithCount } from '../../store/sources';
import { OkrError } from '../okr-error';
import { MAX_SCOPE_ROWS } from './readable-groups';

const MAX_FOLLOWED = 20;
const MAX_PICKED = 300;

/** Throws `LIMIT` where these would be too many together. */
export function requireRoom(sources: readonly SourceWithCount[], added: readonly SourceRecord[], addedIssues: number): void {
  const all = [...sources.map(({ source }) => source), ...added];
  const picked = all.filter(({ type }) => type === 'issue').length;
  if (added.some(({ type }) => type !== 'issue') && all.length - picked > MAX_FOLLOWED)
    throw new OkrError(
      'LIMIT',
      `A key result has at most ${MAX_FOLLOWED} queries and parents. Replace some by one query that finds the same.`,
    );
  if (picked > MAX_PICKED)
    throw new OkrError('LIMIT', `A key result has at most ${MAX_PICKED} issues picked by hand. Replace them by a query that finds them.`);
  if (sources.reduce((sum, { issues }) => sum + issues, addedIssues) > MAX_SCOPE_ROWS)
    throw new OkrError(
      'LIMIT',
      `The sources of a key result bring in at most ${MAX_SCOPE_ROWS} issues together. Narrow this one down, or split the key result.`,
    );
}
