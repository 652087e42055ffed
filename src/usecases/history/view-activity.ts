/** What happened, as the browser shows it: fields that hold ids become people, projects and keys, and a change of state becomes a step. Pure. */
import type {
  ActivityChange,
  ActivityDeed,
  ActivityEntry,
  ActivitySource,
  ActivityStep,
  ActivityThing,
  ActivityValue,
} from '../../contract/activity';
import type { SettingGroup } from '../../contract/settings';
import type { ActivityRecord, Happened, NumberedThing } from '../../store/activity';
import type { FieldChangeRecord } from '../../store/plan-changes';
import type { settingNames } from '../settings/settings';
import { keyResultKey, objectiveKey } from '../views';

/** What changes name by id, as far as the viewer may know of it. */
export type NamedThings = ReadonlyMap<string, NumberedThing>;

const alignedTo: ReadonlySet<string> = new Set(['parent', 'parent key result']);

const items = (text: string): readonly string[] => text.split(', ');

function valueOf(field: string, text: string | null, named: NamedThings): ActivityValue | null {
  if (text === null) return null;
  switch (field) {
    case 'owner':
    case 'contributors':
    case 'leads':
      return { type: 'people', accountIds: items(text) };
    case 'projects':
      return { type: 'projects', projectIds: items(text) };
    case 'home': {
      const projectId = /^project (.*)$/.exec(text)?.[1];
      if (projectId !== undefined) return { type: 'projects', projectIds: [projectId] };
      return { type: 'text', text: text === 'company' ? 'the company' : 'a group' };
    }
    case 'parent':
    case 'parent key result': {
      const thing = named.get(text);
      if (thing === undefined) return { type: 'text', text: 'one you cannot see' };
      return { type: 'text', text: thing.type === 'objective' ? objectiveKey(thing.number) : keyResultKey(thing.number) };
    }
    default:
      return { type: 'text', text };
  }
}

export const viewChanges = (fields: readonly FieldChangeRecord[], named: NamedThings): readonly ActivityChange[] =>
  fields.map(({ field, before, after }) => ({
    field,
    before: valueOf(field, before, named),
    after: valueOf(field, after, named),
  }));

/** By the state before and after. */
const steps: Readonly<Record<string, ActivityStep>> = {
  'null draft': 'wrote',
  'draft running': 'started',
  'running closed': 'closed',
  'closed running': 'reopened',
  'live archived': 'archived',
  'archived live': 'restored',
  'null held': 'gave',
  'held null': 'took back',
};

function stepOf({ before, after }: FieldChangeRecord): ActivityStep | undefined {
  return after === 'removed' ? 'removed' : steps[`${String(before)} ${String(after)}`];
}

function sourceOf({ issueId, jql, children }: Extract<Happened, { did: 'add source' | 'remove source' }>): ActivitySource {
  if (jql !== null) return { type: 'jql', jql };
  return { type: children ? 'children' : 'issue', issueId: issueId ?? '' };
}

function deedOf(happened: Happened, named: NamedThings): ActivityDeed {
  switch (happened.did) {
    case 'write':
      return { did: 'wrote', changes: [] };
    case 'change': {
      const state = happened.fields.find(({ field }) => field === 'state');
      const step = state && stepOf(state);
      if (step === undefined) return { did: 'changed', changes: viewChanges(happened.fields, named) };
      return {
        did: step,
        changes:
          step === 'removed'
            ? []
            : viewChanges(
                happened.fields.filter((field) => field !== state),
                named,
              ),
      };
    }
    case 'correct':
      return { did: 'corrected', changes: viewChanges(happened.fields, named) };
    case 'check in': {
      const { day, value, confidence, words, blockers } = happened;
      return { did: 'checked in', day, value, confidence, words, blockers };
    }
    case 'add source':
      return { did: 'added source', source: sourceOf(happened) };
    case 'remove source':
      return { did: 'removed source', source: sourceOf(happened) };
    case 'take stance':
      return { did: happened.stance === 'support' ? 'supported' : 'raised concern', words: happened.words ?? '' };
    case 'settle concern':
      return { did: 'settled concern', words: happened.words ?? '' };
    case 'ask for votes':
      return { did: 'asked for votes', changes: [] };
    case 'close vote':
      return { did: 'closed vote', changes: [] };
    case 'comment':
      return { did: 'commented', onCheckIn: happened.on === 'check-in', words: happened.words };
    case 'remove comment':
      return { did: 'removed comment', onCheckIn: happened.on === 'check-in', words: '' };
  }
}

/** By where each is kept. */
const settingGroups: Readonly<Record<(typeof settingNames)[SettingGroup], SettingGroup>> = {
  counting: 'counting',
  health: 'health',
  calendar: 'calendar',
  'check-ins': 'checkIns',
  radar: 'radar',
  reminders: 'reminders',
  wording: 'wording',
};

const groupNamed = (name: string): SettingGroup => {
  const [, group] = Object.entries(settingGroups).find(([kept]) => kept === name) ?? [];
  if (group === undefined) throw new Error(`There is no group of settings called ${name}.`);
  return group;
};

/** A cycle that is gone has its name in the record of its going. */
function nameOf(name: string, happened: Happened): string {
  const gone = happened.did === 'change' ? happened.fields.find(({ field, after }) => field === 'name' && after === null) : undefined;
  return gone?.before ?? name;
}

function thingOf({ thing, happened }: ActivityRecord): ActivityThing {
  switch (thing.type) {
    case 'objective':
      return { type: 'objective', id: thing.objective.id, key: objectiveKey(thing.objective.number), title: thing.objective.title };
    case 'key-result':
      return { type: 'key-result', id: thing.keyResult.id, key: keyResultKey(thing.keyResult.number), title: thing.keyResult.title };
    case 'setting':
      return { type: 'settings', group: groupNamed(thing.id) };
    case 'okr-admin':
      return { type: 'okr-admin', accountId: thing.id };
    default:
      return { type: thing.type, name: nameOf(thing.name, happened) };
  }
}

/** What changes of alignment name by id. */
export const parentsNamed = (fields: readonly FieldChangeRecord[]): readonly string[] => [
  ...new Set(fields.flatMap(({ field, before, after }) => (alignedTo.has(field) ? [before, after] : [])).filter((id) => id !== null)),
];

export const viewActivity = (record: ActivityRecord, named: NamedThings): ActivityEntry => ({
  id: [record.part, record.at, record.id].join('-'),
  at: new Date(record.at).toISOString(),
  byAccountId: record.byAccountId,
  thing: thingOf(record),
  deed: deedOf(record.happened, named),
  reason: record.reason,
});
