/** What somebody did, as the words after their name. Pure. */
import type { ActivityDeed, ActivityEntry, ActivityThing } from '../../../src/contract/activity';

const settings = {
  counting: 'counting',
  health: 'health',
  calendar: 'the calendar',
  checkIns: 'check-ins',
  radar: 'the radar',
  reminders: 'reminders',
  wording: 'the wording',
} as const;

/** `KR-31 Seconds to pay`, `the cycle Q4 2026`, `the settings for health`; nothing for a person, who is shown as one. */
export const thingWords = (thing: ActivityThing): string => {
  switch (thing.type) {
    case 'objective':
    case 'key-result':
      return `${thing.key} ${thing.title}`;
    case 'cycle':
    case 'group':
      return `the ${thing.type} ${thing.name}`;
    case 'settings':
      return `the settings for ${settings[thing.group]}`;
    case 'okr-admin':
      return '';
  }
};

/** `wrote`, `checked in on`: what comes between the person and the thing. */
export const deedWords = ({ deed, thing }: Pick<ActivityEntry, 'deed' | 'thing'>): string => {
  if (deed.did === 'wrote' && thing.type !== 'objective' && thing.type !== 'key-result') return 'made';
  const words: Readonly<Record<ActivityDeed['did'], string>> = {
    wrote: 'wrote',
    archived: 'archived',
    restored: 'restored',
    started: 'started',
    closed: 'closed',
    reopened: 'reopened',
    removed: 'removed',
    gave: 'gave the role of OKR admin to',
    'took back': 'took the role of OKR admin from',
    changed: 'changed',
    corrected: 'corrected a check-in on',
    'checked in': 'checked in on',
    'added source': 'added a source to',
    'removed source': 'removed a source from',
    commented: 'onCheckIn' in deed && deed.onCheckIn ? 'commented on a check-in on' : 'commented on',
    'removed comment': 'removed a comment on',
    supported: 'supports',
    'raised concern': 'has a concern about',
    'settled concern': 'settled a concern about',
    'asked for votes': 'asked for confidence votes on',
    'closed vote': 'closed the vote on',
  };
  return words[deed.did];
};
