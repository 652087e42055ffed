/**
 * What a viewer may change, by the backend's policy (src/usecases/permission.ts): OKR admins and administrators of Jira everything, administrators of a
 * project what lives in it, leads of a group what lives with it, owners what they own; contributors record progress. Only to leave out or grey out
 * what would be refused: the backend decides again at every request.
 */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { projectIdOf, type Home } from '../../../src/domain/home';
import type { ViewerRoles } from '../../../src/contract/viewer-roles';
import type { Administered } from '../../host';

/** Something with owners (its own, its objective's) that lives somewhere. */
type Owned = { readonly ownerAccountIds: readonly (string | null)[]; readonly home: Home };

export const ownedObjective = ({ ownerAccountId, home }: Pick<ObjectiveView, 'ownerAccountId' | 'home'>): Owned => ({
  ownerAccountIds: [ownerAccountId],
  home,
});

/** Who may change the objective may change its key results. */
export const ownedKeyResult = (
  { ownerAccountId }: Pick<KeyResultView, 'ownerAccountId'>,
  objective: Pick<ObjectiveView, 'ownerAccountId' | 'home'>,
): Owned => ({ ownerAccountIds: [ownerAccountId, objective.ownerAccountId], home: objective.home });

export type Rights = {
  /** May set up cycles, settings, groups and roles. */
  readonly maySetUp: boolean;
  /** May add objectives there, and put them into an order. */
  mayPlan(home: Home): boolean;
  mayChange(thing: Owned): boolean;
  /** May check in, record values and reach milestones. */
  mayRecord(thing: Owned & { readonly contributorIds: readonly string[] }): boolean;
  /** Who may plan there, for one who may not; null for one who may, and while it is not known yet. */
  whyNotPlan(home: Home): string | null;
  whyNotChange(thing: Owned): string | null;
};

type Known = {
  readonly accountId: string | null;
  readonly roles: ViewerRoles;
  readonly administered: Administered;
  /** False while some of it is on its way: what is known is offered, and nothing is explained yet. */
  readonly isSettled: boolean;
};

const leadWords: Readonly<Record<Home['level'], readonly string[]>> = {
  company: ['OKR admins'],
  group: ['leads of the group', 'OKR admins'],
  project: ['project administrators', 'OKR admins'],
};

/** `a`, `a and b`, `a, b and c`. */
const allOf = (who: readonly string[]): string => who.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** Who answers for everything in a place. */
export const leadsOf = (home: Home): string => allOf(leadWords[home.level]);

export function rightsOf({ accountId, roles, administered, isSettled }: Known): Rights {
  const maySetUp = administered.jira || roles.isOkrAdmin;
  const mayPlan = (home: Home): boolean => {
    const projectId = projectIdOf(home);
    return (
      maySetUp ||
      (projectId !== null && administered.projectIds.has(projectId)) ||
      (home.level === 'group' && roles.ledGroupIds.includes(home.groupId))
    );
  };
  const isAmong = (accountIds: readonly (string | null)[]): boolean => accountId !== null && accountIds.includes(accountId);
  const mayChange = ({ ownerAccountIds, home }: Owned): boolean => isAmong(ownerAccountIds) || mayPlan(home);
  const whyNot = (may: boolean, words: string): string | null => (may || !isSettled ? null : words);
  return {
    maySetUp,
    mayPlan,
    mayChange,
    mayRecord: (thing) => isAmong(thing.contributorIds) || mayChange(thing),
    whyNotPlan: (home) => whyNot(mayPlan(home), `Only ${allOf(leadWords[home.level])} can add objectives here.`),
    whyNotChange: (thing) => whyNot(mayChange(thing), `Only ${allOf(['owners', ...leadWords[thing.home.level]])} can change this.`),
  };
}
