/** Where a page of objectives from several places ended, as the text that is passed back for the next one: `group g-1 1048576 7`. */
import { levels } from '../../domain/home';
import type { After } from '../../store/company-pages';
import { homeIdOf, homeOfColumns } from '../../store/home-columns';
import { invalid } from '../okr-error';

export const cursorOf = ({ home, rank, number }: After): string => [home.level, homeIdOf(home), rank, number].join(' ');

/** Null without a cursor; throws `INVALID` for one that this did not write. */
export function afterOf(cursor: string | undefined): After | null {
  if (cursor === undefined) return null;
  const [, name, id, rank, number] = /^(\w+) (\S*) (-?\d{1,16}) (\d{1,10})$/.exec(cursor) ?? [];
  const level = levels.find((one) => one === name);
  if (level === undefined || id === undefined) throw invalid('cursor', 'Start again from the first page.');
  return { home: homeOfColumns(level, id), rank: Number(rank), number: Number(number) };
}
