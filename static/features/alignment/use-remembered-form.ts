/** Whether the alignment is seen as a map or as a list: as the reader chose last; before that, the list where a map has no room. */
import { useState } from 'react';

export const forms = [
  { key: 'map', label: 'Map' },
  { key: 'list', label: 'List' },
] as const;

export type Form = (typeof forms)[number]['key'];

const name = 'throughline.alignment.form';
/** Px. */
const narrow = 640;

/** A browser may refuse to remember anything; then the choice lives as long as the page. */
const remembered = (): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const remember = (form: Form): void => {
  try {
    localStorage.setItem(name, form);
  } catch {
    // As good as it gets.
  }
};

export const useRememberedForm = (): readonly [Form, (form: Form) => void] => {
  const [form, setForm] = useState<Form>(
    () => forms.find(({ key }) => key === remembered())?.key ?? (window.innerWidth < narrow ? 'list' : 'map'),
  );
  const choose = (next: Form) => {
    remember(next);
    setForm(next);
  };
  return [form, choose];
};
