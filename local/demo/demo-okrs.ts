/**
 * The demo company's OKRs as data: the running quarter and, finished, the one before.
 * Issues are named by their summary and days by their distance, so that the set fits whatever day is today.
 * `load-demo.ts` plays it through the app; nothing here knows how.
 */
import type { CountingRule, RollUpMode } from '../../src/domain/model';
import type { JiraUser } from '../seams';
import { people, projects, type DemoProject } from './demo-people';

export type DemoSource =
  | { readonly type: 'issue'; readonly summary: string }
  | { readonly type: 'children'; readonly epic: string }
  | { readonly type: 'jql'; readonly jql: string };

type DemoKeyResultBase = {
  readonly title: string;
  readonly owner: JiraUser | null;
  readonly weight?: number;
  /** Begins so many days before the cycle ends, instead of with the cycle. */
  readonly lastDays?: number;
};

type DemoWorkKeyResult = DemoKeyResultBase & {
  readonly kind: 'work';
  readonly rule?: CountingRule;
  readonly sources: readonly DemoSource[];
};

export type DemoMetricKeyResult = DemoKeyResultBase & {
  readonly kind: 'metric';
  readonly start: number;
  readonly target: number;
  readonly unit: string;
  readonly decimals: number;
  /** Progress as a multiple of the share of the cycle that has passed; `'reached'`: at the target. Null: nobody has entered a value. */
  readonly pace: number | 'reached' | null;
  /** What is done for it, beside what comes of it. */
  readonly sources?: readonly DemoSource[];
};

/** A metric whose value is the number of issues that a query finds. */
type DemoCountKeyResult = DemoKeyResultBase & {
  readonly kind: 'count';
  readonly start: number;
  readonly target: number;
  readonly unit: string;
  readonly jql: string;
};

export type DemoBandKeyResult = DemoKeyResultBase & {
  readonly kind: 'band';
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly decimals: number;
  /** The value of the latest week; those before it lie in the band. */
  readonly latest: number;
};

type DemoMilestonesKeyResult = DemoKeyResultBase & {
  readonly kind: 'milestones';
  readonly milestones: readonly {
    readonly title: string;
    readonly weight: number;
    /** Reached so many days into the cycle; null: not reached. */
    readonly reachedAfterDays: number | null;
  }[];
};

export type DemoKeyResult = DemoWorkKeyResult | DemoMetricKeyResult | DemoCountKeyResult | DemoBandKeyResult | DemoMilestonesKeyResult;

export type DemoObjective = {
  readonly project: DemoProject;
  /** 0 is the running quarter, -1 the one before. */
  readonly quarter: 0 | -1;
  readonly title: string;
  readonly description?: string;
  readonly owner: JiraUser | null;
  readonly weight?: number;
  /** The title of the objective it is aligned to, written down before it. */
  readonly parent?: string;
  readonly rollUp?: RollUpMode;
  /** A progress written in by the lead, 0..1, until the end of the cycle. */
  readonly override?: { readonly progress: number; readonly reason: string };
  readonly keyResults: readonly DemoKeyResult[];
};

const byPoints: CountingRule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
const byPointsGuessingTwo: CountingRule = { weightBy: 'points', unestimated: 2, inProgressCredit: 0, wanted: null, shared: 'repeat' };
const byEstimate: CountingRule = { weightBy: 'estimate', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
const wantedEight: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: 8, shared: 'repeat' };
const halfForStarted: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0.5, wanted: null, shared: 'repeat' };

const children = (epic: string): DemoSource => ({ type: 'children', epic });
const jql = (text: string): DemoSource => ({ type: 'jql', jql: text });
const picked = (summary: string): DemoSource => ({ type: 'issue', summary });

const { web, mobile, operations } = projects;

