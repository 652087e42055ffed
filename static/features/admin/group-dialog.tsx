/** The form of a group, a new one or one that is there: its name, its leads and its projects. */
import { useState } from 'react';
import type { GroupView } from '../../../src/contract/company';
import { apiErrorOf } from '../../api-error';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/field';
import { PeopleList } from '../../ui/people-list';
import { FormFooter } from '../project-okrs/form-footer';
import { createGroupInput, editGroupInput, emptyGroup, groupDraftOf, type GroupDraft } from './group-draft';
import { ProjectList } from './project-list';
import { useRoleChange } from './role-queries';

type Props = {
  /** Null: a new one. */
  readonly group: GroupView | null;
  readonly onClose: () => void;
};

export const GroupDialog = ({ group, onClose }: Props) => {
  const [id] = useState(newId);
  const [draft, setDraft] = useState<GroupDraft>(group === null ? emptyGroup : groupDraftOf(group));
  const [nameless, setNameless] = useState(false);
  const create = useRoleChange('createGroup');
  const edit = useRoleChange('editGroup');
  const change = group === null ? create : edit;
  const set = (changes: Partial<GroupDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const save = () => {
    setNameless(draft.name.trim() === '');
    if (draft.name.trim() === '') return;
    if (group === null) create.mutate(createGroupInput(id, draft), { onSuccess: onClose });
    else edit.mutate(editGroupInput(group, draft), { onSuccess: onClose });
  };
  const clash = change.error !== null && apiErrorOf(change.error).code === 'CONFLICT';
  return (
    <Dialog
      title={group === null ? 'New group' : `Edit ${group.name}`}
      onClose={onClose}
      onSubmit={save}
      busy={change.isPending}
      footer={<FormFooter submit={group === null ? 'Create' : 'Save'} busy={change.isPending} onCancel={onClose} />}
    >
      {change.error && <ErrorState title={clash ? 'Somebody else was faster' : 'The group was not saved'} error={change.error} />}
      <TextField
        label="Name"
        required
        autoFocus
        maxLength={64}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={nameless ? 'Give the group a name.' : null}
      />
      <PeopleList
        label="Leads of the group"
        addLabel="Add a lead"
        accountIds={draft.leadIds}
        onChange={(leadIds) => set({ leadIds })}
        projectId={null}
      />
      <ProjectList label="Projects of the group" projectIds={draft.projectIds} onChange={(projectIds) => set({ projectIds })} />
    </Dialog>
  );
};
