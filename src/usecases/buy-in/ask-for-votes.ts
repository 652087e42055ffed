/**
 * Asks people how confident they are that an objective will be reached. The row is the commit; one round about an objective is open at a time. Everybody who is asked has to
 * be there, and may know of the objective; whether they may see its project only Jira's administrators could ask for another person.
 */
import type { Input } from '../../contract/api';
import { addDays } from '../../domain/calendar';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { loadObjective, loadOpenCycle } from '../load';
import { idTaken, invalid, OkrError } from '../okr-error';
import { requireMay } from '../permission';
import { endOf } from './vote-round';

const DEFAULT_DAYS = 3;
const MOST_DAYS = 31;

async function requireThere(deps: Deps, objective: ObjectiveRecord, askedIds: readonly string[]): Promise<void> {
  const active = await deps.jiraAsApp.activeAccounts(askedIds);
  if (!askedIds.every((id) => active.has(id)))
    throw invalid('askedIds', 'Some of these people have no active account any more. Take them off the list.');
  if (objective.audience === null) return;
  const knowing = await deps.store.audiences.listKnowing(objective.id, askedIds);
  if (!askedIds.every((id) => knowing.has(id)))
    throw invalid(
      'askedIds',
      'This objective is private, and some of these people may not know of it. Name them for it first, or take them off the list.',
    );
}

export async function askForVotes(deps: Deps, actor: Actor, input: Input<'askForVotes'>): Promise<null> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'answer for the objective', 'objective', { home: objective.home, objective });
  const { on } = await loadOpenCycle(deps, objective.cycleId);
  const lastDay = input.lastDay ?? addDays(on.today, DEFAULT_DAYS);
  if (lastDay < on.today || lastDay > addDays(on.today, MOST_DAYS))
    throw invalid('lastDay', `Votes can be taken until a day from today to ${MOST_DAYS} days from now.`);
  await requireThere(deps, objective, input.askedIds);
  await deps.store.voteRounds.open({
    id: input.id,
    objectiveId: objective.id,
    askedIds: input.askedIds,
    openedAt: deps.now(),
    openedBy: actor.accountId,
    closesAt: endOf(lastDay),
  });
  const there = await deps.store.voteRounds.find(input.id);
  if (there === null) throw new OkrError('CONFLICT', 'A vote about this objective is under way. Close it first, or wait for its end.');
  if (there.objectiveId !== objective.id || there.openedBy !== actor.accountId) throw idTaken('vote');
  await deps.publishTalk({ subjectId: objective.id });
  return null;
}
