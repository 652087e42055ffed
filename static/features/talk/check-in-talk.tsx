/** The comments on a check-in, folded away under how many there are. */
import { useState } from 'react';
import { CommentList } from './comment-list';

type Props = { readonly checkInId: string; readonly comments: number; readonly projectId: string | null; readonly may: boolean };

export const CheckInTalk = ({ checkInId, comments, projectId, may }: Props) => {
  const [open, setOpen] = useState(false);
  const count = comments === 0 ? 'Comment' : `${comments} ${comments === 1 ? 'comment' : 'comments'}`;
  return (
    <>
      <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide comments' : count}
      </button>
      {open && <CommentList subject={{ type: 'check-in', id: checkInId }} projectId={projectId} may={may} />}
    </>
  );
};
