/** What the demo company's projects wanted to reach in the quarter before. */
import { people, projects } from '../demo-people';
import { byPoints } from './counting-rules';
import type { DemoObjective } from './demo-okr';
import { children } from './sources';

const { web, mobile, operations } = projects;

export const formerQuarter: readonly DemoObjective[] = [
  {
    home: web,
    cycle: 'quarter before',
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
    home: web,
    cycle: 'quarter before',
    title: 'Nobody has to call us to find a parcel',
    owner: people.tomas,
    ambition: 'aspirational',
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
    home: mobile,
    cycle: 'quarter before',
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
    home: operations,
    cycle: 'quarter before',
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
