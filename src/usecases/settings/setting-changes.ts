/** What a change of a group of settings changes, as words before and after. Pure. */
import type { SettingGroup, SiteSettings } from '../../contract/settings';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { fieldChange, listText } from '../history/plan-change';

/** Words of the coach are many: wording-changes.ts tells of them. */
type PlainGroup = Exclude<SettingGroup, 'wording'>;

type Names = { readonly [G in PlainGroup]: Readonly<Record<keyof SiteSettings[G], string>> };

const names: Names = {
  counting: { excludedResolutions: 'resolutions that do not count', pointsFieldId: 'field of the points' },
  health: {
    onTrack: 'on track from',
    atRisk: 'at risk from',
    grace: 'grace',
    chanceOnTrack: 'on track from a chance of',
    chanceAtRisk: 'at risk from a chance of',
  },
  calendar: { workingWeekdays: 'working days', holidays: 'days off' },
  checkIns: { cadenceDays: 'days between check-ins' },
  radar: {
    tooHard: 'too hard below',
    tooSafe: 'too safe above',
    strain: 'most times the pace',
    jump: 'largest step',
    load: 'most load',
    companyObjectives: 'objectives of the company',
    projectObjectives: 'objectives of a project',
    fewestKeyResults: 'fewest key results',
    mostKeyResults: 'most key results',
    idleDays: 'days without a move',
    dataDays: 'days without a value',
    strong: 'strong from',
    weak: 'weak below',
    overdueDays: 'days overdue',
    blockedDays: 'days blocked',
    patienceDays: 'days of patience',
    mostOwned: 'most owned',
    fewestVotes: 'fewest votes',
    turnout: 'least turnout',
    spread: 'spread of votes',
  },
  reminders: {
    isOn: 'reminders',
    againDays: 'days until it is said again',
    staleDays: 'days until it is said to be stale',
    escalateDays: 'days until the owner of the objective is told',
    perWeek: 'reminders a person and week',
    digest: 'weekly digest',
  },
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function text(key: string, value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (!Array.isArray(value)) return String(value);
  return listText(value.map((one: unknown) => (key === 'workingWeekdays' ? (weekdays[Number(one) - 1] ?? '') : String(one))));
}

/** One for each setting of the group that differs. */
export function settingChanges<G extends PlainGroup>(
  group: G,
  before: SiteSettings[G],
  after: SiteSettings[G],
): readonly FieldChangeRecord[] {
  const named: Readonly<Record<string, string>> = names[group];
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return Object.entries(named).flatMap(([key, name]) => fieldChange<unknown>(name, was.get(key), is.get(key), (value) => text(key, value)));
}
