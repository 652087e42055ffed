/** Who contributes to an objective or a key result, and taking it over where nobody owns it who could; for an objective also who owns it. */
import Button from '@atlaskit/button/new';
import { useId } from 'react';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { Person } from '../../ui/person';
import { PeopleList } from '../../ui/people-list';
import type { partHeading } from '../project-okrs/objective-part';
import { usePeopleChange } from './use-people-change';

type Props = {
  readonly of:
    { readonly type: 'objective'; readonly thing: ObjectiveView } | { readonly type: 'key-result'; readonly thing: KeyResultView };
  /** Whether the viewer may name contributors. */
  readonly may: boolean;
  /** The project people are found in; null: the site. */
  readonly projectId: string | null;
  /** What makes the heading one to come to, where something leads to it. */
  readonly heading?: ReturnType<typeof partHeading>;
};

export const Ownership = ({ of, may, projectId, heading }: Props) => {
  const { place } = useHost();
  const ownId = useId();
  const titleId = heading?.id ?? ownId;
  const Heading = of.type === 'objective' ? 'h3' : 'h2';
  const take = usePeopleChange('takeOwnership');
  const editObjective = usePeopleChange('editObjective');
  const editKeyResult = usePeopleChange('editKeyResult');
  const edit = of.type === 'objective' ? editObjective : editKeyResult;
  const { id, version, ownerAccountId, ownerInactive, contributorIds } = of.thing;
  const free = ownerAccountId === null || ownerInactive;
  const error = take.error ?? edit.error;
  return (
    <section className={of.type === 'objective' ? undefined : 'key-result-card'} aria-labelledby={titleId}>
      <Heading {...heading} id={titleId} className={of.type === 'objective' ? 'details__heading' : 'key-result-card__title'}>
        {of.type === 'objective' ? 'Owner and contributors' : 'Contributors'}
      </Heading>
      {error && <ErrorState title="That was not saved" error={error} />}
      {(free || of.type === 'objective') && (
        <p>
          {of.type === 'objective' && <Person accountId={ownerAccountId} withName />}{' '}
          {ownerAccountId === null && of.type === 'key-result' && <span className="subtle">Nobody owns this. </span>}
          {ownerInactive && <span className="subtle">The owner’s account is not active any more. </span>}
          {free && ownerAccountId !== place.accountId && (
            <Button spacing="compact" isLoading={take.isPending} onClick={() => take.mutate({ subject: { type: of.type, id }, version })}>
              Take ownership
            </Button>
          )}
        </p>
      )}
      {may ? (
        <PeopleList
          label="Contributors"
          addLabel="Add a contributor"
          accountIds={contributorIds}
          onChange={(accountIds) => edit.mutate({ id, version, contributorIds: [...accountIds] })}
          projectId={projectId}
        />
      ) : (
        <ul className="people-list" aria-label="Contributors">
          {contributorIds.map((accountId) => (
            <li key={accountId} className="people-list__line">
              <Person accountId={accountId} withName />
            </li>
          ))}
        </ul>
      )}
      {contributorIds.length === 0 && (
        <p className="subtle">Nobody else contributes. Contributors record progress; they do not change the plan.</p>
      )}
    </section>
  );
};
