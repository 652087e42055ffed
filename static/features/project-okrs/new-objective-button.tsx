/** Opens the form for a new objective; greyed out with its reason for those who may not plan. */
import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { whyNotPlan } from './use-rights';

export const NewObjectiveButton = ({ may, onClick }: { readonly may: boolean; readonly onClick: () => void }) => {
  const reasonId = useId();
  return (
    <div className="page-header__actions">
      {!may && (
        <p id={reasonId} className="small">
          {whyNotPlan}
        </p>
      )}
      <Button appearance="primary" onClick={onClick} isDisabled={!may} aria-describedby={may ? undefined : reasonId}>
        New objective
      </Button>
    </div>
  );
};
