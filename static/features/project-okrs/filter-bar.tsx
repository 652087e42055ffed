/** Search and the three choices above the list. Filters at once, in the browser; knows nothing of what they leave. */
import Button from '@atlaskit/button/new';
import { useQueries } from '@tanstack/react-query';
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Health } from '../../../src/domain/model';
import { useHost } from '../../host';
import { healthWords } from '../../ui/health-lozenge';
import { isFiltering, noFilter, nobody, type Filter } from './filter';
import './filter-bar.css';

type Props = {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** Unfiltered: they say which owners there are to choose from. */
  readonly objectives: readonly ObjectiveView[];
};

type Option<T> = { readonly value: T; readonly label: string };

/** A choice whose first entry, its name, stands for none. */
const Choice = <T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T | null) => void;
}) => (
  <select
    className="filter-bar__control"
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
  >
    <option value="">{label}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

/** The owners on the page by name; `No owner` last. */
const useOwnerOptions = (objectives: readonly ObjectiveView[]): readonly Option<string>[] => {
  const { jira } = useHost();
  const owners = objectives.flatMap((objective) => [
    objective.ownerAccountId,
    ...objective.keyResults.map((keyResult) => keyResult.ownerAccountId),
  ]);
  const accountIds = [...new Set(owners)].flatMap((owner) => (owner === null ? [] : [owner]));
  const people = useQueries({
    queries: accountIds.map((accountId) => ({
      queryKey: ['person', accountId],
      queryFn: () => jira.person(accountId),
      staleTime: 10 * 60_000,
    })),
  });
  const named = accountIds
    .map((accountId, at) => ({ value: accountId, label: people[at]?.data?.name ?? 'Unknown user' }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return owners.includes(null) ? [...named, { value: nobody, label: 'No owner' }] : named;
};

const healthOptions = (Object.keys(healthWords) as Health[]).map((health) => ({ value: health, label: healthWords[health].word }));
const kindOptions = [
  { value: 'work', label: 'Work' },
  { value: 'metric', label: 'Metric' },
] as const;

export const FilterBar = ({ filter, onChange, objectives }: Props) => {
  const owners = useOwnerOptions(objectives);
  return (
    <div className="filter-bar" role="search" aria-label="Objectives and key results">
      <input
        className="filter-bar__control filter-bar__search"
        type="search"
        dir="auto"
        aria-label="Search objectives and key results"
        placeholder="Search objectives and key results"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Choice label="Owner" value={filter.owner} options={owners} onChange={(owner) => onChange({ ...filter, owner })} />
      <Choice label="Health" value={filter.health} options={healthOptions} onChange={(health) => onChange({ ...filter, health })} />
      <Choice label="Kind" value={filter.kind} options={kindOptions} onChange={(kind) => onChange({ ...filter, kind })} />
      {isFiltering(filter) && (
        <Button appearance="subtle" onClick={() => onChange(noFilter)}>
          Clear filters
        </Button>
      )}
    </div>
  );
};
