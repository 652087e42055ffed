/**
 * The close of the demo company's former quarter: its people grade what they wanted, as the numbers suggest, say why it was not more and what they
 * learned, and Margit closes the cycle. Asks the app what is to be graded; what it does, people could have done.
 */
import { z } from 'zod';
import type { Input } from '../../src/contract/api';
import { gradeShown, suggestedGrade, suggestedObjectiveGrade } from '../../src/domain/closing/grade';
import type { JiraUser } from '../seams';
import { company, okrAdmin } from './demo-people';
import { formerQuarter } from './okrs/former-quarter';
import type { Step } from './step';

type Said = Pick<Input<'gradeObjective'>, 'causes' | 'causeWords' | 'learned' | 'nextStep'>;

/** By the title of the objective. */
const said: Readonly<Record<string, Said>> = {
  'Giving a present is easy until the last day before Christmas': {
    causes: ['dependency', 'started-late'],
    causeWords: 'The bank needed six weeks to allow the card numbers; we had planned two.',
    learned: 'Ask whoever has to allow something in the week in which we write it down.',
    nextStep: 'keep',
  },
  'Nobody has to call us to find a parcel': {
    causes: [],
    causeWords: '',
    learned: 'One place for the answer was enough.',
    nextStep: 'drop',
  },
  'The app is worth opening inside the store': {
    causes: ['too-ambitious', 'wrong-measure'],
    causeWords: 'People open it at the shelf and nowhere else; visits do not show that.',
    learned: 'Measure what happens at the shelf.',
    nextStep: 'change',
  },
  'An alert means that a customer noticed': {
    causes: ['scope-grew'],
    causeWords: 'Every second alert turned out to be two.',
    learned: 'Count what is there before setting a number.',
    nextStep: 'keep',
  },
  'People see at home whether a sofa fits': {
    causes: ['too-ambitious', 'wrong-measure'],
    causeWords: 'Most phones cannot measure a room, and we knew it only when we tried in September.',
    learned: 'Try the part that nobody has done before in the first week.',
    nextStep: 'drop',
  },
};

const number = z.number().nullable();
const answer = z.object({
  objective: z.object({
    version: z.number(),
    progress: number,
    keyResults: z.array(z.object({ id: z.string(), weight: z.number(), progress: number })),
  }),
});

/** What is asked of the app by somebody; answers what it says. */
type Ask = (step: Omit<Step, 'at'>) => Promise<unknown>;

function gradingOf(objectiveId: string, text: unknown, words: Said): Input<'gradeObjective'> {
  const { objective } = answer.parse(text);
  const graded = objective.keyResults.map(({ id, weight, progress }) => ({ keyResultId: id, weight, grade: suggestedGrade(progress) }));
  return {
    objectiveId,
    version: objective.version,
    grade: gradeShown(suggestedObjectiveGrade(graded, objective.progress)),
    keyResults: graded.map(({ keyResultId, grade }) => ({ keyResultId, grade: gradeShown(grade) })),
    ...words,
    intoCycleId: null,
  };
}

/** `objectiveIds`: by title. */
export async function closeQuarter(ask: Ask, cycleId: string, objectiveIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { title, home, owner } of formerQuarter) {
    const [objectiveId, words] = [objectiveIds.get(title), said[title]];
    if (objectiveId === undefined || words === undefined) throw new Error(`Nobody has said what "${title}" was worth.`);
    const actor: JiraUser = owner ?? home.lead;
    const closing = await ask({ actor, home, name: 'getObjectiveClosing', input: { objectiveId } });
    await ask({ actor, home, name: 'gradeObjective', input: gradingOf(objectiveId, closing, words) });
  }
  await ask({ actor: okrAdmin, home: company, name: 'closeCycle', input: { id: cycleId, version: 1 } });
}
