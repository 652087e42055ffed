/**
 * A hand-made site for tests: two people, an administrator, an open project with an epic, stories and a sub-task, and a
 * private project only Ben may see. The clock stands at Sunday 2026-11-22, 12:00 UTC and is moved by hand.
 */
import { createJiraSite } from '../../../local/jira/jira-site';
import type { JiraEvent, JiraPrincipal, JiraReply, JiraStandIn } from '../../../local/seams';

export const app: JiraPrincipal = { type: 'app' };
export const ada: JiraPrincipal = { type: 'user', accountId: 'ada' };
export const ben: JiraPrincipal = { type: 'user', accountId: 'ben' };
export const root: JiraPrincipal = { type: 'user', accountId: 'root' };

export const noon = Date.UTC(2026, 10, 22, 12);
export const hour = 3_600_000;
export const day = 24 * hour;

export type SmallSite = {
  readonly site: JiraStandIn;
  readonly clock: { now(): number; set(epochMs: number): void };
  readonly events: JiraEvent[];
  /** A call as somebody, the app by default. */
  readonly call: (method: string, path: string, body?: unknown, as?: JiraPrincipal) => JiraReply;
  /** The keys a query finds, in its order. */
  readonly keys: (jql: string, as?: JiraPrincipal) => readonly string[];
  /** Jira's messages for a query it refuses. */
  readonly refusal: (jql: string, as?: JiraPrincipal) => string;
  readonly idOf: (key: string) => string;
};

/** A property of a JSON value, for looking into replies. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Object.entries(inner).find(([name]) => name === String(key))?.[1] : undefined,
    value,
  );

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const emptySite = (state?: unknown): SmallSite => {
  let now = noon;
  const clock = {
    now: () => now,
    set: (epochMs: number) => {
      now = epochMs;
    },
  };
  const site = createJiraSite({ clock, ...(state === undefined ? {} : { state }) });
  const events: JiraEvent[] = [];
  site.subscribe((event) => events.push(event));
  const call = (method: string, path: string, body?: unknown, as: JiraPrincipal = app) =>
    site.request(as, { method, path, ...(body === undefined ? {} : { body }) });
  const search = (jql: string, as?: JiraPrincipal) =>
    call('POST', '/rest/api/3/search/jql', { jql, fields: ['key'], maxResults: 5000 }, as);
  return {
    site,
    clock,
    events,
    call,
    keys: (jql, as) => {
      const reply = search(jql, as);
      if (reply.status !== 200) throw new Error(`${jql}: ${JSON.stringify(reply.body)}`);
      return list(at(reply.body, 'issues')).map((issue) => String(at(issue, 'key')));
    },
    refusal: (jql, as) => {
      const reply = search(jql, as);
      if (reply.status !== 400) throw new Error(`${jql} was not refused: ${String(reply.status)}`);
      return list(at(reply.body, 'errorMessages')).join(' ');
    },
    idOf: (key) => site.findIssue(key)?.id ?? '',
  };
};

/**
 * WEB-1 epic · WEB-2 story under it, 5 points, fix version 1.0, labels api and Slow, Ada, due 2026-12-01 · WEB-3 story
 * under it, done on the 21st · WEB-4 sub-task of WEB-2, Ben, in progress · WEB-5 bug, won't do, 3 points ·
 * OPS-1 task in Ben's private project.
 */
export const smallSite = (): SmallSite => {
  const made = emptySite();
  const { site, clock, events } = made;
  const { door } = site;
  door.putUser({ accountId: 'ada', displayName: 'Ada Berg', emailAddress: 'ada@example.org' });
  door.putUser({ accountId: 'ben', displayName: 'Ben Frey' });
  door.putUser({ accountId: 'root', displayName: 'Root Olsen', siteAdmin: true });
  door.putProject({ key: 'WEB', name: 'Web shop', leadId: 'root' });
  door.putProject({ key: 'OPS', name: 'Operations', access: 'private', memberIds: ['ben'] });
  door.addVersion('WEB', '1.0');
  door.addVersion('WEB', '2.0');
  door.addComponent('WEB', 'Checkout');
  const sprint = door.addSprint('Sprint 7', 'active');
  door.addSprint('Sprint 6', 'closed');

  clock.set(noon - 10 * day);
  door.createIssue('ada', 'WEB', { summary: 'Faster checkout', issuetype: { name: 'Epic' } });
  clock.set(noon - 9 * day);
  door.createIssue('ada', 'WEB', {
    summary: 'Cache the basket API',
    issuetype: { name: 'Story' },
    parent: { key: 'WEB-1' },
    labels: ['api', 'Slow'],
    assignee: { accountId: 'ada' },
    priority: { name: 'High' },
    fixVersions: [{ name: '1.0' }],
    components: [{ name: 'Checkout' }],
    duedate: '2026-12-01',
    customfield_19016: 5,
    customfield_19020: Number(sprint),
  });
  clock.set(noon - 8 * day);
  door.createIssue('ben', 'WEB', {
    summary: 'Pay with one click',
    issuetype: { name: 'Story' },
    parent: { key: 'WEB-1' },
    priority: { name: 'Low' },
  });
  door.createIssue('ben', 'WEB', {
    summary: 'Measure the cache',
    issuetype: { name: 'Sub-task' },
    parent: { key: 'WEB-2' },
    assignee: { accountId: 'ben' },
  });
  door.createIssue('ben', 'WEB', { summary: 'Basket (empty) after logout', issuetype: { name: 'Bug' }, customfield_19016: 3 });
  door.createIssue('ben', 'OPS', { summary: 'Rotate the keys', issuetype: { name: 'Task' } });
  clock.set(noon - 2 * day);
  door.transitionIssue('ben', 'WEB-4', 'In Progress');
  door.transitionIssue('ben', 'WEB-5', 'Done', "Won't Do");
  clock.set(noon - day);
  door.transitionIssue('ada', 'WEB-3', 'In Progress');
  door.transitionIssue('ada', 'WEB-3', 'Done');
  clock.set(noon);
  events.length = 0;
  return made;
};
