/** Chooses one of Jira's number fields by its name. Says so while they are on their way, when they cannot be had, and when there are none. */
import { SelectField } from '../../ui/field';
import { useNumberFields } from './queries';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
  /** Fields that are none of Jira's number fields and can be chosen all the same. */
  readonly more?: readonly { readonly id: string; readonly name: string }[];
};

const noFields: readonly { readonly id: string; readonly name: string }[] = [];

export const NumberFieldChoice = ({ label, value, onChange, error, more = noFields }: Props) => {
  const query = useNumberFields();
  const fields = [...more, ...(query.data ?? [])];
  const known = fields.some(({ id }) => id === value);
  const help = query.isPending
    ? 'Loading the fields of Jira…'
    : fields.length === 0 && !query.isError
      ? 'Jira has no number field that you may see.'
      : undefined;
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      help={help}
      error={error ?? (query.isError ? 'The fields of Jira could not be loaded. Close this form and try again in a moment.' : null)}
      required
      choices={[
        { value: '', label: 'Choose a field' },
        ...(known || value === '' ? [] : [{ value, label: query.isPending ? 'The field chosen so far' : 'A field you cannot see' }]),
        ...fields.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
};
