/**
 * The site's settings as use cases read them; what has never been written has a default. Which fields of Jira carry numbers is looked up
 * once, and again every day.
 */
import { z } from 'zod';
import type { SettingGroup, SettingsView, SettingView, SiteSettings } from '../../contract/settings';
import { standardCalendar } from '../../domain/calendar';
import { defaultExcludedResolutions } from '../../domain/cancelled';
import { healthThresholds } from '../../domain/health-by-chance';
import { standardLadder } from '../../domain/reminders/ladder';
import { wordGroups } from '../../domain/quality/word-list';
import { radarThresholds, type RadarThresholds } from '../../domain/radar/thresholds';
import type { NumberFields } from '../../jira/jira-issue';
import type { SettingRecord } from '../../store/settings';
import type { AppDeps } from '../deps';

export type Settings = NumberFields & {
  readonly excludedResolutions: readonly string[];
};

/** Where each group is kept. */
export const settingNames = {
  counting: 'counting',
  health: 'health',
  calendar: 'calendar',
  checkIns: 'check-ins',
  radar: 'radar',
  reminders: 'reminders',
  wording: 'wording',
} as const satisfies Record<SettingGroup, string>;
const NUMBER_FIELDS = 'number-fields';
/** Every issue is asked for all of them; sites have a few dozen at most. */
const MOST_NUMBER_FIELDS = 60;

const defaultSettings: SiteSettings = {
  counting: { excludedResolutions: defaultExcludedResolutions, pointsFieldId: null },
  health: healthThresholds,
  calendar: { workingWeekdays: standardCalendar.workingWeekdays, holidays: [] },
  checkIns: { cadenceDays: 7 },
  radar: radarThresholds,
  reminders: { isOn: true, ...standardLadder, perWeek: 10, digest: true },
  wording: { languages: [] },
};

const list = z.array(z.string());
const fields = z.object({ pointsFieldIds: list, numberFieldIds: list });
const schemas: { readonly [G in SettingGroup]: z.ZodType<SiteSettings[G]> } = {
  counting: z.object({ excludedResolutions: list, pointsFieldId: z.string().nullable() }),
  health: z.object({ onTrack: z.number(), atRisk: z.number(), grace: z.number(), chanceOnTrack: z.number(), chanceAtRisk: z.number() }),
  calendar: z.object({ workingWeekdays: z.array(z.number()), holidays: list }),
  checkIns: z.object({ cadenceDays: z.number() }),
  radar: z.object({
    tooHard: z.number(),
    tooSafe: z.number(),
    strain: z.number(),
    jump: z.number(),
    load: z.number(),
    companyObjectives: z.number(),
    projectObjectives: z.number(),
    fewestKeyResults: z.number(),
    mostKeyResults: z.number(),
    idleDays: z.number(),
    dataDays: z.number(),
    strong: z.number(),
    weak: z.number(),
    overdueDays: z.number(),
    blockedDays: z.number(),
    patienceDays: z.number(),
    mostOwned: z.number(),
    fewestVotes: z.number(),
    turnout: z.number(),
    spread: z.number(),
  }),
  reminders: z.object({
    isOn: z.boolean(),
    againDays: z.number(),
    staleDays: z.number(),
    escalateDays: z.number(),
    perWeek: z.number(),
    digest: z.boolean(),
  }),
  wording: z.object({ languages: z.array(z.object({ language: z.string(), words: z.partialRecord(z.enum(wordGroups), list) })) }),
};

export type WrittenSettings = ReadonlyMap<string, Pick<SettingRecord, 'value' | 'version'>>;

function settingOf<G extends SettingGroup>(written: WrittenSettings, group: G): SettingView<G> {
  const record = written.get(settingNames[group]);
  if (record === undefined) return { value: defaultSettings[group], version: 0 };
  return { value: schemas[group].parse(JSON.parse(record.value)), version: record.version };
}

/** What is written, or holds by default, in every group. */
export const settingsOf = (written: WrittenSettings): SettingsView => ({
  counting: settingOf(written, 'counting'),
  health: settingOf(written, 'health'),
  calendar: settingOf(written, 'calendar'),
  checkIns: settingOf(written, 'checkIns'),
  radar: settingOf(written, 'radar'),
  reminders: settingOf(written, 'reminders'),
  wording: settingOf(written, 'wording'),
});

/** The limits the site judges by, in a place that reads nothing else of its settings. One SQL request. */
export async function readRadarLimits(deps: AppDeps): Promise<RadarThresholds> {
  const record = await deps.store.settings.find(settingNames.radar);
  return settingOf(new Map(record === null ? [] : [[settingNames.radar, record]]), 'radar').value;
}

/** Asks Jira which fields carry numbers, and keeps the answer. One Jira call and one SQL request. */
export async function lookUpNumberFields(deps: AppDeps): Promise<NumberFields> {
  const { pointsFieldIds, all } = await deps.jiraAsApp.numberFields();
  const found = { pointsFieldIds, numberFieldIds: all.slice(0, MOST_NUMBER_FIELDS).map(({ id }) => id) };
  await deps.store.settings.write(NUMBER_FIELDS, JSON.stringify(found));
  return found;
}

/** One SQL request; the first time also one Jira call and one write. */
export async function readSettings(deps: AppDeps): Promise<Settings> {
  const { settings: written } = await deps.store.siteFrame.read();
  const numberFields = written.get(NUMBER_FIELDS);
  const { excludedResolutions, pointsFieldId } = settingOf(written, 'counting').value;
  const found = numberFields === undefined ? await lookUpNumberFields(deps) : fields.parse(JSON.parse(numberFields.value));
  return { ...found, excludedResolutions, ...(pointsFieldId === null ? {} : { pointsFieldIds: [pointsFieldId] }) };
}
