/**
 * Whether the alignment is seen as a map or as a list: as the page's address says, else as the reader chose last, else as the window has room for.
 * Browsers may forbid a page in a frame to remember anything: then the address alone does.
 */
import { useState } from 'react';
import type { Address } from '../../host';

export const forms = [
  { key: 'map', label: 'Map' },
  { key: 'list', label: 'List' },
] as const;

export type Form = (typeof forms)[number]['key'];

const parameter = 'form';
const storedAs = 'throughline.alignment.form';
/** Px. */
const narrow = 640;

const remembered = (): string | null => {
  try {
    return localStorage.getItem(storedAs);
  } catch {
    return null;
  }
};

const remember = (form: Form): void => {
  try {
    localStorage.setItem(storedAs, form);
  } catch {
    // The address keeps it.
  }
};

const formCalled = (name: string | null): Form | null => forms.find(({ key }) => key === name)?.key ?? null;

export const useRememberedForm = (address: Address | null): readonly [Form, (form: Form) => void] => {
  const [form, setForm] = useState<Form>(() => {
    const named = formCalled(new URLSearchParams(address?.search() ?? '').get(parameter));
    return named ?? formCalled(remembered()) ?? (window.innerWidth < narrow ? 'list' : 'map');
  });
  const choose = (next: Form) => {
    setForm(next);
    remember(next);
    if (!address) return;
    const params = new URLSearchParams(address.search());
    params.set(parameter, next);
    address.replaceSearch(`?${params.toString()}`);
  };
  return [form, choose];
};
