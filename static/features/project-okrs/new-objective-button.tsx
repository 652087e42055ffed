/** Opens the form for a new objective, or the fast one; greyed out with its reason for those who may not plan. */
import Button from '@atlaskit/button/new';
import { useId, type ReactNode } from 'react';
import { whyNotPlan } from './use-rights';

type Props = {
  readonly may: boolean;
  readonly onClick: () => void;
  /** Null: nothing can be written here. */
  readonly onQuick: (() => void) | null;
  /** What stands beside it. */
  readonly children?: ReactNode;
};

export const NewObjectiveButton = ({ may, onClick, onQuick, children }: Props) => {
  const reasonId = useId();
  return (
    <div className="page-header__actions">
      {!may && (
        <p id={reasonId} className="small">
          {whyNotPlan}
        </p>
      )}
      {children}
      {may && onQuick && <Button onClick={onQuick}>Write quickly</Button>}
      <Button appearance="primary" onClick={onClick} isDisabled={!may} aria-describedby={may ? undefined : reasonId}>
        New objective
      </Button>
    </div>
  );
};
