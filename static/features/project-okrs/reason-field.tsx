/** Asks why a plan that has begun is changed. Shown only once something of the plan really is. */
import { TextField } from '../../ui/field';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
};

export const ReasonField = ({ value, onChange, error }: Props) => (
  <TextField
    label="Why does the plan change?"
    value={value}
    onChange={onChange}
    error={error}
    required
    maxLength={500}
    help="The plan has begun, so this stays on record beside the change, for everyone to read."
  />
);
