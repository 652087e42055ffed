/**
 * A page of the viewer's inbox, newest first. Items are facts; what they are about is named here, as far as the viewer may see it now. Three SQL
 * requests and at most one Jira call.
 */
import type { Input } from '../../contract/api';
import type { Inbox, InboxAbout, InboxItem } from '../../contract/rhythm';
import type { Home } from '../../domain/home';
import type { InboxPlace, InboxRecord } from '../../store/inbox';
import { lastDayOf } from '../buy-in/vote-round';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';
import { visibleHomes } from '../permission';
import { settingsOf } from '../settings/settings';
import { siteDayOf } from '../site-day';
import { keyResultKey, objectiveKey } from '../views';
import { parseFacts } from './facts';

const PAGE = 40;

/** `1794000000000 item-1`: where the page before ended. */
function afterOf(cursor: string | undefined): InboxPlace | null {
  if (cursor === undefined) return null;
  const [, createdAt, id] = /^(\d{1,15}) (\S{1,64})$/.exec(cursor) ?? [];
  if (createdAt === undefined || id === undefined) throw invalid('cursor', 'Start again from the first page.');
  return { createdAt: Number(createdAt), id };
}

type Numbered = { readonly id: string; readonly number: number; readonly title: string };

const objectiveOf = ({ id, number, title }: Numbered) => ({ id, key: objectiveKey(number), title });

/** Null for what is gone or out of the viewer's sight. */
function aboutOf(record: InboxRecord, maySee: (home: Home) => boolean): InboxAbout | null {
  const { rung, sinceDay, count } = parseFacts(record.facts);
  const { type, cycle, closesAt } = record;
  if (type === 'week') return { type };
  if (type === 'more') return { type, count };
  if (type === 'cycle-end') return cycle && { type, cycle };
  const { objective, keyResult, parent } = record;
  if (objective === null || !maySee(objective.home)) return null;
  if (type === 'vote') return closesAt === null ? null : { type, lastDay: lastDayOf({ closesAt }), objective: objectiveOf(objective) };
  if (type === 'contribution')
    return parent && maySee(parent.home)
      ? { type, askedDay: sinceDay, objective: objectiveOf(objective), parent: { ...objectiveOf(parent), home: parent.home } }
      : null;
  if (keyResult === null) return null;
  const { id, number, title } = keyResult;
  const ownerAccountId = keyResult.ownerAccountId ?? objective.ownerAccountId;
  const named = { keyResult: { id, key: keyResultKey(number), title, ownerAccountId }, objective: objectiveOf(objective) };
  return type === 'blocker' ? { type, sinceDay, ...named } : { type, rung, dueDay: sinceDay, ...named };
}

function itemOf(record: InboxRecord, maySee: (home: Home) => boolean): InboxItem {
  const about = aboutOf(record, maySee);
  return { id: record.id, day: record.day, isRead: record.readAt !== null, isDone: record.isSettled, about };
}

const homesOf = ({ objective, parent }: InboxRecord): readonly Home[] =>
  [objective, parent].flatMap((named) => (named === null ? [] : [named.home]));

export async function getInbox(deps: Deps, actor: Actor, { cursor }: Input<'getInbox'>): Promise<Inbox> {
  const found = await deps.store.inbox.list(actor.accountId, afterOf(cursor), PAGE + 1);
  const page = found.slice(0, PAGE);
  const maySee = await visibleHomes(deps, actor, page.flatMap(homesOf));
  const { settings } = await deps.store.siteFrame.read();
  const rules = settingsOf(settings).reminders.value;
  const last = page.at(-1);
  return {
    today: siteDayOf(settings, deps.now()).today,
    items: page.map((record) => itemOf(record, maySee)),
    nextCursor: found.length > PAGE && last !== undefined ? `${last.createdAt} ${last.id}` : null,
    choice: await deps.store.personChoices.find(actor.accountId),
    site: { reminders: rules.isOn, digest: rules.digest },
  };
}
