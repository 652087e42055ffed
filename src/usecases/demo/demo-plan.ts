/**
 * The demo set as data: what an administrator can load to see the app full on a site of their own. The same inputs give the same plan, step by
 * step, so that loading can stop anywhere and go on. Knows words and days; asks nobody and writes nothing.
 */
import { addDays } from '../../domain/calendar';
import type { Home } from '../../domain/home';
import type { DemoPart } from '../../store/demo-parts';

/** What somebody said so many days ago, with the value of a metric or band. */
export type DemoWord = {
  readonly daysAgo: number;
  readonly value: number | null;
  readonly confidence: number;
  readonly words: string;
  readonly blockers: string;
};

export type DemoMeasure =
  | { readonly kind: 'metric'; readonly start: number; readonly target: number; readonly unit: string }
  | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly unit: string }
  | { readonly kind: 'milestones'; readonly milestones: readonly { readonly title: string; readonly reachedDaysAgo: number | null }[] }
  /** Issues of a project that came in since the cycle began. */
  | { readonly kind: 'work'; readonly projectId: string }
  /** A metric that Jira says: how many issues the query finds, from more than there are now to fewer. */
  | { readonly kind: 'counted'; readonly jql: string; readonly unit: string };

export type DemoStep =
  | { readonly type: 'cycle'; readonly id: string; readonly name: string; readonly startDay: string; readonly endDay: string }
  | { readonly type: 'group'; readonly id: string; readonly name: string; readonly projectIds: readonly string[] }
  | {
      readonly type: 'objective';
      readonly id: string;
      readonly home: Home;
      readonly cycleId: string;
      readonly title: string;
      readonly description: string;
      readonly isPrivate: boolean;
      /** An objective of an earlier step. */
      readonly parentId: string | null;
      readonly countsChildren: boolean;
    }
  | {
      readonly type: 'key-result';
      readonly id: string;
      readonly objectiveId: string;
      readonly title: string;
      readonly isOwned: boolean;
      readonly measure: DemoMeasure;
      readonly said: readonly DemoWord[];
    };

export type DemoPlanInput = {
  /** Begins every id. */
  readonly id: string;
  /** At most three. */
  readonly projectIds: readonly string[];
  /** The day it was asked for. */
  readonly day: string;
};

type KeyResultWords = {
  readonly title: string;
  readonly measure: DemoMeasure;
  readonly said?: readonly DemoWord[];
  readonly isOwned?: boolean;
};

/** Values and words of the last weeks, the latest first: two days ago, and a week apart before. */
const weekly = (
  ...said: readonly (readonly [value: number | null, confidence: number, words: string, blockers?: string])[]
): readonly DemoWord[] =>
  said.map(([value, confidence, words, blockers = ''], week) => ({ daysAgo: 2 + 7 * week, value, confidence, words, blockers }));

/** The same, and nothing in the last three weeks. */
const stale = (said: readonly DemoWord[]): readonly DemoWord[] => said.map((word) => ({ ...word, daysAgo: word.daysAgo + 21 }));

const metric = (start: number, target: number, unit: string): DemoMeasure => ({ kind: 'metric', start, target, unit });

type ObjectiveWords = {
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly isPrivate?: boolean;
  readonly parent?: string;
  readonly countsChildren?: boolean;
  readonly keyResults: readonly KeyResultWords[];
};

const ofTheYear: readonly ObjectiveWords[] = [
  {
    key: 'promise',
    title: 'Customers choose us because we keep what we promise',
    description: 'Demo. Everything below it, in groups and projects, says what it does for this.',
    countsChildren: true,
    keyResults: [
      {
        title: 'Deliveries on the promised day from 71 % to 92 %',
        measure: metric(71, 92, '%'),
        said: weekly(
          [84, 7, 'The new plan of the week helps.'],
          [82, 7, ''],
          [81, 6, 'Two late ones, both waiting for a part.'],
          [79, 6, ''],
        ),
      },
      {
        title: 'Customers who would recommend us from 24 to 45',
        measure: metric(24, 45, 'NPS'),
        said: stale(weekly([31, 5, 'Fewer answers than last time.'], [30, 5, ''])),
      },
    ],
  },
  {
    key: 'people',
    title: 'People like to build things here',
    keyResults: [
      {
        title: 'Everybody knows what their work is for',
        measure: {
          kind: 'milestones',
          milestones: [
            { title: 'Goals of the year are written down', reachedDaysAgo: 120 },
            { title: 'Each team has said what it does for them', reachedDaysAgo: 40 },
            { title: 'Asked again: everybody can say it in a sentence', reachedDaysAgo: null },
          ],
        },
        said: weekly([null, 8, 'On to the last one.']),
      },
    ],
  },
];

const ofTheQuarter: readonly ObjectiveWords[] = [
  {
    key: 'answers',
    title: 'Nobody waits for an answer from us',
    parent: 'promise',
    countsChildren: true,
    keyResults: [
      {
        title: 'Time until a request is answered from 6 to 2 days',
        measure: metric(6, 2, 'days'),
        said: weekly(
          [4.1, 6, ''],
          [4.4, 6, 'A slow week: two of us are away.', 'Two people are away'],
          [4.8, 7, ''],
          [5.2, 7, 'A good start.'],
        ),
      },
      {
        title: 'Requests open longer than a month stay between 0 and 10',
        measure: { kind: 'band', low: 0, high: 10, unit: 'requests' },
        said: weekly([12, 5, 'Above for the first time.', 'Nobody looks after the old ones'], [9, 7, ''], [8, 7, '']),
      },
    ],
  },
  {
    key: 'stop',
    title: 'We know which of our products to stop',
    description: 'Demo of a private objective: only you see it, and OKR admins.',
    isPrivate: true,
    keyResults: [
      {
        title: 'A decision for each of them',
        measure: {
          kind: 'milestones',
          milestones: [
            { title: 'The numbers of each are on the table', reachedDaysAgo: 12 },
            { title: 'Decided', reachedDaysAgo: null },
          ],
        },
        said: weekly([null, 7, 'The numbers were easier to get than we thought.']),
      },
    ],
  },
];

