/** What a person wants to be told: reminders, the weekly digest. Their own business, so it is on no record. Two SQL requests. */
import type { Input } from '../../contract/api';
import type { PersonChoiceView } from '../../contract/rhythm';
import type { Actor, Deps } from '../deps';
import { OkrError } from '../okr-error';

export async function choosePersonally(deps: Deps, actor: Actor, choice: Input<'choosePersonally'>): Promise<PersonChoiceView> {
  if (!(await deps.store.personChoices.change(actor.accountId, choice)))
    throw new OkrError('CONFLICT', 'You changed this elsewhere meanwhile. Reload to see it, then choose again.');
  return deps.store.personChoices.find(actor.accountId);
}