const runningQuarter: readonly DemoObjective[] = [
  {
    project: web,
    quarter: 0,
    title: 'Checkout feels instant on every phone',
    description: 'Buyers leave when paying takes longer than choosing. By the end of the quarter paying is the shortest part of a visit.',
    owner: people.tomas,
    weight: 2,
    rollUp: 'with-children',
    keyResults: [
      {
        kind: 'work',
        title: 'Replace the three-step checkout with one page',
        owner: people.meiLing,
        rule: byPoints,
        sources: [children('One-page checkout')],
      },
      {
        kind: 'metric',
        title: 'Time to pay at the 75th percentile from 4.2 s to 1.8 s',
        owner: people.tomas,
        weight: 2,
        start: 4.2,
        target: 1.8,
        unit: 's',
        decimals: 1,
        pace: 0.7,
      },
      {
        kind: 'work',
        title: 'Finish everything on the checkout speed list',
        owner: people.bo,
        sources: [jql('project = WEB AND labels = checkout-speed')],
      },
      {
        kind: 'work',
        title: 'Keep the shop open when a payment provider or a whole zone fails',
        owner: people.oluwaseun,
        sources: [
          picked('Rehearse a provider outage'),
          picked('Fall back to card when a wallet does not answer'),
          jql('project = OPS AND labels = zones AND issuetype in (Story, Bug)'),
        ],
      },
    ],
  },
  {
    project: web,
    quarter: 0,
    title: 'Merchants solve their problems without having to ask us',
    owner: people.meiLing,
    keyResults: [
      {
        kind: 'metric',
        title: 'Share of cases merchants solve themselves from 22 % to 45 %',
        owner: people.meiLing,
        start: 22,
        target: 45,
        unit: '%',
        decimals: 0,
        pace: 0.98,
      },
      {
        kind: 'work',
        title: 'Remove the reasons merchants write to us most often',
        owner: people.tomas,
        sources: [jql('labels = self-service AND project = WEB')],
      },
      {
        kind: 'metric',
        title: 'Merchants who recommend the portal to a colleague from 31 to 50',
        owner: null,
        start: 31,
        target: 50,
        unit: 'NPS',
        decimals: 0,
        pace: null,
      },
    ],
  },
  {
    project: web,
    quarter: 0,
    title: 'Anyone can shop with us, whatever they see, hear or hold',
    owner: people.oluwaseun,
    keyResults: [
      {
        kind: 'work',
        title: 'Every step of the shop works without a mouse',
        owner: people.oluwaseun,
        rule: byPoints,
        sources: [children('Shop without a mouse')],
      },
      {
        kind: 'work',
        title: 'Publish the statement and close the findings of the audit',
        owner: people.bo,
        sources: [
          picked('Publish the accessibility statement in all languages'),
          picked('Fix the alternative texts the audit named'),
          picked('Let people report a barrier with one form'),
        ],
      },
      {
        kind: 'metric',
        title: 'Barriers that people report from 14 to 3 a month',
        owner: people.bo,
        start: 14,
        target: 3,
        unit: 'reports',
        decimals: 0,
        pace: 0.15,
        sources: [children('Accessibility statement and audit')],
      },
      {
        kind: 'milestones',
        title: 'The shop carries the accessibility certificate',
        owner: people.oluwaseun,
        milestones: [
          { title: 'Auditor chosen', weight: 1, reachedAfterDays: 12 },
          { title: 'Findings of the first round on the table', weight: 1, reachedAfterDays: 33 },
          { title: 'Fixes accepted by the auditor', weight: 2, reachedAfterDays: null },
          { title: 'Certificate on the site', weight: 1, reachedAfterDays: null },
        ],
      },
      { kind: 'work', title: 'Bring the outlet up to the same level', owner: people.oluwaseun, sources: [] },
    ],
  },
  {
    project: mobile,
    quarter: 0,
    title: 'Shoppers trust the app with their whole order',
    owner: people.wilhelmina,
    keyResults: [
      {
        kind: 'metric',
        title: 'Sessions without a crash from 99.1 % to 99.8 %',
        owner: people.yusuf,
        start: 99.1,
        target: 99.8,
        unit: '%',
        decimals: 2,
        pace: 0.72,
      },
      {
        kind: 'work',
        title: 'Order without a connection',
        owner: people.priya,
        rule: halfForStarted,
        sources: [children('Order without a connection')],
      },
      {
        kind: 'count',
        title: 'Open bugs of high priority from 9 to 0',
        owner: people.wilhelmina,
        start: 9,
        target: 0,
        unit: 'bugs',
        jql: 'project in (WEB, MOB) AND issuetype = Bug AND priority = High AND statusCategory != Done',
      },
      {
        kind: 'work',
        title: 'Fix eight of the bugs that shoppers have reported',
        owner: people.yusuf,
        rule: wantedEight,
        sources: [jql('project = MOB AND issuetype = Bug AND (statusCategory != Done OR resolved >= "{start}")')],
      },
      {
        kind: 'work',
        title: 'Find out whether people want to order by voice',
        owner: people.yusuf,
        sources: [children('Voice ordering trial')],
      },
    ],
  },
  {
    project: mobile,
    quarter: 0,
    title:
      'An old phone with little memory, a tired battery and one bar of signal in the basement of a furniture store is still a good way to shop with us',
    owner: people.priya,
    parent: 'Checkout feels instant on every phone',
    keyResults: [
      {
        kind: 'work',
        title:
          'Everything that makes the app slow on a five-year-old phone, from the first tap to the order confirmation, is found, measured, fixed and kept fixed by a nightly run',
        owner: people.wilhelmina,
        rule: byPointsGuessingTwo,
        sources: [children('Fast on a five-year-old phone')],
      },
      {
        kind: 'metric',
        title: 'Size of the download from 61 MB to 25 MB',
        owner: people.bo,
        start: 61,
        target: 25,
        unit: 'MB',
        decimals: 0,
        pace: 'reached',
      },
      {
        kind: 'work',
        title: 'Try the winter release on the ten oldest phones we still support',
        owner: people.yusuf,
        lastDays: 14,
        sources: [picked('Work in 2 GB of memory'), picked('Turn off animations when the battery is low')],
      },
    ],
  },
  {
    project: operations,
    quarter: 0,
    title: 'Releasing is boring',
    description: 'Any team, any time of day, no ceremony.',
    owner: people.solrun,
    keyResults: [
      {
        kind: 'work',
        title: 'From merge to live in twenty minutes',
        owner: people.kaito,
        rule: byPoints,
        sources: [children('From merge to live in twenty minutes')],
      },
      {
        kind: 'metric',
        title: 'Median lead time from 95 min to 20 min',
        owner: people.kaito,
        start: 95,
        target: 20,
        unit: 'min',
        decimals: 0,
        pace: 0.95,
      },
      {
        kind: 'metric',
        title: 'Releases rolled back from 9 % to 2 %',
        owner: people.rafael,
        start: 9,
        target: 2,
        unit: '%',
        decimals: 1,
        pace: 0.4,
      },
    ],
  },
  {
    project: operations,
    quarter: 0,
    title: 'Incidents are rare, short and never the same twice',
    owner: people.rafael,
    keyResults: [
      {
        kind: 'work',
        title: 'Survive the loss of a zone',
        owner: people.solrun,
        sources: [children('Survive the loss of a zone'), picked('Survive the loss of a zone')],
      },
      {
        kind: 'work',
        title: 'Finish what the incident reviews asked for',
        owner: people.rafael,
        sources: [jql('project = OPS AND labels = "incident-review"')],
      },
    ],
  },
  {
    project: operations,
    quarter: 0,
    title: 'The bill grows slower than the orders',
    owner: null,
    weight: 0.5,
    override: {
      progress: 0.6,
      reason: 'The new contract is signed and saves as much as we planned; the first bill that shows it comes in January.',
    },
    keyResults: [
      {
        kind: 'work',
        title: 'Explain and cut the ten largest items of the bill',
        owner: people.kaito,
        rule: byEstimate,
        sources: [children('A bill we can explain')],
      },
      {
        kind: 'band',
        title: 'The cost of an order stays between 9 and 12 ct',
        owner: people.solrun,
        low: 9,
        high: 12,
        unit: 'ct',
        decimals: 1,
        latest: 12.4,
      },
    ],
  },
];

