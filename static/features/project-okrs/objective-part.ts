/** The parts of an objective's details that one can come to directly, by the ids of their headings. */
const headings = {
  'key-results': 'objective-key-results',
  alignment: 'objective-alignment',
  'buy-in': 'buy-in',
  ownership: 'objective-ownership',
} as const;

export type ObjectivePart = keyof typeof headings;

/** What makes the heading of a part one to come to: `arrives` it takes the focus once the details are open. */
export const partHeading = (part: ObjectivePart, arrives: boolean) =>
  ({ id: headings[part], tabIndex: -1, 'data-autofocus': arrives ? '' : undefined }) as const;

/** Goes to a part of the details that are open; nothing where they do not have it. */
export const goToPart = (part: ObjectivePart): void => document.getElementById(headings[part])?.focus();
