/**
 * Reads the golden tables of `docs/progress.md` and `docs/quality.md`, so that documents and rules are held to each other.
 * Knows Markdown tables and how the document writes numbers, issues and rules; it judges nothing. What it cannot read, it refuses.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CountingRule, IssueFacts, StatusCategory } from '../../src/domain/model';

/** A row of a golden table: its case, and its other cells by column name. */
export type GoldenRow = {
  readonly title: string;
  /** The text of a cell, without backticks; throws when the table has no such column. */
  readonly cell: (column: string) => string;
};

/** The cells of the table under a heading, its first row first. */
export function tableUnder(heading: string, document: string): readonly (readonly string[])[] {
  const lines = readFileSync(path.join(__dirname, '../../docs', document), 'utf8').split('\n');
  const at = lines.indexOf(heading);
  if (at < 0) throw new Error(`docs/${document} has no "${heading}"`);
  const afterHeading = lines.slice(at + 1);
  const nextHeading = afterHeading.findIndex((line) => line.startsWith('#'));
  const section = nextHeading < 0 ? afterHeading : afterHeading.slice(0, nextHeading);
  const [columns, , ...rows] = section.filter((line) => line.startsWith('|')).map(cellsOf);
  return columns === undefined ? [] : [columns, ...rows];
}

/** The rows under `### Golden table: <name>`, as they stand in the document. */
export function goldenTable(name: string, document = 'progress.md'): readonly GoldenRow[] {
  const [columns, ...rows] = tableUnder(`### Golden table: ${name}`, document);
  if (!columns || rows.length === 0) throw new Error(`The golden table "${name}" is empty`);

  return rows.map((cells) => {
    if (cells.length !== columns.length)
      throw new Error(`"${name}": a row of ${cells.length} cells under ${columns.length} columns: ${cells.join(' | ')}`);
    const cell = (column: string): string => {
      const text = cells[columns.indexOf(column)];
      if (text === undefined) throw new Error(`The golden table "${name}" has no column "${column}"`);
      return text;
    };
    return { title: cell('case'), cell };
  });
}

/** `3/4`, `0.75` or `-2`. */
export function readNumber(text: string): number {
  const match = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(text);
  if (!match) throw new Error(`"${text}" is not a number of the golden tables`);
  return Number(match[1]) / Number(match[2] ?? 1);
}

/** A number, or null for `not measured`. */
export function readRatio(text: string): number | null {
  return text === 'not measured' ? null : readNumber(text);
}

/** A list with commas; `–` is the empty one. */
export function readList(text: string): readonly string[] {
  return text === '–' ? [] : text.split(',').map((item) => item.trim());
}

const statusCategories: Readonly<Record<string, StatusCategory>> = { todo: 'todo', doing: 'in-progress', done: 'done' };

/**
 * `T1<S1<E done 5p 4h f=3 /2, A todo cancelled`: id and ancestors, nearest first, then a status, points, hours of estimate, the value of the
 * number field `f`, how many key results share it, and marks.
 */
export function readIssues(text: string): readonly IssueFacts[] {
  return readList(text).map((item) => {
    const [lineage = '', status = '', ...rest] = item.split(' ');
    const [issueId = '', ...ancestorIds] = lineage.split('<');
    const statusCategory = statusCategories[status];
    const points = rest.find((word) => /^-?[\d.]+p$/.test(word));
    const estimate = rest.find((word) => /^-?[\d.]+h$/.test(word));
    const value = rest.find((word) => /^f=-?[\d.]+$/.test(word));
    const sharers = rest.find((word) => /^\/\d+$/.test(word));
    const read = new Set([points, estimate, value, sharers, 'cancelled', 'gone']);
    const unread = rest.filter((word) => !read.has(word));
    if (!issueId || !statusCategory || unread.length > 0) throw new Error(`"${item}" is not an issue of the golden tables`);
    return {
      issueId,
      ancestorIds,
      statusCategory,
      cancelled: rest.includes('cancelled'),
      gone: rest.includes('gone'),
      points: points === undefined ? null : readNumber(points.slice(0, -1)),
      estimate: estimate === undefined ? null : readNumber(estimate.slice(0, -1)) * 3600,
      numbers: value === undefined ? {} : { f: readNumber(value.slice(2)) },
      sharedBy: sharers === undefined ? 1 : readNumber(sharers.slice(1)),
    };
  });
}

/** `count`, `points`, `estimate` or `field`, then `unestimated 2`, `in progress 1/2`, `wanted 40` or `split`. */
export function readRule(text: string): CountingRule {
  const [weightBy, ...options] = readList(text);
  if (weightBy !== 'count' && weightBy !== 'points' && weightBy !== 'estimate' && weightBy !== 'field')
    throw new Error(`"${text}" is not a rule of the golden tables`);
  let unestimated: CountingRule['unestimated'] = 'leave-out';
  let inProgressCredit = 0;
  let wanted: number | null = null;
  let shared: CountingRule['shared'] = 'repeat';
  for (const option of options) {
    const [, name, value = ''] = /^(unestimated|in progress|wanted) (.+)$/.exec(option) ?? [];
    if (name === 'unestimated') unestimated = readNumber(value);
    else if (name === 'in progress') inProgressCredit = readNumber(value);
    else if (name === 'wanted') wanted = readNumber(value);
    else if (option === 'split') shared = 'split';
    else throw new Error(`"${option}" is not an option of a rule of the golden tables`);
  }
  const howMuch = { unestimated, inProgressCredit, wanted, shared };
  return weightBy === 'field' ? { weightBy, fieldId: 'f', ...howMuch } : { weightBy, ...howMuch };
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
}
