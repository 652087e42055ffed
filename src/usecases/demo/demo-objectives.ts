/**
 * What the demo set says: objectives and key results in the words of somebody's own site, each of the ten derailers once where it speaks and once
 * where it has nothing to say (docs/radar.md). Days are told by their distance. Says nothing in the name of anybody but whoever loads it.
 */

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
  /** Issues of a project that came in within so many days. */
  | { readonly kind: 'work'; readonly projectId: string; readonly days: number }
  /** A metric that Jira says: how many issues the query finds, from more than there are now to fewer. */
  | { readonly kind: 'counted'; readonly jql: string; readonly unit: string };

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

/** Since the quarter began. */
const WHOLE_QUARTER = 56;

const metric = (start: number, target: number, unit: string): DemoMeasure => ({ kind: 'metric', start, target, unit });

/** What whoever loads it says to an objective. */
export type DemoStance = { readonly stance: 'support' | 'concern'; readonly words: string };

export type ObjectiveWords = {
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly isPrivate?: boolean;
  readonly isOwned?: boolean;
  /** Absent: in the first week of the quarter. */
  readonly writtenDaysAgo?: number;
  readonly parent?: string;
  readonly countsChildren?: boolean;
  readonly stance?: DemoStance;
  readonly isAcknowledged?: boolean;
  readonly keyResults: readonly KeyResultWords[];
};

/** How the year was set up; nobody has done as much for the quarter. */
export const yearPlan = {
  themes: ['Keep what we promise', 'Fewer things at once'],
  capacity: 'Demo. As many people as last year, two of them new; nothing runs anyway.',
};

export const ofTheYear: readonly ObjectiveWords[] = [
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

export const ofTheQuarter: readonly ObjectiveWords[] = [
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
          [5.2, 7, ''],
          [5.6, 7, 'A good start.'],
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
  {
    key: 'portal',
    title: 'Launch the new portal and improve quality by 20 %',
    description: 'Demo of words that do not help: it names work, and its aim can mean anything. What is measured of it hardly moves.',
    stance: { stance: 'concern', words: 'We can launch it on the day we said, and nobody is better off.' },
    keyResults: [
      {
        title: 'Launch the portal',
        measure: {
          kind: 'milestones',
          milestones: [
            { title: 'Specified', reachedDaysAgo: 30 },
            { title: 'Launched', reachedDaysAgo: null },
          ],
        },
        said: weekly([null, 6, 'Under way.'], [null, 6, '']),
      },
      {
        title: 'Improve the quality',
        measure: metric(60, 95, '%'),
        said: weekly(
          [61.5, 3, 'It hardly moves, and nobody can say why.'],
          [61.3, 4, ''],
          [61, 4, ''],
          [60.8, 5, ''],
          [60.4, 5, ''],
          [60.2, 6, ''],
        ),
      },
    ],
  },
];

/** Each with the first of the projects, or with those after it. */
export const demoGroups = { customers: 'Demo: Customers', foundations: 'Demo: Foundations' } as const;
export type DemoGroup = keyof typeof demoGroups;

export const ofGroups: readonly (ObjectiveWords & { readonly group: DemoGroup })[] = [
  {
    key: 'asked-for',
    group: 'customers',
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
    group: 'foundations',
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
  {
    key: 'alarms',
    group: 'foundations',
    title: 'Nobody has to guess how our systems are doing',
    description: 'Demo of what is left lying: nobody owns it, it serves no goal of the company, and its only key result has no value.',
    isOwned: false,
    stance: { stance: 'support', words: 'Whoever takes it has my help.' },
    keyResults: [{ title: 'Alarms that somebody acts on from 40 % to 90 %', measure: metric(40, 90, '%'), isOwned: false }],
  },
];

/** What projects want, the first one's first. */
export const ofProjects: readonly ((projectId: string) => readonly ObjectiveWords[])[] = [
  (projectId) => [
    {
      key: 'finish',
      title: 'Work that we begin here gets finished',
      parent: 'asked-for',
      isAcknowledged: true,
      keyResults: [
        {
          title: 'What has come in since the quarter began is done',
          measure: { kind: 'work', projectId, days: WHOLE_QUARTER },
          said: weekly([null, 7, '']),
        },
        {
          title: 'From beginning to done from 12 to 6 days',
          measure: metric(12, 6, 'days'),
          said: weekly([8.6, 6, ''], [9.4, 6, 'Reviews take longer than we thought.', 'Reviews wait for one person'], [10.1, 7, '']),
        },
      ],
    },
    {
      key: 'first-week',
      title: 'Whoever is new here finds their way in the first week',
      description: 'Demo of an objective that is only just written: nobody is late with anything yet.',
      writtenDaysAgo: 5,
      parent: 'releases',
      keyResults: [
        {
          title: 'What has come in within two weeks is done',
          measure: { kind: 'work', projectId, days: 14 },
          said: weekly([null, 7, 'A good part of it is small enough for a first week.']),
        },
        {
          title: 'From the first day to the first release of one’s own from 15 to 5 days',
          measure: metric(15, 5, 'days'),
          said: weekly([14, 7, 'One of two new people has done it without help.']),
        },
      ],
    },
  ],
  (projectId) => [
    {
      key: 'noticed',
      title: 'Nothing important waits for somebody to notice it',
      parent: 'releases',
      keyResults: [
        {
          title: 'Open issues without an assignee go down by half',
          measure: { kind: 'counted', jql: `project = ${projectId} AND statusCategory != Done AND assignee is EMPTY`, unit: 'issues' },
        },
        {
          title: 'What has come in since the quarter began is done',
          measure: { kind: 'work', projectId, days: WHOLE_QUARTER },
          isOwned: false,
        },
      ],
    },
  ],
  (projectId) => [
    {
      key: 'planned',
      title: 'We spend our time on what we have planned',
      keyResults: [
        {
          title: 'What has come in since the quarter began is done',
          measure: { kind: 'work', projectId, days: WHOLE_QUARTER },
          said: stale(weekly([null, 5, ''])),
        },
        { title: 'Unplanned work from 45 % to 20 % of our time', measure: metric(45, 20, '%'), isOwned: false },
      ],
    },
  ],
];
