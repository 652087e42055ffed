/** A home as the two columns `level` and `home_id`; the company's has an empty id. */
import type { Home, Level } from '../domain/home';
import { textOf, wordOf } from './row';
import type { Row } from './sql-client';

export const homeIdOf = (home: Home): string => {
  switch (home.level) {
    case 'company':
      return '';
    case 'group':
      return home.groupId;
    case 'project':
      return home.projectId;
  }
};

export function homeOfColumns(level: Level, id: string): Home {
  switch (level) {
    case 'company':
      return { level };
    case 'group':
      return { level, groupId: id };
    case 'project':
      return { level, projectId: id };
  }
}

/** Reads the columns `level` and `home_id`. */
export const parseHome = (row: Row): Home => homeOfColumns(wordOf(row, 'level', ['company', 'group', 'project']), textOf(row, 'home_id'));
