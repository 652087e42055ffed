/** The report in a few figures, each of which is made of the objectives below it. */
import type { ReportedObjective } from '../../../src/contract/closing';
import { Facts } from '../project-okrs/facts';
import { causeWords, nextStepWords } from './closing-words';
import { reportFigures, type ReportFigures } from './report-figures';

const verdictNames: Readonly<Record<ReportFigures['verdicts'][number]['of'], string>> = {
  met: 'kept or a success',
  learned: 'learned',
  part: 'in part',
  missed: 'missed',
  'not-graded': 'graded without a number',
  ungraded: 'not graded',
};

const listed = <K extends string>(
  counts: readonly { readonly of: K; readonly objectives: number }[],
  names: Readonly<Record<K, string>>,
): string => counts.map(({ of, objectives }) => `${objectives} ${names[of]}`).join(' · ');

export const ReportSummary = ({ objectives }: { readonly objectives: readonly ReportedObjective[] }) => {
  const { verdicts, causes, nextSteps, again } = reportFigures(objectives);
  return (
    <Facts
      facts={[
        { name: 'Objectives', value: `${objectives.length}: ${listed(verdicts, verdictNames)}` },
        ...(causes.length === 0
          ? []
          : [{ name: 'Causes', value: causes.map(({ of, objectives: times }) => `${causeWords[of]} (${times})`).join(' · ') }]),
        ...(nextSteps.length === 0
          ? []
          : [
              {
                name: 'What becomes of them',
                value: nextSteps.map(({ of, objectives: times }) => `${nextStepWords[of]} ${times}`).join(' · '),
              },
            ]),
        ...(again === 0 ? [] : [{ name: 'Carried over again', value: `${again} had been carried over more than once before` }]),
      ]}
    />
  );
};
