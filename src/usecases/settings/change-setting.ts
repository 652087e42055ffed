/**
 * Changes a group of settings under its version: the row is the commit. What depends on it and is stored (which issues count as cancelled, which
 * field carries the points) follows, here or in the next hourly pass; the rest is worked out whenever somebody looks.
 */
import type { Input } from '../../contract/api';
import type { SettingsView } from '../../contract/settings';
import type { RadarThresholds } from '../../domain/radar/thresholds';
import type { LadderDays } from '../../domain/reminders/ladder';
import type { HealthThresholds } from '../../domain/health-by-chance';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { applyCounting } from './apply-counting';
import type { Actor, Deps } from '../deps';
import { listNumberFields } from './number-fields';
import { conflict, invalid } from '../okr-error';
import { requireSetUp } from '../permission';
import { recordChange } from '../history/record-change';
import { settingChanges } from './setting-changes';
import { settingNames, settingsOf } from './settings';
import { wordingChanges } from './wording-changes';

type Change = Input<'changeSetting'>;

function checkRadar({ tooHard, tooSafe, weak, strong, fewestKeyResults, mostKeyResults }: RadarThresholds): void {
  if (tooHard >= tooSafe) throw invalid('value.tooHard', 'Too hard is a lower chance than too safe. Give a number below it.');
  if (weak > strong) throw invalid('value.weak', 'Weak wording is below strong wording. Give a number that is at most that of strong.');
  if (fewestKeyResults > mostKeyResults)
    throw invalid(
      'value.fewestKeyResults',
      'An objective has at most as many key results as the limit. Give a number that is at most that.',
    );
}

function checkLadder({ againDays, staleDays, escalateDays }: LadderDays): void {
  if (againDays >= staleDays || staleDays >= escalateDays)
    throw invalid('value.escalateDays', 'Each step comes after the one before. Give days that grow from one to the next.');
}

function checkHealth({ onTrack, atRisk, chanceOnTrack, chanceAtRisk }: HealthThresholds): void {
  if (atRisk > onTrack) throw invalid('value.atRisk', 'At risk begins below on track. Give a number that is at most that of on track.');
  if (chanceAtRisk > chanceOnTrack)
    throw invalid('value.chanceAtRisk', 'At risk begins below on track. Give a chance that is at most that of on track.');
}

async function check(deps: Deps, change: Change): Promise<void> {
  if (change.group === 'health') checkHealth(change.value);
  if (change.group === 'radar') checkRadar(change.value);
  if (change.group === 'reminders') checkLadder(change.value);
  if (change.group !== 'counting' || change.value.pointsFieldId === null) return;
  const { pointsFieldId } = change.value;
  if (!(await listNumberFields(deps)).some(({ id }) => id === pointsFieldId))
    throw invalid('value.pointsFieldId', 'Jira has no such number field. Pick one from the list.');
}

const ascending = <T>(values: readonly T[]): T[] => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

/** As it is kept: lists in order and without doubles. */
function kept(change: Change): Change {
  if (change.group === 'calendar') {
    const { workingWeekdays, holidays } = change.value;
    return { ...change, value: { workingWeekdays: ascending(workingWeekdays), holidays: ascending(holidays) } };
  }
  if (change.group !== 'counting') return change;
  return { ...change, value: { ...change.value, excludedResolutions: [...new Set(change.value.excludedResolutions)] } };
}

const changesOf = (before: SettingsView, change: Change): readonly FieldChangeRecord[] =>
  change.group === 'wording'
    ? wordingChanges(before.wording.value.languages, change.value.languages)
    : settingChanges(change.group, before[change.group].value, change.value);

export async function changeSetting(deps: Deps, actor: Actor, input: Change): Promise<SettingsView> {
  await requireSetUp(deps, actor);
  await check(deps, input);
  const name = settingNames[input.group];
  const { settings } = await deps.store.siteFrame.read();
  const change = kept(input);
  const fields = changesOf(settingsOf(settings), change);
  if (fields.length === 0) return settingsOf(settings);
  const changed = { type: 'setting', id: name, changeId: settings.get(name)?.changeId ?? null } as const;
  const changeId = await recordChange(deps, actor, changed, fields);
  if (!(await deps.store.settings.change(name, JSON.stringify(change.value), input.version, changeId)))
    throw conflict('setting', 'Reload to see the change, then save again if you still want to.');
  if (input.group === 'counting') await applyCounting(deps);
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return settingsOf((await deps.store.siteFrame.read()).settings);
}
