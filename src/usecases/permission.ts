/**
 * Who may see and who may do what: the policy is the table below, the roles are asked of Jira as the acting person and of the app's own records.
 * What one may not see does not exist (`NOT_FOUND`); what one may see but not do is `FORBIDDEN`, with words on whom to ask. What is private is
 * kept apart earlier, when it is loaded (load.ts). docs/permissions.md is this table as the tests find it.
 */
import { projectIdOf, type Home } from '../domain/home';
import type { Grants } from '../jira/jira';
import type { CommentRecord } from '../store/comments';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objective-row';
import type { VoteRoundRecord } from '../store/vote-rounds';
import type { Actor, Deps } from './deps';
import { notFound, OkrError } from './okr-error';

/**
 * `okr-admin`: holds the app's role or administers Jira. `lead`: of the group, or administers the project. The owners and contributors of an
 * objective are so for its key results too. `issue-editor`: may edit the one issue at hand. `assignee`: can be given
 * work in the project. `author`: of the comment. `asked`: for their vote, by name. `viewer`: may see where it lives.
 */
type Role =
  | 'okr-admin'
  | 'lead'
  | 'objective-owner'
  | 'key-result-owner'
  | 'contributor'
  | 'issue-editor'
  | 'assignee'
  | 'author'
  | 'asked'
  | 'viewer';

const leads = ['okr-admin', 'lead'] as const;
const owners = [...leads, 'objective-owner'] as const;
const recorders = [...owners, 'key-result-owner', 'contributor'] as const;

const policy = {
  'set up': ['okr-admin'],
  'add objectives': leads,
  'change the objective': owners,
  'change the key result': [...owners, 'key-result-owner'],
  /** About the parent: the objective, and the key result where it is aligned to one. */
  'answer contributions': [...owners, 'key-result-owner'],
  'record progress': recorders,
  'link the issue': [...recorders, 'issue-editor'],
  'take ownership': [...recorders, 'assignee'],
  comment: ['viewer'],
  'edit the comment': ['author'],
  'remove the comment': [...owners, 'key-result-owner', 'author'],
  /** That one knows it, supports it or has a concern. */
  'say where one stands': ['viewer'],
  /** Settles concerns about it; asks for votes and ends them. */
  'answer for the objective': owners,
  vote: ['asked'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

type Action = keyof typeof policy;

const allowedFor = (action: Action): readonly Role[] => policy[action];

/** What an action is about. */
type Thing = {
  readonly home: Home;
  readonly objective?: ObjectiveRecord;
  readonly keyResult?: KeyResultRecord;
  readonly issueId?: string;
  readonly comment?: Pick<CommentRecord, 'createdBy'>;
  readonly round?: Pick<VoteRoundRecord, 'askedIds'>;
};

const leadWords: Readonly<Record<Home['level'], readonly string[]>> = {
  company: ['an OKR admin'],
  group: ['a lead of the group', 'an OKR admin'],
  project: ['a project administrator', 'an OKR admin'],
};

/** `a`, `a or b`, `a, b or c`. */
const anyOf = (who: readonly string[]): string => who.join(', ').replace(/, ([^,]*)$/, ' or $1');

const refusals: Readonly<Record<Action, (lead: readonly string[]) => string>> = {
  'set up': () => 'Only an OKR admin can do this. Ask one of them.',
  'add objectives': (lead) => `Only ${anyOf(lead)} can add objectives here. Ask one of them.`,
  'change the objective': (lead) => `Only ${anyOf(['the owner', ...lead])} can change this objective. Ask one of them.`,
  'change the key result': (lead) => `Only ${anyOf(['an owner', ...lead])} can change this key result. Ask one of them.`,
  'answer contributions': (lead) => `Only ${anyOf(['an owner', ...lead])} of what it is aligned to can answer. Ask one of them.`,
  'record progress': (lead) => `Only ${anyOf(['an owner', 'a contributor', ...lead])} can record progress here. Ask one of them.`,
  'link the issue': (lead) =>
    `Only ${anyOf(['an owner', 'a contributor', 'whoever may edit the issue', ...lead])} can add or remove it here. Ask one of them.`,
  'take ownership': (lead) =>
    `Only ${anyOf(['a contributor', 'whoever can be assigned work in the project', ...lead])} can take this over. Ask one of them to give it to you.`,
  comment: () => 'Only those who may see this can comment on it.',
  'edit the comment': () => 'Only its author can edit a comment. Reply to it instead.',
  'remove the comment': (lead) => `Only ${anyOf(['its author', 'an owner', ...lead])} can remove this comment. Ask one of them.`,
  'say where one stands': () => 'Only those who may see this can say where they stand.',
  'answer for the objective': (lead) => `Only ${anyOf(['the owner', ...lead])} can do this for the objective. Ask one of them.`,
  vote: () => 'Only those who were asked can vote. Ask whoever opened the vote to ask you next time.',
};

const company: Home = { level: 'company' };

/** Where a call is about: named by the input, else the open project. */
export function homeOf(actor: Actor, home: Home | undefined): Home {
  if (home !== undefined) return home;
  if (actor.openProjectId === null) throw new OkrError('INVALID', 'Say which project this is about.', 'home');
  return { level: 'project', projectId: actor.openProjectId };
}

/** The project a call is about: named by the input, else the open one. */
export function projectOf(actor: Actor, projectId: string | undefined): string {
  const id = projectId ?? actor.openProjectId;
  if (id === null) throw new OkrError('INVALID', 'Say which project this is about.', 'projectId');
  return id;
}

/** Which of these homes the person may see; at most one Jira call a thousand projects, none for the open one. */
export async function visibleHomes(deps: Deps, actor: Actor, homes: readonly Home[]): Promise<(home: Home) => boolean> {
  const asked = [...new Set(homes.map(projectIdOf))].filter((id) => id !== null && id !== actor.openProjectId).filter((id) => id !== null);
  const grants = asked.length === 0 ? null : await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], projectIds: asked });
  return (home) => {
    const projectId = projectIdOf(home);
    if (projectId === null || projectId === actor.openProjectId) return true;
    return grants?.inProject('BROWSE_PROJECTS', projectId) ?? false;
  };
}

