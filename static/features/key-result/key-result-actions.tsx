/** What one can do to a key result as a whole; each is a dialog of its own. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { KeyResultDetails } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';

const EditKeyResultDialog = lazy(() => import('../project-okrs/edit-key-result-dialog'));
const ArchiveDialog = lazy(() => import('../project-okrs/archive-dialog'));

type Props = {
  readonly details: KeyResultDetails;
  readonly may: boolean;
  /** Null: the viewer may, or that is not known yet. */
  readonly whyNot: string | null;
  readonly onArchived: () => void;
};

export const KeyResultActions = ({ details: { keyResult, objective }, may, whyNot, onArchived }: Props) => {
  const [open, setOpen] = useState<'edit' | 'archive' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="key-result-actions">
      <Button onClick={() => setOpen('edit')} isDisabled={!may}>
        Edit
      </Button>
      <Button appearance="subtle" onClick={() => setOpen('archive')} isDisabled={!may}>
        Archive
      </Button>
      {whyNot !== null && <p className="key-result-actions__why-not small">{whyNot}</p>}
      <Suspense fallback={null}>
        {open === 'edit' && <EditKeyResultDialog keyResult={keyResult} projectId={projectIdOf(objective.home)} onClose={close} />}
        {open === 'archive' && (
          <ArchiveDialog
            what={{ type: 'key-result', thing: keyResult, objectiveKey: objective.key }}
            onClose={close}
            onArchived={onArchived}
          />
        )}
      </Suspense>
    </div>
  );
};
