/**
 * The contributions that wait for the viewer's answer: to what the viewer owns, and to what nobody owns and the viewer leads. One SQL request and
 * at most one Jira call.
 */
import type { Input } from '../../contract/api';
import type { ContributionRequest, Contributions } from '../../contract/contributions';
import { projectIdOf, projectIdsOf, type Home } from '../../domain/home';
import type { WaitingContribution } from '../../store/contributions';
import type { Actor, Deps } from '../deps';
import { objectiveKey, parentView } from '../views';

/** Answered one by one; the others come when these are done. */
const MOST_SHOWN = 50;
const MOST_READ = 200;

type Rights = { readonly browse: (home: Home) => boolean; readonly administer: (home: Home) => boolean };

async function rightsOf(deps: Deps, homes: readonly Home[]): Promise<Rights> {
  const grants = await deps.jiraAsUser.permissions({
    globals: ['ADMINISTER'],
    permissions: ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
    projectIds: projectIdsOf(homes),
  });
  const holds = (permission: 'BROWSE_PROJECTS' | 'ADMINISTER_PROJECTS', home: Home): boolean => {
    const projectId = projectIdOf(home);
    return projectId === null ? permission === 'BROWSE_PROJECTS' : grants.inProject(permission, projectId);
  };
  return {
    browse: (home) => holds('BROWSE_PROJECTS', home),
    administer: (home) => grants.globally('ADMINISTER') || holds('ADMINISTER_PROJECTS', home),
  };
}

function requestOf({ objective, wouldCount }: WaitingContribution, rights: Rights): readonly ContributionRequest[] {
  const view = parentView(objective.parent, rights.browse);
  if (!view?.objective || !rights.browse(objective.home)) return [];
  const { id, number, title, home, ownerAccountId, version } = objective;
  return [
    {
      objective: { id, key: objectiveKey(number), title, home, ownerAccountId, version },
      parent: view.objective,
      contribution: view.contribution,
      wouldCount,
    },
  ];
}

export async function listContributions(deps: Deps, actor: Actor, input: Input<'listContributions'>): Promise<Contributions> {
  const waiting = await deps.store.contributions.listWaiting(actor.accountId, input.projectId ?? actor.openProjectId, MOST_READ);
  if (waiting.length === 0) return { waiting: [], more: 0, hidden: 0 };
  const rights = await rightsOf(
    deps,
    waiting.flatMap(({ objective }) => [objective.home, ...(objective.parent === null ? [] : [objective.parent.home])]),
  );
  const own = waiting.filter(({ objective: { parent }, isOwner, isLead }) => {
    if (parent === null || !rights.browse(parent.home)) return false;
    return isOwner || isLead || rights.administer(parent.home);
  });
  const requests = own.flatMap((each) => requestOf(each, rights));
  const shown = requests.slice(0, MOST_SHOWN);
  return { waiting: shown, more: requests.length - shown.length, hidden: own.length - requests.length };
}