const ofGroups: readonly (ObjectiveWords & { readonly group: string })[] = [
  {
    key: 'asked-for',
    group: 'Demo: Customers',
    title: 'What customers ask for reaches them while they still want it',
    parent: 'answers',
    countsChildren: true,
    keyResults: [
      {
        title: 'From a wish to its release from 94 to 45 days',
        measure: metric(94, 45, 'days'),
        said: weekly([78, 5, 'Slower than we hoped.'], [80, 5, ''], [83, 6, '']),
      },
    ],
  },
  {
    key: 'releases',
    group: 'Demo: Foundations',
    title: 'A release is nothing to be afraid of',
    parent: 'promise',
    countsChildren: true,
    keyResults: [
      {
        title: 'Releases that are taken back from 11 % to 3 %',
        measure: metric(11, 3, '%'),
        said: weekly([5.8, 8, 'None in two weeks.'], [6.4, 8, ''], [7.9, 7, '']),
      },
    ],
  },
];

/** What projects want, the first one's first. */
const ofProjects: readonly ((projectId: string) => ObjectiveWords)[] = [
  (projectId) => ({
    key: 'finish',
    title: 'Work that we begin here gets finished',
    parent: 'asked-for',
    keyResults: [
      { title: 'What has come in since the quarter began is done', measure: { kind: 'work', projectId }, said: weekly([null, 7, '']) },
      {
        title: 'From beginning to done from 12 to 6 days',
        measure: metric(12, 6, 'days'),
        said: weekly([8.6, 6, ''], [9.4, 6, 'Reviews take longer than we thought.', 'Reviews wait for one person'], [10.1, 7, '']),
      },
    ],
  }),
  (projectId) => ({
    key: 'noticed',
    title: 'Nothing important waits for somebody to notice it',
    parent: 'releases',
    keyResults: [
      {
        title: 'Open issues without an assignee go down by half',
        measure: { kind: 'counted', jql: `project = ${projectId} AND statusCategory != Done AND assignee is EMPTY`, unit: 'issues' },
      },
      { title: 'What has come in since the quarter began is done', measure: { kind: 'work', projectId }, isOwned: false },
    ],
  }),
  (projectId) => ({
    key: 'planned',
    title: 'We spend our time on what we have planned',
    keyResults: [
      {
        title: 'What has come in since the quarter began is done',
        measure: { kind: 'work', projectId },
        said: stale(weekly([null, 5, ''])),
      },
      { title: 'Unplanned work from 45 % to 20 % of our time', measure: metric(45, 20, '%'), isOwned: false },
    ],
  }),
];

/** Every step, in the order to take them in. */
export function demoPlan({ id, projectIds, day }: DemoPlanInput): readonly DemoStep[] {
  // Fourteen weeks, longer than a quarter, so that no page opens with it by itself; the ninth is running, whatever day is today.
  const monday = addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  const quarter = { id: `${id}-quarter`, startDay: addDays(monday, -56), endDay: addDays(monday, 41) };
  const year = { id: `${id}-year`, startDay: addDays(quarter.startDay, -182), endDay: addDays(quarter.endDay, 84) };
  const objectiveId = (key: string): string => `${id}-${key}`;
  const objective = (home: Home, cycleId: string, words: ObjectiveWords): readonly DemoStep[] => [
    {
      type: 'objective',
      id: objectiveId(words.key),
      home,
      cycleId,
      title: words.title,
      description: words.description ?? 'Demo.',
      isPrivate: words.isPrivate ?? false,
      parentId: words.parent === undefined ? null : objectiveId(words.parent),
      countsChildren: words.countsChildren ?? false,
    },
    ...words.keyResults.map(({ title, measure, said = [], isOwned = true }, at): DemoStep => ({
      type: 'key-result',
      id: `${objectiveId(words.key)}-${at + 1}`,
      objectiveId: objectiveId(words.key),
      title,
      isOwned,
      measure,
      said,
    })),
  ];
  const groupIds = ofGroups.map(({ key }) => `${objectiveId(key)}-group`);
  const members = [projectIds.slice(0, 1), projectIds.slice(1)];
  const company: Home = { level: 'company' };
  return [
    { type: 'cycle', name: 'Demo year', ...year },
    { type: 'cycle', name: 'Demo quarter', ...quarter },
    ...ofGroups.map(({ group }, at): DemoStep => ({ type: 'group', id: groupIds[at] ?? '', name: group, projectIds: members[at] ?? [] })),
    ...ofTheYear.flatMap((words) => objective(company, year.id, words)),
    ...ofTheQuarter.flatMap((words) => objective(company, quarter.id, words)),
    ...ofGroups.flatMap((words, at) => objective({ level: 'group', groupId: groupIds[at] ?? '' }, quarter.id, words)),
    ...ofProjects.flatMap((words, at) => {
      const projectId = projectIds[at];
      return projectId === undefined ? [] : objective({ level: 'project', projectId }, quarter.id, words(projectId));
    }),
  ];
}

/** What a plan brings that stands on its own. */
export const partsOf = (input: DemoPlanInput): readonly DemoPart[] =>
  input.id === '' ? [] : demoPlan(input).flatMap(({ id, type }) => (type === 'key-result' ? [] : [{ id, type }]));
