/** Groups of projects: everybody may know of them, OKR admins make them. Each change is one statement under the group's version. */
import type { Input } from '../../contract/api';
import type { GroupView } from '../../contract/company';
import type { GroupRecord } from '../../store/groups';
import type { Actor, Deps } from '../deps';
import { loadGroup } from '../load';
import { conflict, conflictOnArchiving, idTaken, notFound, OkrError } from '../okr-error';
import { requireSetUp } from '../permission';
import { archived, fieldChange, listText } from '../history/plan-change';
import { recordChange } from '../history/record-change';

const viewOf = ({ id, name, projectIds, leadIds, version }: GroupRecord): GroupView => ({ id, name, projectIds, leadIds, version });

/** By name. */
export async function listGroups(deps: Deps, _actor: Actor, _input: Input<'listGroups'>): Promise<readonly GroupView[]> {
  return (await deps.store.groups.list()).map(viewOf);
}

export async function createGroup(deps: Deps, actor: Actor, input: Input<'createGroup'>): Promise<GroupView> {
  await requireSetUp(deps, actor);
  const created = await deps.store.groups.insert({ ...input, createdAt: deps.now(), createdBy: actor.accountId });
  const group = await loadGroup(deps, input.id);
  if (!created && group.createdBy !== actor.accountId) throw idTaken('group');
  return viewOf(group);
}

export async function editGroup(deps: Deps, actor: Actor, { id, version, ...edit }: Input<'editGroup'>): Promise<GroupView> {
  await requireSetUp(deps, actor);
  const group = await loadGroup(deps, id);
  const fields = [
    ...fieldChange('name', group.name, edit.name, (name) => name),
    ...fieldChange('projects', group.projectIds, edit.projectIds, listText),
    ...fieldChange('leads', group.leadIds, edit.leadIds, listText),
  ];
  if (fields.length === 0) return viewOf(group);
  const changeId = await recordChange(deps, actor, { type: 'group', ...group }, fields);
  if (!(await deps.store.groups.update(id, version, { ...edit, changeId }))) throw conflict('group');
  return viewOf(await loadGroup(deps, id));
}

/** Archiving what is archived already is done. */
export async function archiveGroup(deps: Deps, actor: Actor, { id, version }: Input<'archiveGroup'>): Promise<null> {
  await requireSetUp(deps, actor);
  const group = await deps.store.groups.find(id);
  if (group === null) throw notFound('group');
  if (group.archivedAt !== null) return null;
  const changeId = await recordChange(deps, actor, { type: 'group', ...group }, archived);
  if (await deps.store.groups.archive(id, version, { at: deps.now(), changeId })) return null;
  if ((await loadGroup(deps, id)).version !== version) throw conflictOnArchiving('group');
  throw new OkrError('LIMIT', 'Objectives live in this group. Archive them first.');
}
