/** A few words in place, then done: one field, a verb and a way back. Esc is the way back too. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { TextField } from '../../ui/field';

type Props = {
  readonly label: string;
  readonly verb: string;
  readonly busy: boolean;
  /** What is said when there are no words; without it they may be missing. */
  readonly required?: string;
  readonly startWith?: string;
  readonly onSend: (words: string) => void;
  readonly onCancel: () => void;
};

export const WordsForm = ({ label, verb, busy, required, startWith = '', onSend, onCancel }: Props) => {
  const [words, setWords] = useState(startWith);
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className="buy-in__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const said = words.trim();
        if (said === '' && required !== undefined) setWrong(required);
        else onSend(said);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Not the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={label}
        value={words}
        onChange={(next) => {
          setWords(next);
          setWrong(null);
        }}
        error={wrong}
        required={required !== undefined}
        autoFocus
        maxLength={500}
      />
      <div className="buy-in__own">
        <Button type="submit" spacing="compact" appearance="primary" isLoading={busy}>
          {verb}
        </Button>
        <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
