/** Search and the three choices above the list. Filters at once, in the browser; knows nothing of what they leave. */
import Button from '@atlaskit/button/new';
import { useMemo } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Health } from '../../../src/domain/model';
import { healthWords } from '../../ui/health-lozenge';
import { isFiltering, noFilter, nobody, type Filter } from './filter';
import { useOwnerNames } from './use-owner-names';
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
const ownerOptions = (names: ReadonlyMap<string | null, string>): readonly Option<string>[] => {
  const named = [...names].flatMap(([value, label]) => (value === null ? [] : [{ value, label }]));
  const sorted = named.toSorted((one, other) => one.label.localeCompare(other.label));
  return names.has(null) ? [...sorted, { value: nobody, label: 'No owner' }] : sorted;
};

const healthOptions = (Object.keys(healthWords) as Health[]).map((health) => ({ value: health, label: healthWords[health].word }));
const kindOptions = [
  { value: 'work', label: 'Work' },
  { value: 'metric', label: 'Metric' },
  { value: 'band', label: 'Band' },
  { value: 'milestones', label: 'Milestones' },
] as const;

export const FilterBar = ({ filter, onChange, objectives }: Props) => {
  const names = useOwnerNames(objectives);
  const owners = useMemo(() => ownerOptions(names), [names]);
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
