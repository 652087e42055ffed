/** What a week says: which key results moved, are at risk or blocked, and the same as plain text for chat or mail. Pure; days come formatted. */
import type { ProjectWeek, WeekKeyResult, WeekObjective } from '../../../src/contract/rhythm';
import { endOfWeek } from '../../../src/domain/cycle';
import { percentOf } from '../../../src/domain/percent';
import { healthWords } from '../../ui/health-lozenge';
import { percentText } from '../../ui/percent';

type Moved = Pick<WeekKeyResult, 'from' | 'to'>;

/** As far as a reader can see: the percentage is another one. */
const hasMoved = ({ from, to }: Moved): boolean => percentOf(from) !== percentOf(to);

/** `40 % → 52 %`, or the one percentage it still has. */
export const moveWords = (moved: Moved): string =>
  hasMoved(moved) ? `${percentText(moved.from)} → ${percentText(moved.to)}` : percentText(moved.to);

const isAtRisk = ({ health }: WeekKeyResult): boolean => health === 'at-risk' || health === 'off-track';

type WeekParts = {
  readonly moved: readonly WeekKeyResult[];
  /** Whether they moved or not. */
  readonly atRisk: readonly WeekKeyResult[];
  /** The viewer's own that are to be checked in on by the end of this week, the longest due first. */
  readonly due: readonly WeekKeyResult[];
};

export function partsOfWeek(objectives: readonly WeekObjective[], accountId: string | null, today: string): WeekParts {
  const all = objectives.flatMap(({ keyResults }) => keyResults);
  return {
    moved: all.filter((keyResult) => hasMoved(keyResult) && !isAtRisk(keyResult)),
    atRisk: all.filter(isAtRisk),
    due: all
      .filter(({ dueDay, ownerAccountId }) => dueDay !== null && dueDay <= endOfWeek(today) && ownerAccountId === accountId)
      .toSorted((a, b) => ((a.dueDay ?? '') < (b.dueDay ?? '') ? -1 : 1)),
  };
}

/** `at risk → on track`, or the one health it still has. */
function healthChange({ healthFrom, health }: WeekKeyResult): string {
  const word = healthWords[health].word.toLowerCase();
  return healthFrom === health || healthFrom === 'not-measured' ? word : `${healthWords[healthFrom].word.toLowerCase()} → ${word}`;
}

/** Both, unless they say the same: not measured. */
const standingWords = (move: string, health: string): string => (move === health ? move : `${move}, ${health}`);

function linesOf(keyResult: WeekKeyResult, day: (day: string) => string): readonly string[] {
  return [
    `- ${keyResult.key} ${keyResult.title}: ${standingWords(moveWords(keyResult), healthChange(keyResult))}${keyResult.isStale ? ', no check-in in time' : ''}`,
    ...keyResult.said.flatMap((said) => [
      ...(said.words === '' ? [] : [`  ${day(said.day)}: ${said.words}`]),
      ...(said.blockers === '' ? [] : [`  In the way: ${said.blockers}`]),
    ]),
  ];
}

/** A key result about which the week has something to say. */
const isNews = (keyResult: WeekKeyResult): boolean =>
  hasMoved(keyResult) ||
  isAtRisk(keyResult) ||
  keyResult.isStale ||
  keyResult.said.some(({ words, blockers }) => words !== '' || blockers !== '');

/** The summary of a project's week, with lines that end in `\n`. What has nothing to say is named at the end of its objective. */
export function weekText(
  week: ProjectWeek,
  projectName: string,
  format: { days(from: string, to: string): string; day(day: string): string },
): string {
  const head = `${projectName}, ${format.days(week.fromDay, week.toDay)} (${week.cycleName})`;
  const parts = week.objectives.map((objective) => {
    const quiet = objective.keyResults.filter((keyResult) => !isNews(keyResult)).map(({ key }) => key);
    return [
      `${objective.key} ${objective.title}: ${standingWords(moveWords(objective), healthWords[objective.health].word.toLowerCase())}`,
      ...objective.keyResults.filter(isNews).flatMap((keyResult) => linesOf(keyResult, (day) => format.day(day))),
      ...(quiet.length === 0 ? [] : [`- No news: ${quiet.join(', ')}`]),
    ].join('\n');
  });
  // Spaces that do not break or are thin are one thing more to stumble over where the text is pasted.
  return `${[head, ...parts].join('\n\n')}\n`.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
}
