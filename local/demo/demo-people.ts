/**
 * The invented company: its people, its three projects and its two groups of projects. Nobody here exists.
 * Names are chosen to try a screen's patience: long, accented, right-to-left, two letters short.
 */
import type { JiraUser } from '../seams';

const person = (accountId: string, displayName: string, mailbox: string): JiraUser => ({
  accountId,
  displayName,
  emailAddress: `${mailbox}@acme.example`,
  active: true,
  siteAdmin: false,
});

export const people = {
  ines: { ...person('demo-ines', 'Inès Delacroix', 'ines'), siteAdmin: true },
  tomas: person('demo-tomas', 'Tomáš Dvořák', 'tomas'),
  meiLing: person('demo-mei-ling', 'Mei-Ling Kuo', 'mei-ling'),
  oluwaseun: person('demo-oluwaseun', 'Olúwaṣeun Adébáyọ̀', 'oluwaseun'),
  agnes: { ...person('demo-agnes', 'Agnès Lefèbvre', 'agnes'), active: false },
  wilhelmina: person('demo-wilhelmina', 'Wilhelmina Hubertina van den Bergh-Oosterhuis', 'wilhelmina'),
  yusuf: person('demo-yusuf', 'يوسف الحداد', 'yusuf'),
  priya: person('demo-priya', 'Priya Natarajan', 'priya'),
  bo: person('demo-bo', 'Bo Li', 'bo'),
  solrun: person('demo-solrun', 'Sólrún Þórðardóttir', 'solrun'),
  kaito: person('demo-kaito', 'Kaito Yamashiro', 'kaito'),
  rafael: person('demo-rafael', 'Rafael Quintanilha', 'rafael'),
  margit: person('demo-margit', 'Margit Österlund', 'margit'),
} as const satisfies Record<string, JiraUser>;

/** How many days before today Agnès left; her account has been deactivated since. */
export const agnesLeftDaysAgo = 150;

export type DemoProject = {
  readonly level: 'project';
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly lead: JiraUser;
  /** Everyone who works on it, the lead included. */
  readonly members: readonly [JiraUser, ...JiraUser[]];
  /** Only its members (and site administrators) may see it. */
  readonly isPrivate: boolean;
  /** Begins the names of its versions: "Web 2026.4". Null: it has none. */
  readonly versionName: string | null;
};

export const projects = {
  web: {
    level: 'project',
    id: '10000',
    key: 'WEB',
    name: 'Acme Web',
    lead: people.tomas,
    members: [people.tomas, people.meiLing, people.oluwaseun, people.bo, people.agnes],
    isPrivate: false,
    versionName: 'Web',
  },
  mobile: {
    level: 'project',
    id: '10001',
    key: 'MOB',
    name: 'Acme Mobile',
    lead: people.wilhelmina,
    members: [people.wilhelmina, people.yusuf, people.priya, people.bo],
    isPrivate: false,
    versionName: 'App',
  },
  operations: {
    level: 'project',
    id: '10002',
    key: 'OPS',
    name: 'Platform Ops',
    lead: people.solrun,
    members: [people.solrun, people.kaito, people.rafael, people.oluwaseun],
    isPrivate: true,
    versionName: null,
  },
} as const satisfies Record<string, DemoProject>;

/** Projects that have goals together. */
export type DemoGroup = {
  readonly level: 'group';
  readonly id: string;
  readonly name: string;
  readonly lead: JiraUser;
  readonly projects: readonly DemoProject[];
};

export const groups = {
  shopping: {
    level: 'group',
    id: 'demo-group-shopping',
    name: 'Shopping',
    lead: people.meiLing,
    projects: [projects.web, projects.mobile],
  },
  reliability: {
    level: 'group',
    id: 'demo-group-reliability',
    name: 'Reliability',
    lead: people.kaito,
    projects: [projects.operations],
  },
} as const satisfies Record<string, DemoGroup>;

/** Looks after the OKRs of the whole company without administering its Jira. */
export const okrAdmin: JiraUser = people.margit;

/** Where an objective lives, and who writes it down there. */
export type DemoHome = DemoProject | DemoGroup | typeof company;

export const company = { level: 'company', lead: okrAdmin } as const;
