/** The settings of a site, in the groups an administrator changes them in. What has never been written has a default. */
import type { PaceThresholds } from '../domain/health';
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
  readonly health: PaceThresholds;
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
