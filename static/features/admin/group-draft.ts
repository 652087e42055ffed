/** A group as its form holds it, and the requests made of it. Pure. */
import type { Input } from '../../../src/contract/api';
import type { GroupView } from '../../../src/contract/company';

export type GroupDraft = { readonly name: string; readonly projectIds: readonly string[]; readonly leadIds: readonly string[] };

export const emptyGroup: GroupDraft = { name: '', projectIds: [], leadIds: [] };

export const groupDraftOf = ({ name, projectIds, leadIds }: GroupView): GroupDraft => ({ name, projectIds, leadIds });

export const createGroupInput = (id: string, { name, projectIds, leadIds }: GroupDraft): Input<'createGroup'> => ({
  id,
  name: name.trim(),
  projectIds: [...projectIds],
  leadIds: [...leadIds],
});

export const editGroupInput = ({ id, version }: GroupView, { name, projectIds, leadIds }: GroupDraft): Input<'editGroup'> => ({
  id,
  version,
  name: name.trim(),
  projectIds: [...projectIds],
  leadIds: [...leadIds],
});
