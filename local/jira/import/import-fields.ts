/** Takes the custom fields of an export in. One of the site's own that no issue uses makes room for its namesake. */
import type { Field } from '../model';
import type { Store } from '../store';
import { createAdopted } from './adopt';
import type { Adopted } from './adopt';
import { isNamed, nameOf, text } from './raw-values';

export const sprintFieldType = 'com.pyxis.greenhopper.jira:gh-sprint';

export const importFields = (store: Store, fields: readonly Field[]): Adopted => {
  const used = new Set([...store.issues.values()].flatMap((issue) => Object.keys(issue.custom)));
  for (const own of [...store.fields.values()]) {
    const isReplaced = fields.some((field) => isNamed(own, field.name) && own.id !== field.id);
    const inUse = used.has(own.id) || (own.customType === sprintFieldType && store.sprints.size > 0);
    if (own.custom && isReplaced && !inUse) store.fields.delete(own.id);
  }
  const described = new Map(fields.map((field) => [field.id, field]));
  const adopted = createAdopted(store, {
    records: store.fields,
    isSame: (field, raw) => field.custom && field.name === nameOf(raw),
    make: (id, raw): Field => {
      const { type = 'any', items = null, customType = null } = described.get(text(raw['id']) ?? '') ?? {};
      return { id, name: nameOf(raw), custom: true, type, items, customType };
    },
    freshId: () => `customfield_${store.nextId()}`,
  });
  for (const field of fields) {
    adopted.adopt({ id: field.id, name: field.name });
    store.reserveId(field.id.replace('customfield_', ''));
  }
  return adopted;
};
