/** What the demo company's groups of projects want to reach in the running quarter. */
import { groups, people } from '../demo-people';
import type { DemoObjective } from './demo-okr';
import { jql } from './sources';

export const groupQuarter: readonly DemoObjective[] = [
  {
    home: groups.shopping,
    cycle: 'quarter',
    title: 'Whoever begins an order on a phone finishes it there',
    description: 'Two of three visits come from phones, and most of what is put into a basket there is left there.',
    owner: people.meiLing,
    parent: 'Buying from us is the easiest part of furnishing a home',
    rollUp: 'with-children',
    keyResults: [
      {
        kind: 'metric',
        title: 'Baskets on phones that become orders from 38 % to 52 %',
        owner: people.priya,
        contributors: [people.bo],
        start: 38,
        target: 52,
        unit: '%',
        decimals: 1,
        pace: 0.66,
      },
      {
        kind: 'work',
        title: 'Nothing that is known to stop an order is left open',
        owner: people.meiLing,
        sources: [jql('project in (WEB, MOB) AND issuetype = Bug AND priority = High')],
      },
    ],
  },
  {
    home: groups.reliability,
    cycle: 'quarter',
    title: 'A bad day of ours is never a bad day of theirs',
    owner: people.kaito,
    parent: 'The busiest weeks of the year feel like any other to our customers',
    rollUp: 'with-children',
    keyResults: [
      {
        kind: 'metric',
        title: 'Orders lost in incidents from 740 to 150 a month',
        owner: people.solrun,
        start: 740,
        target: 150,
        unit: 'orders',
        decimals: 0,
        pace: 0.92,
      },
    ],
  },
];
