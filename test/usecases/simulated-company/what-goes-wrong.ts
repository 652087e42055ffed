/**
 * What goes wrong in the simulated company, week by week, and what the radar's rules say of it: from which Sunday on, and until which. Dates in the reasons are
 * those of the simulated quarter, in which week 1 begins on Monday 2026-10-05.
 */
import type { Derailer } from '../../../src/domain/radar/derailers';
import type { Evidence } from '../../../src/domain/radar/evidence';
import { ask, Q4 } from '../support/okr-steps';
import { chief, reserveKeys, teams } from './company-jira';
import { vote, WEEKS, type Company, type Exceptions, type TeamName } from './live-quarter';

export type Planted = {
  readonly what: string;
  /** `everywhere`: the cycle itself, which every place shares. */
  readonly place: TeamName | 'company' | 'everywhere';
  readonly derailer: Derailer;
  readonly kind: Evidence['kind'];
  /** Key results by their label, objectives and projects by their team, people by their account. */
  readonly about: string;
  /** Weeks on whose Sundays it is on the radar, both included. */
  readonly from: number;
  readonly until: number;
};

export const planted: readonly Planted[] = [
  {
    what: 'The scope of a key result grows faster than it is worked off, from the first week on: seen once four weeks are over',
    place: 'gamma',
    derailer: 'realistic',
    kind: 'too-hard',
    about: 'gamma-first',
    from: 4,
    until: WEEKS,
  },
  {
    what: 'An owner forgets to check in: last on 19 October, so due on the 26th',
    place: 'beta',
    derailer: 'followed-up',
    kind: 'overdue',
    about: 'beta-first',
    from: 4,
    until: 5,
  },
  {
    what: 'Nobody owns a goal from 3 November until somebody takes it on the 17th',
    place: 'gamma',
    derailer: 'owned',
    kind: 'no-owner',
    about: 'gamma',
    from: 5,
    until: 6,
  },
  {
    what: 'Somebody begins work that serves nothing, and it is linked two weeks later',
    place: 'alpha',
    derailer: 'aligned',
    kind: 'orphan-work',
    about: 'alpha',
    from: 7,
    until: 8,
  },
  {
    what: 'and has nothing else in progress',
    place: 'alpha',
    derailer: 'known',
    kind: 'no-line-of-sight',
    about: 'alpha-helper',
    from: 7,
    until: 8,
  },
  {
    what: 'A blocker named on 16, 23 and 30 November is more than a week old on the 29th',
    place: 'alpha',
    derailer: 'followed-up',
    kind: 'blocked',
    about: 'alpha-second',
    from: 8,
    until: 9,
  },
  {
    what: 'Votes lie apart until people have talked',
    place: 'alpha',
    derailer: 'bought-into',
    kind: 'votes-apart',
    about: 'alpha',
    from: 8,
    until: 10,
  },
  {
    what: 'The chief checks in without the number: the last one is of 16 November',
    place: 'company',
    derailer: 'monitored',
    kind: 'no-data',
    about: 'orders',
    from: 9,
    until: WEEKS,
  },
  {
    what: 'An owner checks in without a word',
    place: 'beta',
    derailer: 'communicated',
    kind: 'bare-check-ins',
    about: 'beta-second',
    from: 9,
    until: WEEKS,
  },
  {
    what: 'A key result becomes a task',
    place: 'beta',
    derailer: 'well-put',
    kind: 'weak-wording',
    about: 'beta-first',
    from: 10,
    until: WEEKS,
  },
  {
    what: 'The themes of the quarter are struck out',
    place: 'everywhere',
    derailer: 'planned',
    kind: 'no-themes',
    about: 'the cycle',
    from: 11,
    until: WEEKS,
  },
];

const between = (week: number, from: number, until: number): boolean => week >= from && week <= until;

const team = (name: TeamName) => ({ ...teams[name], as: { as: teams[name].lead, project: teams[name].key } });

/** More comes in than two people finish. */
const growth = [4, 5, 4, 6, 4, 5, 4, 5, 6, 4, 5, 4];

function grow({ label }: Company, week: number): void {
  const before = growth.slice(0, week - 1).reduce((sum, each) => sum + each, 0);
  for (const key of reserveKeys(teams.gamma).slice(2 + before, 2 + before + (growth[week - 1] ?? 0))) label(key, 'gamma-first');
}

async function hasNoOwner({ site, objectives }: Company): Promise<void> {
  const { as } = team('gamma');
  const { objective } = await ask(site, 'getObjective', { objectiveId: objectives.gamma }, as);
  await ask(site, 'editObjective', { id: objective.id, version: objective.version, ownerAccountId: null }, as);
}

async function isTaken({ site, objectives }: Company): Promise<void> {
  const { as } = team('gamma');
  const { objective } = await ask(site, 'getObjective', { objectiveId: objectives.gamma }, as);
  await ask(site, 'takeOwnership', { subject: { type: 'objective', id: objective.id }, version: objective.version }, as);
}

async function becomesATask({ site, keyResults }: Company): Promise<void> {
  const { as } = team('beta');
  const { keyResult } = await ask(site, 'getKeyResult', { keyResultId: keyResults.get('beta-first') ?? '' }, as);
  await ask(site, 'editKeyResult', { id: keyResult.id, version: keyResult.version, title: 'Ship the new help pages' }, as);
}

async function losesItsThemes({ site }: Company): Promise<void> {
  const cycle = (await ask(site, 'listCycles', {}, { as: chief })).find(({ id }) => id === Q4);
  await ask(site, 'editCycle', { id: Q4, version: cycle?.version ?? 1, themes: [] }, { as: chief });
}

export const whatGoesWrong: Exceptions = {
  says: (week, subject, usual) => {
    if (subject === 'beta-first' && between(week, 4, 5)) return null;
    if (subject === 'beta-second' && week >= 9) return {};
    if (subject === 'alpha-second' && between(week, 7, 9)) return { ...usual, blockers: 'We wait for the bank' };
    if (subject === 'orders' && week >= 8) return { words: 'No numbers yet.' };
    return usual;
  },
  tuesday: async (week, company) => {
    grow(company, week);
    const stray = reserveKeys(teams.alpha).slice(0, 2);
    const alpha = [teams.alpha.lead, ...teams.alpha.engineers.map(({ accountId }) => accountId)];
    if (week === 5) await hasNoOwner(company);
    if (week === 7) {
      await isTaken(company);
      for (const key of stray) company.move(key, 'In Progress');
    }
    if (week === 8) await vote(company, company.objectives.alpha, alpha, [9, 2, 8]);
    if (week === 9) {
      for (const key of stray) company.label(key, 'alpha-first');
      // Whoever works on a goal is one of its people, and says so.
      const known = { objectiveId: company.objectives.alpha, isAcknowledged: true };
      await ask(company.site, 'acknowledgeObjective', known, { as: teams.alpha.helper });
    }
    if (week === 10) {
      await becomesATask(company);
      for (const key of stray) company.move(key, 'Done');
    }
    if (week === 11) {
      await vote(company, company.objectives.alpha, alpha, [8, 7, 8]);
      await losesItsThemes(company);
    }
  },
};
