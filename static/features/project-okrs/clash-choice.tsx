/** After a conflict: what both changed, with both values and a choice; what only the other changed is already in the form. */
import type { ReactNode } from 'react';
import { SectionMessage } from '../../ui/section-message';
import './clash-choice.css';
import { sameValue, type AnyDraft, type Clash } from './draft';
import type { Edit } from './use-edit';
import { useLastEditor } from './use-last-editor';

type Props<T, D> = {
  readonly edit: Edit<T, D>;
  readonly labels: Readonly<Record<keyof D, string>>;
  /** Whose change it was is looked up, where this says of what. */
  readonly subject?: { readonly type: 'objective' | 'key-result'; readonly id: string };
  /** A value as a person reads it. */
  readonly show: <K extends keyof D>(field: K, value: D[K]) => ReactNode;
};

export const ClashChoice = <T, D extends AnyDraft<D>>({ edit, labels, subject, show }: Props<T, D>) => {
  const { clashes, draft, set } = edit;
  const name = useLastEditor(clashes === null ? null : (subject ?? null));
  const theirs = name === null ? 'Theirs' : `Theirs, by ${name}`;
  if (clashes === null) return null;
  const choice = ({ field }: Clash<D>, words: string, value: Clash<D>['mine']) => (
    <label key={words} className="field__choice">
      <input type="radio" name={`clash-${field}`} checked={sameValue(draft[field], value)} onChange={() => set(field)(value)} />
      <span>
        {words}: <bdi>{show(field, value)}</bdi>
      </span>
    </label>
  );
  return (
    <div className="field">
      <SectionMessage tone="warning" title={`${name ?? 'Somebody else'} saved a change while this form was open`}>
        {clashes.length === 0
          ? 'It does not touch what you changed. Their values are filled in; save again to keep both.'
          : 'Choose what to keep, then save again.'}
        {clashes.map((clash) => (
          <fieldset key={clash.field} className="clash-choice">
            <legend className="field__label">{labels[clash.field]}</legend>
            {choice(clash, 'Yours', clash.mine)}
            {choice(clash, theirs, clash.theirs)}
          </fieldset>
        ))}
      </SectionMessage>
    </div>
  );
};
