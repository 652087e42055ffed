/**
 * Brings what is stored in line with the counting settings: which finished issues are cancelled, and, where the points field is another one, the
 * points. Notes which version of the settings has been applied, so that a run that is cut off is gone on with by the hourly pass.
 */
import { isCancelled } from '../../domain/cancelled';
import { askForSync } from '../sync/ask-for-sync';
import type { AppDeps } from '../deps';
import { recompute } from '../progress/recompute';
import { settingsOf } from './settings';

const APPLIED = 'counting-applied';

type Applied = { readonly version: number; readonly pointsFieldId: string | null };

/** `3 customfield_10016`, or `3` where the field is found by itself. */
const noteOf = ({ version, pointsFieldId }: Applied): string => [version, ...(pointsFieldId === null ? [] : [pointsFieldId])].join(' ');

const RECOMPUTED_AT_ONCE = 100;

async function applyResolutions(deps: AppDeps, excluded: readonly string[]): Promise<void> {
  const resolutions = await deps.store.issueFacts.listResolutions();
  const cancelling = resolutions.filter((resolution) => isCancelled('done', resolution, excluded));
  const moved = await deps.store.issueFacts.listKeyResultsMovedBy(cancelling);
  await deps.store.numbers.markDirty(moved, deps.now());
  await deps.store.issueFacts.setCancelled(cancelling);
  for (let from = 0; from < moved.length; from += RECOMPUTED_AT_ONCE)
    await recompute(deps, moved.slice(from, from + RECOMPUTED_AT_ONCE), 'own');
}

/** Does nothing, for one SQL request, where all is applied. */
export async function applyCounting(deps: AppDeps): Promise<void> {
  const { settings } = await deps.store.siteFrame.read();
  const { value, version } = settingsOf(settings).counting;
  const note = noteOf({ version, pointsFieldId: value.pointsFieldId });
  const before = settings.get(APPLIED)?.value ?? '0';
  if (version === 0 || before === note) return;
  await applyResolutions(deps, value.excludedResolutions);
  if ((before.split(' ')[1] ?? null) !== value.pointsFieldId) {
    await deps.store.pendingIssues.noteAll(deps.newId(), deps.now());
    await askForSync(deps);
  }
  await deps.store.settings.write(APPLIED, note);
}
