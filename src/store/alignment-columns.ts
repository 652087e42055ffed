/**
 * What an objective is aligned to, and whether that side has taken the contribution up, as columns of its row and of the rows above. What is private
 * has nothing below it, so that a private parent reads as none. Reading and writing of columns only; who may align what is not known here.
 */
import type { Home } from '../domain/home';
import type { ContributionState } from '../domain/model';
import { homeOfColumns } from './home-columns';
import { lineageJoins } from './lineage-columns';
import { flagOf, numberOf, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlValue } from './sql-client';

/** How the parent's side stands to it, and who said so last: whoever asked, accepted or declined. */
export type ContributionRecord = {
  readonly state: ContributionState;
  readonly byAccountId: string;
  /** Epoch ms. */
  readonly at: number;
  /** What they said with it. */
  readonly words: string | null;
};

export type AlignmentRecord = {
  readonly parentId: string;
  /** A key result of the parent; null: the parent as a whole. */
  readonly parentKeyResultId: string | null;
  readonly contribution: ContributionRecord;
};

/** An alignment as it is read, with what is above. */
export type ParentRecord = AlignmentRecord & {
  readonly number: number;
  readonly title: string;
  readonly home: Home;
  readonly isArchived: boolean;
  /** Null where it is aligned to the objective as a whole, or its key result is archived or not the objective's any more. */
  readonly keyResult: { readonly id: string; readonly number: number; readonly title: string } | null;
};

const up = (alias: string): string => `${alias}_up`;
const key = (alias: string): string => `${alias}_key`;

/** The table `objective` under this alias with what is above it and what it was copied from, for `parentColumns` and `lineageColumns`. */
export const objectiveWithParent = (alias: string): string =>
  `objective ${alias} LEFT JOIN objective ${up(alias)} ON ${up(alias)}.id = ${alias}.parent_id AND ${up(alias)}.private = 0
   LEFT JOIN key_result ${key(alias)} ON ${key(alias)}.id = ${alias}.parent_key_result_id
     AND ${key(alias)}.objective_id = ${up(alias)}.id AND ${key(alias)}.archived_at IS NULL
   ${lineageJoins(alias)}`;

/** The columns `parseParent` reads. */
export const parentColumns = (alias: string): readonly string[] => [
  `${alias}.parent_key_result_id AS parent_key_result_id`,
  ...['contribution', 'contribution_by', 'contribution_at', 'contribution_words'].map((name) => `${alias}.${name} AS ${name}`),
  ...['id', 'number', 'title', 'level', 'home_id'].map((name) => `${up(alias)}.${name} AS parent_${name}`),
  `CASE WHEN ${up(alias)}.archived_at IS NULL THEN 0 ELSE 1 END AS parent_archived`,
  ...['id', 'number', 'title'].map((name) => `${key(alias)}.${name} AS parent_key_${name}`),
];

/** Null without a parent, and where it is private. */
export function parseParent(row: Row): ParentRecord | null {
  const parentId = textOrNull(row, 'parent_id');
  if (parentId === null) return null;
  const keyResultId = textOrNull(row, 'parent_key_id');
  return {
    parentId,
    parentKeyResultId: textOrNull(row, 'parent_key_result_id'),
    number: numberOf(row, 'parent_number'),
    title: textOf(row, 'parent_title'),
    home: homeOfColumns(wordOf(row, 'parent_level', ['company', 'group', 'project']), textOf(row, 'parent_home_id')),
    isArchived: flagOf(row, 'parent_archived'),
    keyResult:
      keyResultId === null ? null : { id: keyResultId, number: numberOf(row, 'parent_key_number'), title: textOf(row, 'parent_key_title') },
    contribution: {
      state: wordOf(row, 'contribution', ['accepted', 'waiting', 'declined']),
      byAccountId: textOf(row, 'contribution_by'),
      at: numberOf(row, 'contribution_at'),
      words: textOrNull(row, 'contribution_words'),
    },
  };
}

type Columns = Readonly<Record<string, SqlValue>>;

export const contributionColumns = ({ state, byAccountId, at, words }: ContributionRecord): Columns => ({
  contribution: state,
  contribution_by: byAccountId,
  contribution_at: at,
  contribution_words: words,
});

/** Null: aligned to nothing. */
export const alignmentColumns = (alignment: AlignmentRecord | null): Columns => ({
  parent_id: alignment?.parentId ?? null,
  parent_key_result_id: alignment?.parentKeyResultId ?? null,
  ...(alignment === null
    ? { contribution: null, contribution_by: null, contribution_at: null, contribution_words: null }
    : contributionColumns(alignment.contribution)),
});
