/**
 * An objective and its key results as the fast form holds them: one line each, as typed. A line whose words say "from 40 to 5 bugs" is a metric with
 * that goal until somebody chooses otherwise. Pure; ids come in.
 */
import type { Input } from '../../../src/contract/api';
import type { KeyResultView } from '../../../src/contract/okr';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';
import type { KeyResultWording } from '../../../src/domain/quality/key-result-wording';
import { keyResultRuleIds } from '../../../src/domain/quality/rule-ids';
import { dismissals } from '../quality/dismissals';

type Kind = KeyResultView['kind'];

export type QuickLine = {
  readonly id: string;
  readonly title: string;
  /** Null: as its words say. */
  readonly kind: Kind | null;
  /** Start and target of a metric, low and high of a band, as typed; null: as the words say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly unit: string | null;
  /** Of milestones: names, separated by commas. */
  readonly steps: string;
  /** Rules of the coach that do not hold for it. */
  readonly dismissed: readonly DismissedRule[];
};

export const emptyLine = (id: string, title = ''): QuickLine => ({
  id,
  title,
  kind: null,
  from: null,
  to: null,
  unit: null,
  steps: '',
  dismissed: [],
});

const number = String.raw`(-?\d+(?:[.,]\d+)?)`;
const unitWord = String.raw`(?:\s?(%|[\p{L}€$£]{1,16}))?`;
const fromTo = new RegExp(String.raw`\bfrom ${number}${unitWord} to ${number}${unitWord}`, 'iu');

const numberOf = (text: string): string => text.replace(',', '.');

export type Goal = { readonly kind: Kind; readonly from: string; readonly to: string; readonly unit: string };

/** What a line measures: what was chosen, else what its words say, else its issues. */
export function goalOf({ title, kind, from, to, unit }: QuickLine): Goal {
  const [, start, unitBefore, target, unitAfter] = fromTo.exec(title) ?? [];
  const said = start !== undefined && target !== undefined;
  return {
    kind: kind ?? (said ? 'metric' : 'work'),
    from: from ?? (said ? numberOf(start) : ''),
    to: to ?? (said ? numberOf(target) : ''),
    unit: unit ?? (said ? (unitAfter ?? unitBefore ?? '') : ''),
  };
}

/** Pasted text as titles: bullets and numbers at the beginning of a line are none of its words. */
export const titlesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '')
        .trim()
        .slice(0, 255),
    )
    .filter((line) => line !== '');

/** The lines with pasted text put in at one of them: its first line goes on what is there, each other one makes a line of its own. */
export function withPasted(lines: readonly QuickLine[], at: number, text: string, newId: () => string): readonly QuickLine[] {
  const [first, ...rest] = titlesOf(text);
  const line = lines[at];
  if (first === undefined || line === undefined) return lines;
  const joined = { ...line, title: `${line.title} ${first}`.trim().slice(0, 255) };
  return [...lines.slice(0, at), joined, ...rest.map((title) => emptyLine(newId(), title)), ...lines.slice(at + 1)];
}

export const isBlank = ({ title, steps }: QuickLine): boolean => title.trim() === '' && steps.trim() === '';

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

const stepsOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((step) => step.trim())
    .filter((step) => step !== '');

/** Words about what keeps a line from being saved; null where nothing does. */
export function wrongIn(line: QuickLine): string | null {
  if (line.title.trim() === '') return 'Say how you will know.';
  const { kind, from, to } = goalOf(line);
  if (kind === 'milestones') return stepsOf(line.steps).length === 0 ? 'Name at least one milestone; commas separate several.' : null;
  if (kind === 'work') return null;
  if (!isNumber(from) || !isNumber(to))
    return kind === 'metric'
      ? 'Give the number you start from and the one you want to reach.'
      : 'Give the lowest and the highest value that is still fine.';
  if (kind === 'metric' && Number(from) === Number(to)) return 'Start and target must differ.';
  return kind === 'band' && Number(to) < Number(from) ? 'The upper end must not be below the lower end.' : null;
}

/** A line as the coach judges it; what is saved is due when its cycle ends. */
export function wordingOfLine(line: QuickLine, hasOwner: boolean): KeyResultWording {
  const { kind, from, to, unit } = goalOf(line);
  const [first, second] = [isNumber(from) ? Number(from) : null, isNumber(to) ? Number(to) : null];
  const shared = { title: line.title, plan: { hasOwner, hasDue: true } };
  switch (kind) {
    case 'work':
      return { ...shared, measure: { kind } };
    case 'metric':
      return { ...shared, measure: { kind, start: first, target: second, unit } };
    case 'band':
      return { ...shared, measure: { kind, low: first, high: second, unit } };
    case 'milestones':
      return { ...shared, measure: { kind, count: stepsOf(line.steps).length } };
  }
}

/** Expects a line that `wrongIn` finds nothing wrong with. Ids of milestones follow from the line's, so that asking again makes nothing twice. */
export function keyResultInput(line: QuickLine, objectiveId: string, ownerAccountId: string | null): Input<'createKeyResult'> {
  const { kind, from, to, unit } = goalOf(line);
  const shared = { id: line.id, objectiveId, title: line.title.trim(), ownerAccountId, ...dismissals(line.dismissed, keyResultRuleIds) };
  switch (kind) {
    case 'work':
      return { kind, ...shared };
    case 'metric':
      return { kind, ...shared, start: Number(from), target: Number(to), unit: unit.trim() };
    case 'band':
      return { kind, ...shared, low: Number(from), high: Number(to), unit: unit.trim() };
    case 'milestones':
      return {
        kind,
        ...shared,
        milestones: stepsOf(line.steps).map((title, index) => ({
          id: `${line.id.slice(0, 32)}-m${index}`,
          title: title.slice(0, 255),
          weight: 1,
          reachedDay: null,
        })),
      };
  }
}
