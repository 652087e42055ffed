/**
 * The demo set as data: what an administrator can load to see the app full on a site of their own. The same inputs give the same plan, step by
 * step, so that loading can stop anywhere and go on. Knows words and days; asks nobody and writes nothing.
 */
import { addDays } from '../../domain/calendar';
import type { Home } from '../../domain/home';
import type { DemoPart } from '../../store/demo-parts';
import {
  demoGroups,
  ofGroups,
  ofProjects,
  ofTheQuarter,
  ofTheYear,
  yearPlan,
  type DemoGroup,
  type DemoMeasure,
  type DemoStance,
  type DemoWord,
  type ObjectiveWords,
} from './demo-objectives';

export type DemoStep =
  | {
      readonly type: 'cycle';
      readonly id: string;
      readonly name: string;
      readonly startDay: string;
      readonly endDay: string;
      readonly themes: readonly string[];
      readonly capacity: string | null;
    }
  | { readonly type: 'group'; readonly id: string; readonly name: string; readonly projectIds: readonly string[] }
  | {
      readonly type: 'objective';
      readonly id: string;
      readonly home: Home;
      readonly cycleId: string;
      readonly title: string;
      readonly description: string;
      readonly isPrivate: boolean;
      readonly isOwned: boolean;
      readonly writtenDaysAgo: number;
      /** An objective of an earlier step. */
      readonly parentId: string | null;
      readonly countsChildren: boolean;
      readonly stance: DemoStance | null;
      readonly isAcknowledged: boolean;
    }
  | {
      readonly type: 'key-result';
      readonly id: string;
      readonly objectiveId: string;
      readonly title: string;
      readonly isOwned: boolean;
      readonly writtenDaysAgo: number;
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

/** A week after the quarter began, in days before today, so that check-ins have been due since. */
const FIRST_WEEK = 49;

const groups: readonly DemoGroup[] = ['customers', 'foundations'];

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
      isOwned: words.isOwned ?? true,
      writtenDaysAgo: words.writtenDaysAgo ?? FIRST_WEEK,
      parentId: words.parent === undefined ? null : objectiveId(words.parent),
      countsChildren: words.countsChildren ?? false,
      stance: words.stance ?? null,
      isAcknowledged: words.isAcknowledged ?? false,
    },
    ...words.keyResults.map(({ title, measure, said = [], isOwned = true }, at): DemoStep => ({
      type: 'key-result',
      id: `${objectiveId(words.key)}-${at + 1}`,
      objectiveId: objectiveId(words.key),
      title,
      isOwned,
      writtenDaysAgo: words.writtenDaysAgo ?? FIRST_WEEK,
      measure,
      said,
    })),
  ];
  const members = { customers: projectIds.slice(0, 1), foundations: projectIds.slice(1) };
  const groupId = (group: DemoGroup): string => `${id}-group-${group}`;
  const company: Home = { level: 'company' };
  return [
    { type: 'cycle', name: 'Demo year', ...year, ...yearPlan },
    { type: 'cycle', name: 'Demo quarter', ...quarter, themes: [], capacity: null },
    ...groups.map((group): DemoStep => ({ type: 'group', id: groupId(group), name: demoGroups[group], projectIds: members[group] })),
    ...ofTheYear.flatMap((words) => objective(company, year.id, words)),
    ...ofTheQuarter.flatMap((words) => objective(company, quarter.id, words)),
    ...ofGroups.flatMap((words) => objective({ level: 'group', groupId: groupId(words.group) }, quarter.id, words)),
    ...ofProjects.flatMap((words, at) => {
      const projectId = projectIds[at];
      if (projectId === undefined) return [];
      return words(projectId).flatMap((each) => objective({ level: 'project', projectId }, quarter.id, each));
    }),
  ];
}

/** What a plan brings that stands on its own. */
export const partsOf = (input: DemoPlanInput): readonly DemoPart[] =>
  input.id === '' ? [] : demoPlan(input).flatMap(({ id, type }) => (type === 'key-result' ? [] : [{ id, type }]));
