/** Opens the form for a new objective, or the fast one; greyed out with its reason for those who may not plan. */
import Button from '@atlaskit/button/new';
import { useId, type ReactNode } from 'react';

type Props = {
  readonly may: boolean;
  /** Null: the viewer may, or that is not known yet. */
  readonly whyNot: string | null;
  readonly onClick: () => void;
  /** Null: nothing can be written here. */
  readonly onQuick: (() => void) | null;
  /** What stands beside it. */
  readonly children?: ReactNode;
};

export const NewObjectiveButton = ({ may, whyNot, onClick, onQuick, children }: Props) => {
  const reasonId = useId();
  return (
    <div className="page-header__actions">
      {whyNot !== null && (
        <p id={reasonId} className="small">
          {whyNot}
        </p>
      )}
      {children}
      {may && onQuick && <Button onClick={onQuick}>Write quickly</Button>}
      <Button appearance="primary" onClick={onClick} isDisabled={!may} aria-describedby={whyNot === null ? undefined : reasonId}>
        New objective
      </Button>
    </div>
  );
};
