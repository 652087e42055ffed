/** How a new key result is measured: four ways, each in one sentence. */
import { RadioField } from '../../ui/field';
import type { Kind } from './key-result-draft';

const kinds: readonly { readonly value: Kind; readonly label: string; readonly help: string }[] = [
  { value: 'work', label: 'Work', help: 'Jira issues move it as they get done; nobody types a number.' },
  { value: 'metric', label: 'Metric', help: 'A number goes from a start to a target, up or down.' },
  { value: 'band', label: 'Band', help: 'A number stays between a lower and an upper end.' },
  { value: 'milestones', label: 'Milestones', help: 'Steps are reached, one by one.' },
];

type Props = {
  readonly kind: Kind;
  readonly onChange: (kind: Kind) => void;
};

export const KindChoice = ({ kind, onChange }: Props) => (
  <RadioField
    cards
    label="Measured by"
    value={kind}
    onChange={(value) => {
      const chosen = kinds.find((each) => each.value === value);
      if (chosen) onChange(chosen.value);
    }}
    choices={kinds}
  />
);
