/** What a query would say as the value of a metric or band. Writes nothing but the looked-up number fields. */
import type { Input } from '../../contract/api';
import type { ValuePreview } from '../../contract/okr';
import type { Actor, Deps } from '../deps';
import { loadObjective } from '../load';
import { invalid } from '../okr-error';
import { requireMay } from '../permission';
import { readNewValue } from '../progress/read-value';

/** For those who may write key results under the objective. */
export async function previewValue(deps: Deps, actor: Actor, input: Input<'previewValue'>): Promise<ValuePreview> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  if (input.source.by === 'hand') throw invalid('source', 'A value that is recorded by hand cannot be previewed. Give a query.');
  return readNewValue(deps, input.source);
}
