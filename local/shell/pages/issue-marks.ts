/** The small signs of an issue wherever one is named: its type, its status, a person. */
import { h, icon } from './dom';
import type { IssueType, Person, Status } from './jira';

const typeShapes: Readonly<Record<string, string>> = {
  epic: 'M9 2 4 9h3.5L7 14l5-7H8.500z',
  story: 'M5 3h6v10l-3-2.500L5 13z',
  bug: 'M8 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7z',
  task: 'M3.800 8.200 5 7l2.200 2.200L11.200 5l1.200 1.200-5.200 5.400z',
  'sub-task': 'M4 4h5v2H6v3H4zM7 7h5v5H7z',
};

export function typeMark(type: IssueType): HTMLElement {
  const name = type.name.toLowerCase();
  const known = name in typeShapes ? name : type.subtask === true ? 'sub-task' : (type.hierarchyLevel ?? 0) > 0 ? 'epic' : 'task';
  return h(
    'span',
    { class: `type-mark type-${known}`, role: 'img', 'aria-label': type.name, title: type.name },
    icon(typeShapes[known] ?? ''),
  );
}

export function statusMark(status: Status): HTMLElement {
  return h('span', { class: `lozenge category-${status.statusCategory.key}` }, status.name);
}

/** The initials of a person in a disc; nobody is an empty one. */
export function personMark(person: Person | null | undefined): HTMLElement {
  if (!person)
    return h(
      'span',
      { class: 'person' },
      h('span', { class: 'avatar avatar-nobody', 'aria-hidden': 'true' }),
      h('span', { class: 'muted' }, 'Unassigned'),
    );
  return h('span', { class: 'person' }, avatar(person), h('bdi', {}, person.displayName));
}

export function avatar(person: Person): HTMLElement {
  const initials = person.displayName
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((letter) => letter !== '');
  const text = initials.length > 1 ? `${initials[0] ?? ''}${initials.at(-1) ?? ''}` : (initials[0] ?? '?');
  const hue = [...person.accountId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return h('span', { class: `avatar avatar-${hue}`, 'aria-hidden': 'true' }, text.toUpperCase());
}
