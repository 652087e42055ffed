/**
 * The history of an objective with its key results, a key result, a project, everything the viewer may see, or what OKR admins set up: newest
 * first, a page at a time. Three SQL requests at most, and one Jira call up to a thousand projects.
 */
import type { Activity } from '../../contract/activity';
import type { Input } from '../../contract/api';
import type { ActivityPlace, ActivityRecord, ActivityScope } from '../../store/activity';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadObjective } from '../load';
import { invalid } from '../okr-error';
import { projectOf, requireSee, requireSetUp, visibleHomes } from '../permission';
import { parentsNamed, viewActivity } from './view-activity';

const PAGE = 30;

type Subject = Input<'getActivity'>['subject'];

/** `1794000000000 3 change-1`: the entry the page before ended with. */
const cursorOf = ({ at, part, id }: ActivityPlace): string => [at, part, id].join(' ');

function placeOf(cursor: string | undefined): ActivityPlace | null {
  if (cursor === undefined) return null;
  const [, at, part, id] = /^(\d{1,15}) (\d{1,2}) (\S{1,64})$/.exec(cursor) ?? [];
  if (id === undefined) throw invalid('cursor', 'Start again from the first page.');
  return { at: Number(at), part: Number(part), id };
}

/** Throws `NOT_FOUND` for what the person may not see. */
async function scopeOf(deps: Deps, actor: Actor, subject: Exclude<Subject, { type: 'set-up' }>): Promise<ActivityScope> {
  switch (subject.type) {
    case 'objective': {
      const { home } = await loadObjective(deps, actor, subject.id);
      await requireSee(deps, actor, home, 'objective');
      return subject;
    }
    case 'key-result': {
      const { objective } = await loadKeyResult(deps, actor, subject.id);
      await requireSee(deps, actor, objective.home, 'key result');
      return subject;
    }
    case 'project': {
      const home = { level: 'project', projectId: projectOf(actor, subject.projectId) } as const;
      await requireSee(deps, actor, home, 'project');
      return { type: 'place', home };
    }
    case 'company': {
      const homes = (await deps.store.activity.listProjectIds(actor.accountId)).map(
        (projectId) => ({ level: 'project', projectId }) as const,
      );
      const maySee = await visibleHomes(deps, actor, homes);
      return { type: 'everything', projectIds: homes.filter(maySee).map(({ projectId }) => projectId) };
    }
  }
}

async function listOf(deps: Deps, actor: Actor, subject: Subject, before: ActivityPlace | null): Promise<readonly ActivityRecord[]> {
  if (subject.type === 'set-up') {
    await requireSetUp(deps, actor);
    return deps.store.activity.listSetUp(before, PAGE + 1);
  }
  return deps.store.activity.list(actor.accountId, await scopeOf(deps, actor, subject), before, PAGE + 1);
}

export async function getActivity(deps: Deps, actor: Actor, { subject, cursor }: Input<'getActivity'>): Promise<Activity> {
  const found = await listOf(deps, actor, subject, placeOf(cursor));
  const page = found.slice(0, PAGE);
  const fields = page.flatMap(({ happened }) => (happened.did === 'change' ? happened.fields : []));
  const named = await deps.store.activity.listNamed(actor.accountId, parentsNamed(fields));
  const last = page.at(-1);
  return {
    entries: page.map((record) => viewActivity(record, named)),
    nextCursor: found.length > PAGE && last !== undefined ? cursorOf(last) : null,
  };
}
