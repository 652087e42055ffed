/**
 * Everything at the site that waits for somebody today, as the reminders' rules take it. Whose account is closed is replaced by whoever is next in
 * charge. Four SQL requests, whatever there is.
 */
import { addDays, dayOf } from '../../domain/calendar';
import type { Waiting } from '../../domain/reminders/waiting';
import type { CycleRecord } from '../../store/cycles';
import type { PeopleToTell, UnattendedKeyResult } from '../../store/reminders';
import { lastDayOf } from '../buy-in/vote-round';
import type { AppDeps } from '../deps';
import type { SiteDay } from '../site-day';
import { keyResultProgressView } from '../views';

type Site = {
  readonly cycles: readonly CycleRecord[];
  readonly on: SiteDay;
  readonly people: PeopleToTell;
  /** Days after which a blocker is spoken of. */
  readonly blockerDays: number;
};

/** The first of these who is somebody and active, as a list of at most one. */
const firstActive = ({ inactiveIds }: PeopleToTell, ...accountIds: readonly (string | null)[]): readonly string[] =>
  accountIds
    .filter((id) => id !== null && !inactiveIds.has(id))
    .flatMap((id) => (id === null ? [] : [id]))
    .slice(0, 1);

function dueCheckIn(keyResult: UnattendedKeyResult, { cycles, on, people }: Site): readonly Waiting[] {
  const cycle = cycles.find(({ id }) => id === keyResult.cycleId);
  if (cycle === undefined) return [];
  const { dueDay } = keyResultProgressView({ ...keyResult, chance: null, healthOverride: null }, cycle, on).attention;
  if (dueDay === null || dueDay > on.today) return [];
  const { id: subjectId, ownerAccountId, contributorIds, objectiveOwnerAccountId } = keyResult;
  return [
    {
      type: 'check-in',
      subjectId,
      dueDay,
      ownerIds: firstActive(people, ownerAccountId, objectiveOwnerAccountId),
      contributorIds,
      objectiveOwnerIds: firstActive(people, objectiveOwnerAccountId),
    },
  ];
}

export async function whatWaits(deps: AppDeps, site: Site): Promise<readonly Waiting[]> {
  const { cycles, on, people, blockerDays } = site;
  const { reminders } = deps.store;
  const unattended = await reminders.listUnattended(on.today, addDays(on.today, -on.cadenceDays));
  const blockers = await reminders.listOpenBlockers(on.today, Date.parse(addDays(on.today, 1 - blockerDays)));
  const contributions = await reminders.listUnanswered();
  const votes = await reminders.listOpenVotes(deps.now(), people.adminIds);
  return [
    ...unattended.flatMap((keyResult) => dueCheckIn(keyResult, site)),
    ...blockers.map(({ keyResultId, since, ownerAccountId, objectiveOwnerAccountId }): Waiting => ({
      type: 'blocker',
      subjectId: keyResultId,
      sinceDay: dayOf(since),
      ownerIds: firstActive(people, ownerAccountId, objectiveOwnerAccountId),
      objectiveOwnerIds: firstActive(people, objectiveOwnerAccountId),
    })),
    ...contributions.map(({ objectiveId, askedAt, keyResultOwnerAccountId, objectiveOwnerAccountId }): Waiting => {
      const answerers = firstActive(people, keyResultOwnerAccountId, objectiveOwnerAccountId);
      return {
        type: 'contribution',
        subjectId: objectiveId,
        askedDay: dayOf(askedAt),
        answererIds: answerers.length > 0 ? answerers : people.adminIds,
        objectiveOwnerIds: firstActive(people, objectiveOwnerAccountId),
      };
    }),
    ...votes.map(({ roundId, openedAt, closesAt, voterIds }): Waiting => ({
      type: 'vote',
      subjectId: roundId,
      askedDay: dayOf(openedAt),
      lastDay: lastDayOf({ closesAt }),
      voterIds,
    })),
    ...cycles
      .filter(({ state, endDay }) => state === 'running' && endDay < on.today)
      .map(({ id, endDay }): Waiting => ({ type: 'cycle-end', subjectId: id, endDay, adminIds: people.adminIds })),
  ];
}
