/**
 * The few characters beside the panel's title while it is closed: one key result's percentage, or how many there are, coloured by the worst.
 * Nobody is here to be asked about: so only what everybody may know of who sees the issue, that is what is not private and lives in the issue's
 * own project, a group or the company.
 */
import { projectIdOf } from '../../domain/home';
import type { Health } from '../../domain/model';
import { percentOf } from '../../domain/percent';
import type { AppDeps } from '../deps';
import { dayNames, siteDayOf } from '../site-day';
import { keyResultView } from '../views';

export type Lozenge = { readonly label: string; readonly type: 'default' | 'success' | 'moved' | 'removed' };

const worstFirst: readonly Health[] = ['off-track', 'at-risk', 'on-track', 'done'];
const colours: Readonly<Partial<Record<Health, Lozenge['type']>>> = {
  'off-track': 'removed',
  'at-risk': 'moved',
  'on-track': 'success',
  done: 'success',
};

/** Null when the issue serves no such key result. */
export async function issueLozenge(deps: AppDeps, issueId: string, projectId: string): Promise<Lozenge | null> {
  const { serving, settings } = await deps.store.keyResults.listByIssue(null, issueId, dayNames);
  const on = siteDayOf(settings, deps.now());
  const views = new Map(
    serving
      .filter(({ objective }) => (projectIdOf(objective.home) ?? projectId) === projectId)
      .map((row) => [row.keyResult.id, keyResultView(row.keyResult, row.cycle, on)]),
  );
  const [first] = views.values();
  if (first === undefined) return null;
  const healths = new Set([...views.values()].map(({ health }) => health));
  const worst = worstFirst.find((health) => healths.has(health));
  const percent = percentOf(first.progress);
  const label = views.size > 1 ? `${views.size} key results` : percent === null ? first.key : `${first.key} ${percent}%`;
  return { label, type: (worst === undefined ? undefined : colours[worst]) ?? 'default' };
}
