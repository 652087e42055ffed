/** What the form of every group of settings has in common: its heading, the clash with another administrator, errors and the button. */
import Button from '@atlaskit/button/new';
import { useId, type FormEvent, type ReactNode } from 'react';
import { ErrorState } from '../../ui/error-state';
import { ClashChoice } from '../project-okrs/clash-choice';
import { errorOfForm } from '../project-okrs/field-errors';
import type { AnyDraft } from '../project-okrs/draft';
import type { Edit } from '../project-okrs/use-edit';

/** Every field of it is a text. */
type TextDraft<D> = AnyDraft<D> & { readonly [K in keyof D]: string };

type Props<T, D> = {
  readonly title: string;
  /** What it is for, and what follows from a change. */
  readonly about: string;
  readonly edit: Edit<T, D>;
  readonly labels: Readonly<Record<keyof D, string>>;
  /** A value of the draft as a person reads it; default: as it is. */
  readonly show?: (field: keyof D, value: string) => string;
  readonly children: ReactNode;
};

export const SettingForm = <T, D extends TextDraft<D>>({
  title,
  about,
  edit,
  labels,
  show = (_, value) => value,
  children,
}: Props<T, D>) => {
  const titleId = useId();
  const unplaced = errorOfForm(edit.error, Object.keys(labels));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edit.submit();
  };
  return (
    <form className="setting-form" aria-labelledby={titleId} onSubmit={submit} noValidate>
      <h2 id={titleId}>{title}</h2>
      <p className="subtle">{about}</p>
      {unplaced && <ErrorState title="The settings were not saved" error={unplaced} />}
      <ClashChoice edit={edit} labels={labels} show={show} />
      {children}
      <Button type="submit" appearance="primary" isLoading={edit.busy}>
        Save
      </Button>
    </form>
  );
};
