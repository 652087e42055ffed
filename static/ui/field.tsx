/**
 * Form fields on native controls: label, help and error belong together for everyone, and the browser's own date and number inputs know the
 * reader's language. Values are strings as typed; what they mean is the form's business.
 */
import { Fragment, useId, type ReactNode } from 'react';
import './field.css';

type Frame = {
  readonly label: string;
  readonly help?: ReactNode;
  /** Words, or null when the value is fine. */
  readonly error?: string | null;
  readonly required?: boolean;
};

type Typed = Frame & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly onBlur?: () => void;
};

type Wiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly required: boolean;
};

/** Label, control, help and error of one field; the control takes the wiring. */
export const Field = ({
  label,
  help,
  error = null,
  required = false,
  children,
}: Frame & { readonly children: (wiring: Wiring) => ReactNode }) => {
  const id = useId();
  const described = [help ? `${id}-help` : '', error === null ? '' : `${id}-error`].join(' ').trim();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
        {required && (
          <span className="field__required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error !== null, required })}
      <div id={`${id}-help`} className="field__help">
        {help}
      </div>
      <div id={`${id}-error`} className="field__error" role="alert">
        {error}
      </div>
    </div>
  );
};

export const TextField = ({
  value,
  onChange,
  onBlur,
  autoFocus = false,
  disabled = false,
  type = 'text',
  maxLength,
  placeholder,
  ...frame
}: Typed & { readonly type?: 'text' | 'search'; readonly maxLength?: number; readonly placeholder?: string }) => (
  <Field {...frame}>
    {(wiring) => (
      <input
        {...wiring}
        className="field__control"
        type={type}
        dir="auto"
        autoComplete="off"
        value={value}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        disabled={disabled}
        maxLength={maxLength}
        placeholder={placeholder}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

export const TextAreaField = ({
  value,
  onChange,
  onBlur,
  autoFocus = false,
  disabled = false,
  rows = 3,
  code = false,
  maxLength,
  ...frame
}: Typed & { readonly rows?: number; readonly code?: boolean; readonly maxLength?: number }) => (
  <Field {...frame}>
    {(wiring) => (
      <textarea
        {...wiring}
        className={code ? 'field__control field__control--code' : 'field__control'}
        dir={code ? 'ltr' : 'auto'}
        rows={rows}
        spellCheck={!code}
        value={value}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        disabled={disabled}
        maxLength={maxLength}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

export const NumberField = ({
  value,
  onChange,
  autoFocus = false,
  disabled = false,
  min,
  max,
  ...frame
}: Typed & { readonly min?: number; readonly max?: number }) => (
  <Field {...frame}>
    {(wiring) => (
      <input
        {...wiring}
        className="field__control field__control--number"
        type="number"
        step="any"
        min={min}
        max={max}
        value={value}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

export const DateField = ({
  value,
  onChange,
  disabled = false,
  min,
  max,
  ...frame
}: Typed & { readonly min?: string; readonly max?: string }) => (
  <Field {...frame}>
    {(wiring) => (
      <input
        {...wiring}
        className="field__control field__control--date"
        type="date"
        min={min}
        max={max}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

export type Choice = { readonly value: string; readonly label: string };

export const SelectField = ({ value, onChange, disabled = false, choices, ...frame }: Typed & { readonly choices: readonly Choice[] }) => (
  <Field {...frame}>
    {(wiring) => (
      <select {...wiring} className="field__control" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

type RadioChoice = Choice & {
  readonly help?: string;
  /** Fields that belong to the choice: shown below it while it is the one chosen. */
  readonly fields?: ReactNode;
};

/** One of a few, each with a sentence of its own; as cards where each of them deserves a look. */
export const RadioField = ({
  label,
  value,
  onChange,
  choices,
  cards = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly RadioChoice[];
  readonly cards?: boolean;
}) => {
  const name = useId();
  return (
    <fieldset className={cards ? 'field field--cards' : 'field'}>
      <legend className="field__label">{label}</legend>
      {choices.map((choice) => (
        <Fragment key={choice.value}>
          <label className="field__choice">
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>
              {choice.label}
              {choice.help && <span className="field__help">{choice.help}</span>}
            </span>
          </label>
          {choice.fields && choice.value === value && <div className="field__choice-fields">{choice.fields}</div>}
        </Fragment>
      ))}
    </fieldset>
  );
};
