/**
 * Where an objective lives: with the company, a group of projects, or a project. It decides who may see it and who leads it. Key results live
 * where their objective does. Pure; knows nothing of who asks.
 */
export type Home =
  | { readonly level: 'company' }
  | { readonly level: 'group'; readonly groupId: string }
  | { readonly level: 'project'; readonly projectId: string };

export type Level = Home['level'];

/** From the widest to the narrowest. */
export const levels: readonly Level[] = ['company', 'group', 'project'];

/** Null where it is no single project's. */
export const projectIdOf = (home: Home): string | null => (home.level === 'project' ? home.projectId : null);

/** The projects among these homes, each once, in the order given. */
export const projectIdsOf = (homes: readonly Home[]): readonly string[] => [
  ...new Set(homes.flatMap((home) => (home.level === 'project' ? [home.projectId] : []))),
];

/** What tells a home from all others as text: `company`, `group g-1`, `project 10000`. */
export const homeKey = (home: Home): string => {
  switch (home.level) {
    case 'company':
      return 'company';
    case 'group':
      return `group ${home.groupId}`;
    case 'project':
      return `project ${home.projectId}`;
  }
};
