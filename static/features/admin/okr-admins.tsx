/** Who holds the app's administrator role: the list, giving it and taking it back. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { Person } from '../../ui/person';
import { PersonPicker } from '../../ui/person-picker';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useOkrAdmins, useRoleChange } from './role-queries';

export const OkrAdmins = () => {
  const { showFlag } = useHost();
  const admins = useOkrAdmins();
  const grant = useRoleChange('grantOkrAdmin');
  const revoke = useRoleChange('revokeOkrAdmin');
  const [accountId, setAccountId] = useState<string | null>(null);
  const give = () => {
    if (accountId === null) return;
    grant.mutate(
      { holderAccountId: accountId },
      {
        onSuccess: () => {
          setAccountId(null);
          showFlag({ title: 'OKR admin added', tone: 'success' });
        },
      },
    );
  };
  return (
    <section aria-labelledby="okr-admins-title">
      <h2 id="okr-admins-title">OKR admins</h2>
      <p className="subtle">
        They add objectives of the company, make groups, and see private objectives. Administrators of Jira may do the same, except that
        they see private objectives only once they are OKR admins.
      </p>
      {admins.isPending && (
        <Loading what="OKR admins">
          <Skeleton height="48px" />
        </Loading>
      )}
      {admins.isError && (
        <ErrorState title="The OKR admins could not be loaded" error={admins.error} onRetry={() => void admins.refetch()} />
      )}
      {admins.data && (
        <>
          {admins.data.length === 0 && <p>Nobody yet: administrators of Jira do their work.</p>}
          <ul className="people-list">
            {admins.data.map((admin) => (
              <li key={admin.accountId} className="people-list__line">
                <Person accountId={admin.accountId} withName />
                <Button
                  appearance="subtle"
                  spacing="compact"
                  isLoading={revoke.isPending && revoke.variables.holderAccountId === admin.accountId}
                  onClick={() => revoke.mutate({ holderAccountId: admin.accountId })}
                >
                  Take the role back
                </Button>
              </li>
            ))}
          </ul>
          {(revoke.error ?? grant.error) && <ErrorState title="The roles were not changed" error={revoke.error ?? grant.error} />}
          <div className="role-list__add">
            <PersonPicker
              label="New OKR admin"
              placeholder="Search for a person"
              nobody="Clear"
              me="Choose me"
              accountId={accountId}
              onChange={setAccountId}
              projectId={null}
            />
            <Button onClick={give} isDisabled={accountId === null} isLoading={grant.isPending}>
              Add
            </Button>
          </div>
        </>
      )}
    </section>
  );
};
