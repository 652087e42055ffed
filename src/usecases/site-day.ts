/** A day at a site: today, and the rules by which the site judges what it sees on it. */
import type { SettingsView } from '../contract/settings';
import { dayOf, type Calendar } from '../domain/calendar';
import type { HealthThresholds } from '../domain/health-by-chance';
import { settingNames, settingsOf, type WrittenSettings } from './settings/settings';

export type SiteDay = {
  readonly today: string;
  readonly calendar: Calendar;
  readonly thresholds: HealthThresholds;
  readonly cadenceDays: number;
};

/** The settings a day depends on. */
export const dayNames: readonly string[] = [settingNames.calendar, settingNames.health, settingNames.checkIns];

/** `now` in epoch ms. */
export function siteDayOf(written: WrittenSettings, now: number): SiteDay {
  const { calendar, health, checkIns }: SettingsView = settingsOf(written);
  const { workingWeekdays, holidays } = calendar.value;
  return {
    today: dayOf(now),
    calendar: { workingWeekdays, holidays: new Set(holidays) },
    thresholds: health.value,
    cadenceDays: checkIns.value.cadenceDays,
  };
}