/**
 * Passes when the person may see what lives there: everybody for the company and its groups, who may browse it for a project; to anyone else
 * `what` does not exist. The open project costs no call: the platform has checked it.
 */
export async function requireSee(deps: Deps, actor: Actor, home: Home, what: string): Promise<void> {
  if (!(await visibleHomes(deps, actor, [home]))(home)) throw notFound(what);
}

const ownRoles = ({ accountId }: Actor, { objective, keyResult, comment, round }: Thing): readonly Role[] => {
  const roles: Role[] = [];
  if (comment?.createdBy === accountId) roles.push('author');
  if (round?.askedIds.includes(accountId)) roles.push('asked');
  if (objective?.ownerAccountId === accountId) roles.push('objective-owner');
  if (keyResult?.ownerAccountId === accountId) roles.push('key-result-owner');
  if ([objective, keyResult].some((thing) => thing?.contributorIds.includes(accountId))) roles.push('contributor');
  return roles;
};

/** Roles that some actions ask Jira for besides. */
const byJiraRole = [
  ['issue-editor', 'EDIT_ISSUES'],
  ['assignee', 'ASSIGNABLE_USER'],
] as const;

/** What Jira is asked for an action. */
const askedFor = (action: Action) => ({
  globals: ['ADMINISTER'] as const,
  permissions: [
    'BROWSE_PROJECTS' as const,
    'ADMINISTER_PROJECTS' as const,
    ...byJiraRole.filter(([role]) => allowedFor(action).includes(role)).map(([, key]) => key),
  ],
});

/** The roles a person has by what they own and by Jira; null where Jira does not let them see the place. */
function rolesByJira(actor: Actor, thing: Thing, grants: Grants): readonly Role[] | null {
  const projectId = projectIdOf(thing.home);
  if (projectId !== null && !grants.inProject('BROWSE_PROJECTS', projectId)) return null;
  const roles: Role[] = [...ownRoles(actor, thing)];
  if (grants.globally('ADMINISTER')) roles.push('okr-admin');
  if (projectId !== null && grants.inProject('ADMINISTER_PROJECTS', projectId)) roles.push('lead');
  if (thing.issueId !== undefined && grants.onIssue('EDIT_ISSUES', thing.issueId)) roles.push('issue-editor');
  if (projectId !== null && grants.inProject('ASSIGNABLE_USER', projectId)) roles.push('assignee');
  return roles;
}

/** The roles a person has in the app itself. One SQL request. */
async function rolesByApp(deps: Deps, actor: Actor, groupId: string | null): Promise<readonly Role[]> {
  const { isOkrAdmin, leads: leadsGroup } = await deps.store.roles.find(actor.accountId, groupId);
  return [...(isOkrAdmin ? (['okr-admin'] as const) : []), ...(leadsGroup ? (['lead'] as const) : [])];
}

const groupIdOf = ({ home }: Thing): string | null => (home.level === 'group' ? home.groupId : null);

