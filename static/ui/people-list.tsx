/** Several people: those chosen, each with a way out, and a search to choose more. */
import Button from '@atlaskit/button/new';
import './people-list.css';
import { Person } from './person';
import { PersonPicker } from './person-picker';

type Props = {
  /** What they are: `Leads of the group`. */
  readonly label: string;
  /** What the search adds: `Add a lead`. */
  readonly addLabel: string;
  readonly accountIds: readonly string[];
  readonly onChange: (accountIds: readonly string[]) => void;
  /** Where they can be given work; null: everybody. */
  readonly projectId: string | null;
};

export const PeopleList = ({ label, addLabel, accountIds, onChange, projectId }: Props) => (
  <div>
    <PersonPicker
      label={addLabel}
      placeholder="Search for a person"
      me="Add me"
      accountId={null}
      projectId={projectId}
      onChange={(accountId) => {
        if (accountId !== null) onChange([...new Set([...accountIds, accountId])]);
      }}
    />
    <ul className="people-list" aria-label={label}>
      {accountIds.map((accountId) => (
        <li key={accountId} className="people-list__line">
          <Person accountId={accountId} withName />
          <Button appearance="subtle" spacing="compact" onClick={() => onChange(accountIds.filter((other) => other !== accountId))}>
            Remove
          </Button>
        </li>
      ))}
    </ul>
  </div>
);
