/** One life of a site: the site, what the app was told in it, and a journal that says what happened, for whoever reads a failure. */
import type { TestSite } from '../support/test-site';
import { readJira, type TrueIssue } from './jira-truth';
import { nothingTold, type Told } from './told';

export type Life = {
  readonly site: TestSite;
  readonly told: Told;
  readonly journal: string[];
  readonly lagMs: number;
  /** How often what has really taken effect, for whoever wonders what lives cover. */
  readonly happened: Map<string, number>;
  /** How events fare at this time. */
  readonly events: { mode: { readonly drop: number; readonly duplicate: number; readonly reorder: boolean } };
  /** A new id of the form the browser sends. */
  newId(): string;
};

export const minuteMs = 60_000;
export const hourMs = 3_600_000;

/** Ada may do everything. Ben sees what is open to everybody, and asks for what is his; what others may is another test's question. */
export const asAda = { as: 'ada', project: 'WEB' } as const;
export const asBen = { as: 'ben', project: 'WEB' } as const;
export type Who = typeof asAda | typeof asBen;

export function beginLife(site: TestSite, lagMinutes: number): Life {
  let lastId = 0;
  return {
    site,
    told: nothingTold(),
    journal: [],
    lagMs: lagMinutes * minuteMs,
    happened: new Map(),
    events: { mode: { drop: 0, duplicate: 0, reorder: false } },
    newId: () => `life-${String((lastId += 1)).padStart(5, '0')}`,
  };
}

export const jiraOf = (life: Life): ReadonlyMap<string, TrueIssue> => readJira(life.site.site.jira.dump());

export const todayOf = (life: Life): string => new Date(life.site.site.clock.now()).toISOString().slice(0, 10);

export const dayBefore = (life: Life, days: number): string =>
  new Date(life.site.site.clock.now() - days * 24 * hourMs).toISOString().slice(0, 10);

export function pass(life: Life, ms: number): void {
  const { clock } = life.site.site;
  clock.set(clock.now() + ms);
}

/** The one a step's number points at; undefined when there is none. */
export const picked = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];

/** Counts something that has taken effect. */
export function tell(life: Life, what: string, times = 1): void {
  life.happened.set(what, (life.happened.get(what) ?? 0) + times);
}

export function note(life: Life, text: string): void {
  life.journal.push(`${new Date(life.site.site.clock.now()).toISOString().slice(0, 16)} ${text}`);
}
