/**
 * The levers of a key result as its page offers them: which there are, what they read as, and what they make of its outlook. Pure; whoever pulls
 * them for good does so in the form of the key result.
 */
import type { KeyResultView, ScopeIssueView } from '../../../src/contract/okr';
import type { Outlook } from '../../../src/domain/forecast/forecast';
import { pulled } from '../../../src/domain/forecast/lever';
import type { KeyResultDraft } from '../key-result-form/key-result-draft';

const secondsInHour = 3600;

/** A number that is wanted, as a person reads and types it. */
export type TargetLever = {
  readonly value: number;
  readonly unit: string;
  /** The progress that another number stands for; null where it is none that could be wanted. */
  readonly shareOf: (value: number) => number | null;
  /** The number nearest to a progress that is not harder to reach. */
  readonly valueOf: (share: number) => number;
  readonly draftOf: (text: string) => Partial<KeyResultDraft>;
};

/** The step in which a number is offered: a power of ten, from a hundredth to a tenth of the way. */
const stepOf = (way: number): number => 10 ** Math.floor(Math.log10(Math.abs(way) / 10));

/** Without what binary fractions leave behind. */
const tidy = (value: number): number => Number(value.toPrecision(12));

const targetBetween = (start: number, value: number, unit: string, step: number, draftOf: TargetLever['draftOf']): TargetLever => {
  const way = value - start;
  return {
    value,
    unit,
    shareOf: (other) => {
      const share = (other - start) / way;
      return Number.isFinite(share) && share > 0 ? share : null;
    },
    valueOf: (share) => tidy(start + Math.sign(way) * Math.floor((Math.abs(way) * share) / step + 1e-9) * step),
    draftOf,
  };
};

/** Null where there is no number to lower: all that is in scope, a band, milestones. */
export const targetLeverOf = (keyResult: KeyResultView): TargetLever | null => {
  if (keyResult.kind === 'metric') {
    const { start, target, unit } = keyResult.metric;
    return start === target ? null : targetBetween(start, target, unit, stepOf(target - start), (text) => ({ target: text }));
  }
  if (keyResult.kind !== 'work' || keyResult.rule.wanted === null) return null;
  const { weightBy, wanted } = keyResult.rule;
  const isHours = weightBy === 'estimate';
  const amount = isHours ? wanted / secondsInHour : wanted;
  return targetBetween(0, amount, isHours ? 'h' : '', weightBy === 'count' ? 1 : stepOf(amount), (text) => ({ wanted: text }));
};

/** The open issues that could leave the scope, heaviest first; none where a number is wanted whatever is in scope. */
export const cuttable = (keyResult: KeyResultView, issues: readonly ScopeIssueView[]): readonly ScopeIssueView[] =>
  keyResult.kind !== 'work' || keyResult.rule.wanted !== null
    ? []
    : issues
        .filter(({ standing, weight, credit }) => standing === 'counted' && (weight ?? 0) > 0 && (credit ?? 0) < 1)
        .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));

export type Pulls = { readonly share: number | null; readonly dueDay: string | null; readonly cut: readonly ScopeIssueView[] };

/** All of them at once. */
export function pullAll(outlook: Outlook, { share, dueDay, cut }: Pulls): Outlook {
  const sums = cut.reduce(
    (sum, { weight, credit }) => ({
      weightSum: sum.weightSum + (weight ?? 0),
      creditSum: sum.creditSum + (weight ?? 0) * (credit ?? 0),
    }),
    { weightSum: 0, creditSum: 0 },
  );
  const withTarget = share === null ? outlook : pulled(outlook, { kind: 'target', target: share });
  const withDate = dueDay === null ? withTarget : pulled(withTarget, { kind: 'date', dueDay });
  return cut.length === 0 ? withDate : pulled(withDate, { kind: 'cut', ...sums });
}
