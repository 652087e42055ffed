/** The settings of a site, in the groups an administrator changes them in. What has never been written has a default. */
import type { HealthThresholds } from '../domain/health-by-chance';
import type { WordList } from '../domain/quality/word-list';
import type { RadarThresholds } from '../domain/radar/thresholds';

export type SiteSettings = {
  /** How issues are counted. */
  readonly counting: {
    /** Resolutions that take a done issue out of scope. */
    readonly excludedResolutions: readonly string[];
    /** The field that carries story points; null: the one Jira Software uses, then number fields that are called so. */
    readonly pointsFieldId: string | null;
  };
  readonly health: HealthThresholds;
  readonly calendar: {
    /** ISO weekdays, 1 = Monday … 7 = Sunday, ascending; at least one. */
    readonly workingWeekdays: readonly number[];
    /** Days off, ascending. */
    readonly holidays: readonly string[];
  };
  readonly checkIns: {
    /** Days between two check-ins on a key result. */
    readonly cadenceDays: number;
  };
  /** The limits of the ten derailers. */
  readonly radar: RadarThresholds;
  /** When people are reminded of what waits for them. */
  readonly reminders: {
    readonly isOn: boolean;
    /** Days after the due day, ascending: said again, said to be stale, told to the owner of the objective. */
    readonly againDays: number;
    readonly staleDays: number;
    readonly escalateDays: number;
    /** The most reminders a person gets within any seven days. */
    readonly perWeek: number;
    /** Whether people get a digest on the first working day of a week, unless they choose otherwise. */
    readonly digest: boolean;
  };
  /** By what words the coach reads. */
  readonly wording: {
    /** By language, the groups that differ from what is built in; the others are as built in. */
    readonly languages: readonly WordList[];
  };
};

export type SettingGroup = keyof SiteSettings;

/** `version` is 0 where the default holds. */
export type SettingView<G extends SettingGroup> = { readonly value: SiteSettings[G]; readonly version: number };

export type SettingsView = { readonly [G in SettingGroup]: SettingView<G> };
