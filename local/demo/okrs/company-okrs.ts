/** What the demo company as a whole wants to reach: in the year, and in the running quarter. One of the year's objectives is private. */
import { company, people } from '../demo-people';
import type { DemoObjective } from './demo-okr';

const easiest = 'Buying from us is the easiest part of furnishing a home';
const reliable = 'Shoppers and merchants can rely on us on any day of the year';

export const companyYear: readonly DemoObjective[] = [
  {
    home: company,
    cycle: 'year',
    title: easiest,
    description:
      'People compare us with the store around the corner. Whoever has bought from us once should not want to do it any other way.',
    owner: people.margit,
    rollUp: 'with-children',
    keyResults: [
      {
        kind: 'metric',
        title: 'Visits that end in an order from 2.1 % to 3.0 %',
        owner: people.margit,
        start: 2.1,
        target: 3,
        unit: '%',
        decimals: 2,
        pace: 0.9,
      },
      {
        kind: 'metric',
        title: 'Orders from 41,000 to 60,000 a week',
        owner: people.tomas,
        contributors: [people.wilhelmina, people.meiLing],
        start: 41_000,
        target: 60_000,
        unit: 'orders',
        decimals: 0,
        pace: 0.74,
      },
    ],
  },
  {
    home: company,
    cycle: 'year',
    title: reliable,
    owner: people.ines,
    rollUp: 'with-children',
    keyResults: [
      {
        kind: 'metric',
        title: 'Hours in which nobody could order from 31 to 6 a year',
        owner: people.solrun,
        start: 31,
        target: 6,
        unit: 'h',
        decimals: 1,
        pace: 0.97,
      },
      {
        kind: 'metric',
        title: 'Merchants who leave us from 9 % to 5 % a year',
        owner: people.agnes,
        start: 9,
        target: 5,
        unit: '%',
        decimals: 1,
        pace: 0.5,
        quietDays: 40,
      },
    ],
  },
  {
    home: company,
    cycle: 'year',
    title: 'We are ready to open in a second country',
    description: 'Not public before the contract with the carrier is signed.',
    owner: people.margit,
    audience: [people.tomas],
    keyResults: [
      {
        kind: 'milestones',
        title: 'Everything is signed that has to be',
        owner: people.margit,
        milestones: [
          { title: 'Country chosen', weight: 1, reachedAfterDays: 70 },
          { title: 'Carrier signed', weight: 2, reachedAfterDays: 260 },
          { title: 'Company founded', weight: 1, reachedAfterDays: null },
        ],
      },
    ],
  },
];

export const companyQuarter: readonly DemoObjective[] = [
  {
    home: company,
    cycle: 'quarter',
    title: 'The busiest weeks of the year feel like any other to our customers',
    owner: people.margit,
    parent: reliable,
    rollUp: 'with-children',
    contributors: [people.solrun],
    keyResults: [
      {
        kind: 'metric',
        title: 'Orders that reach their door on the promised day from 88 % to 97 %',
        owner: people.ines,
        start: 88,
        target: 97,
        unit: '%',
        decimals: 1,
        pace: 0.88,
      },
      {
        kind: 'band',
        title: 'People wait between 0 and 60 s for an answer on the phone',
        owner: people.margit,
        low: 0,
        high: 60,
        unit: 's',
        decimals: 0,
        latest: 52,
      },
    ],
  },
];
