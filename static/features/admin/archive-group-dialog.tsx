/** Asks before a group is archived, and says what becomes of objectives and projects. */
import Button from '@atlaskit/button/new';
import type { GroupView } from '../../../src/contract/company';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useRoleChange } from './role-queries';

type Props = { readonly group: GroupView; readonly onClose: () => void };

export const ArchiveGroupDialog = ({ group: { id, name, version }, onClose }: Props) => {
  const archive = useRoleChange('archiveGroup');
  return (
    <Dialog
      title={`Archive ${name}?`}
      onClose={onClose}
      onSubmit={() => archive.mutate({ id, version }, { onSuccess: onClose })}
      busy={archive.isPending}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose} isDisabled={archive.isPending}>
            Cancel
          </Button>
          <Button appearance="danger" type="submit" isLoading={archive.isPending}>
            Archive
          </Button>
        </>
      }
    >
      {archive.error && <ErrorState title="The group was not archived" error={archive.error} />}
      <p>It leaves this list and the company page, its leads lose what they may do through it, and it cannot be brought back.</p>
      <p className="subtle">
        No objectives are lost with it: while any live in the group it is not archived, so archive them or move them elsewhere first. Those
        archived before stay archived. Its projects and their objectives stay as they are.
      </p>
    </Dialog>
  );
};