/** At most one Jira call and one SQL request. */
async function may(deps: Deps, actor: Actor, action: Action, thing: Thing): Promise<'yes' | 'no' | 'unseen'> {
  const holds = (roles: readonly Role[]): boolean => roles.some((role) => allowedFor(action).includes(role));
  if (holds(['viewer'])) return (await visibleHomes(deps, actor, [thing.home]))(thing.home) ? 'yes' : 'unseen';
  const projectId = projectIdOf(thing.home);
  if (projectId === null && holds(ownRoles(actor, thing))) return 'yes';
  const grants = await deps.jiraAsUser.permissions({
    ...askedFor(action),
    projectIds: projectId === null ? [] : [projectId],
    issueIds: thing.issueId === undefined ? [] : [thing.issueId],
  });
  const byJira = rolesByJira(actor, thing, grants);
  if (byJira === null) return 'unseen';
  return holds(byJira) || holds(await rolesByApp(deps, actor, groupIdOf(thing))) ? 'yes' : 'no';
}

const refusal = (action: Action, what: string, { home }: Thing, answer: 'no' | 'unseen'): OkrError =>
  answer === 'unseen' ? notFound(what) : new OkrError('FORBIDDEN', refusals[action](leadWords[home.level]));
/** Whether one of the person's roles allows the action. At most one Jira call and one SQL request. */
export const mayDo = async (deps: Deps, actor: Actor, action: Action, thing: Thing): Promise<boolean> =>
  (await may(deps, actor, action, thing)) === 'yes';

/** Passes when one of the person's roles allows the action; to those who may not see the place, `what` does not exist. */
export async function requireMay(deps: Deps, actor: Actor, action: Action, what: string, thing: Thing): Promise<void> {
  const answer = await may(deps, actor, action, thing);
  if (answer !== 'yes') throw refusal(action, what, thing, answer);
}

/** The refusal for each of many things; null where the person may. One Jira call up to a thousand projects, and one SQL request a group. */
export async function refusalsFor(
  deps: Deps,
  actor: Actor,
  action: Action,
  what: string,
  things: readonly Thing[],
): Promise<readonly (OkrError | null)[]> {
  const grants = await deps.jiraAsUser.permissions({
    ...askedFor(action),
    projectIds: [...new Set(things.map(({ home }) => projectIdOf(home)))].filter((id) => id !== null),
  });
  const byGroup = new Map<string | null, readonly Role[]>();
  const answers: (OkrError | null)[] = [];
  for (const thing of things) {
    const byJira = rolesByJira(actor, thing, grants);
    const groupId = groupIdOf(thing);
    const byApp = byGroup.get(groupId) ?? (await rolesByApp(deps, actor, groupId));
    byGroup.set(groupId, byApp);
    const holds = [...(byJira ?? []), ...byApp].some((role) => allowedFor(action).includes(role));
    answers.push(byJira !== null && holds ? null : refusal(action, what, thing, byJira === null ? 'unseen' : 'no'));
  }
  return answers;
}

/** Passes for those who may change what counts for a key result, and, for a single issue, for those who may link it. */
export function requireScopeChange(
  deps: Deps,
  actor: Actor,
  loaded: { readonly keyResult: KeyResultRecord; readonly objective: ObjectiveRecord },
  issueId: string | null,
  what = 'key result',
): Promise<void> {
  const thing = { home: loaded.objective.home, ...loaded };
  return issueId === null
    ? requireMay(deps, actor, 'change the key result', what, thing)
    : requireMay(deps, actor, 'link the issue', what, { ...thing, issueId });
}

/** Why somebody may not link an issue to what lives there. */
export const linkRefusal = (home: Home): string => refusals['link the issue'](leadWords[home.level]);

/**
 * Which of these issues the person may link to the key result: all of them for those with a role there, for others the ones they may edit. To those who may
 * not see the place, the key result does not exist. At most two Jira calls and one SQL request.
 */
export async function linkableIssues(
  deps: Deps,
  actor: Actor,
  loaded: { readonly keyResult: KeyResultRecord; readonly objective: ObjectiveRecord },
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const answer = await may(deps, actor, 'link the issue', { home: loaded.objective.home, ...loaded });
  if (answer === 'unseen') throw notFound('key result');
  if (answer === 'yes' || issueIds.length === 0) return new Set(issueIds);
  const grants = await deps.jiraAsUser.permissions({ permissions: ['EDIT_ISSUES'], issueIds });
  return new Set(issueIds.filter((issueId) => grants.onIssue('EDIT_ISSUES', issueId)));
}

/** Passes for OKR admins. */
export const requireSetUp = (deps: Deps, actor: Actor): Promise<void> => requireMay(deps, actor, 'set up', 'setting', { home: company });