const formerQuarter: readonly DemoObjective[] = [
  {
    project: web,
    quarter: -1,
    title: 'Giving a present is easy until the last day before Christmas',
    owner: people.meiLing,
    keyResults: [
      {
        kind: 'work',
        title: 'Sell gift cards from buying to spending',
        owner: people.meiLing,
        rule: byPoints,
        sources: [children('Gift cards, from buying to spending')],
      },
      {
        kind: 'metric',
        title: 'Orders paid with a gift card from 0 to 1,200 a week',
        owner: people.bo,
        start: 0,
        target: 1200,
        unit: 'orders',
        decimals: 0,
        pace: 0.78,
      },
    ],
  },
  {
    project: web,
    quarter: -1,
    title: 'Nobody has to call us to find a parcel',
    owner: people.tomas,
    keyResults: [
      {
        kind: 'work',
        title: 'Answer "where is it?" in the order history',
        owner: people.oluwaseun,
        sources: [children('Order history that answers "where is it?"')],
      },
      {
        kind: 'metric',
        title: 'Calls about deliveries from 340 to 120 a week',
        owner: people.tomas,
        start: 340,
        target: 120,
        unit: 'calls',
        decimals: 0,
        pace: 'reached',
      },
    ],
  },
  {
    project: mobile,
    quarter: -1,
    title: 'The app is worth opening inside the store',
    owner: people.wilhelmina,
    keyResults: [
      { kind: 'work', title: 'Store mode works in all stores', owner: people.priya, sources: [children('Store mode')] },
      {
        kind: 'metric',
        title: 'Visits with the app open from 3 % to 12 %',
        owner: people.wilhelmina,
        start: 3,
        target: 12,
        unit: '%',
        decimals: 1,
        pace: 0.55,
      },
    ],
  },
  {
    project: operations,
    quarter: -1,
    title: 'An alert means that a customer noticed',
    owner: people.solrun,
    keyResults: [
      {
        kind: 'work',
        title: 'Delete, merge or explain every alert',
        owner: people.rafael,
        sources: [children('Alerts that mean something')],
      },
      {
        kind: 'metric',
        title: 'Pages outside working hours from 26 to 6 a week',
        owner: people.solrun,
        start: 26,
        target: 6,
        unit: 'pages',
        decimals: 0,
        pace: 0.9,
      },
    ],
  },
];

/** All objectives, the earlier quarter first; within a quarter in the order they were written down. */
export const demoOkrs: readonly DemoObjective[] = [...formerQuarter, ...runningQuarter];
