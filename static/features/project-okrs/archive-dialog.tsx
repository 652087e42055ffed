/** Asks before an objective or a key result leaves the page, and says what that does to the numbers. */
import Button from '@atlaskit/button/new';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useUndo } from '../writing/undo';
import { useChange } from './queries';

type Props = {
  readonly what:
    | { readonly type: 'objective'; readonly thing: ObjectiveView }
    | { readonly type: 'key-result'; readonly thing: KeyResultView; readonly objectiveKey: string };
  readonly onClose: () => void;
  readonly onArchived: () => void;
};

const ArchiveDialog = ({ what, onClose, onArchived }: Props) => {
  const { invoke } = useHost();
  const undo = useUndo();
  const archiveObjective = useChange('archiveObjective');
  const archiveKeyResult = useChange('archiveKeyResult');
  const change = what.type === 'objective' ? archiveObjective : archiveKeyResult;
  const { id, key, title, version } = what.thing;
  const archive = () =>
    change.mutate(
      { id, version },
      {
        onSuccess: () => {
          undo.offer(`${key} archived`, () =>
            invoke(what.type === 'objective' ? 'restoreObjective' : 'restoreKeyResult', { id, version: version + 1 }),
          );
          onArchived();
        },
      },
    );
  return (
    <Dialog
      title={`Archive ${key}?`}
      onClose={onClose}
      onSubmit={archive}
      busy={change.isPending}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose} isDisabled={change.isPending}>
            Cancel
          </Button>
          <Button appearance="danger" type="submit" isLoading={change.isPending}>
            Archive
          </Button>
        </>
      }
    >
      {change.error && <ErrorState title={`${key} was not archived`} error={change.error} />}
      <p>
        <bdi>{title}</bdi>
      </p>
      <p className="subtle">
        {what.type === 'objective'
          ? 'It and its key results leave this page and every number above them. Jira issues stay as they are.'
          : `It leaves this page and no longer counts for ${what.objectiveKey}. Its Jira issues stay as they are.`}
      </p>
    </Dialog>
  );
};

export default ArchiveDialog;
