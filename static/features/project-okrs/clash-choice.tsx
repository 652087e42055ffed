/** After a conflict: what both changed, with both values and a choice; what only the other changed is already in the form. */
import { SectionMessage } from '../../ui/section-message';
import './clash-choice.css';
import type { Edit } from './use-edit';

type Props<K extends string> = {
  readonly edit: Edit<K>;
  readonly labels: Readonly<Record<K, string>>;
  /** A value as a person reads it. */
  readonly show: (field: K, value: string) => React.ReactNode;
};

export const ClashChoice = <K extends string>({ edit, labels, show }: Props<K>) => {
  const { clashes, draft, set } = edit;
  if (clashes === null) return null;
  return (
    <div className="field">
      <SectionMessage tone="warning" title="Somebody else saved a change while this form was open">
        {clashes.length === 0
          ? 'It does not touch what you changed. Their values are filled in; save again to keep both.'
          : 'Choose what to keep, then save again.'}
        {clashes.map(({ field, mine, theirs }) => (
          <fieldset key={field} className="clash-choice">
            <legend className="field__label">{labels[field]}</legend>
            {[
              { words: 'Yours', value: mine },
              { words: 'Theirs', value: theirs },
            ].map(({ words, value }) => (
              <label key={words} className="field__choice">
                <input type="radio" name={`clash-${field}`} checked={draft[field] === value} onChange={() => set(field)(value)} />
                <span>
                  {words}: <bdi>{show(field, value)}</bdi>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </SectionMessage>
    </div>
  );
};
