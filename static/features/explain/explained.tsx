/**
 * One number explained: how it stands, the rule in words, and its parts, by what the number is made of.
 * Shows; what is asked and where it is shown is the callers' business.
 */
import type { Explanation, ExplanationSubject, RollUpExplanation, WorkExplanation } from '../../../src/contract/explanation';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { percentText } from '../../ui/percent';
import { SectionMessage } from '../../ui/section-message';
import { bandWords, countWords, metricWords, rollUpWords, ruleSentences } from './explain-words';
import './explained.css';
import { MilestoneParts } from './milestone-parts';
import { RollUpParts } from './roll-up-parts';
import { ValueBasis } from './value-basis';
import { WorkParts, type Further } from './work-parts';

/** What one may do with the parts of a roll-up. */
export type PartActions = {
  /** Opens the explanation of a part. */
  readonly onExplain: (subject: ExplanationSubject) => void;
  /** Opens the page of a key result. */
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const Work = ({ pages, further }: { readonly pages: readonly WorkExplanation[]; readonly further: Further }) => {
  const format = useFormat();
  const [work] = pages;
  if (!work) return null;
  return (
    <>
      <p>{countWords(work, format)}</p>
      <p className="subtle">{ruleSentences(work, format).join(' ')}</p>
      <WorkParts pages={pages} further={further} />
    </>
  );
};

/** The issues of a key result that is measured otherwise. */
const WorkBeside = ({ pages, further }: { readonly pages: readonly WorkExplanation[]; readonly further: Further }) => {
  const [work] = pages;
  if (!work) return null;
  const progress = work.divisor === 0 ? null : work.creditSum / work.divisor;
  return (
    <section className="explained__beside" aria-label="The work beside it">
      <h3 className="explained__heading">The work beside it: {percentText(progress)}</h3>
      <p className="subtle">It stands beside the outcome and does not enter the number.</p>
      <Work pages={pages} further={further} />
    </section>
  );
};

const RollUp = ({
  rollUp,
  progress,
  actions,
}: {
  readonly rollUp: RollUpExplanation;
  readonly progress: number | null;
  readonly actions: PartActions;
}) => {
  const format = useFormat();
  return (
    <>
      <p>{rollUpWords(rollUp, format)}</p>
      <RollUpParts rollUp={rollUp} progress={progress} {...actions} />
    </>
  );
};

const Parts = ({
  pages,
  further,
  actions,
}: {
  readonly pages: readonly Explanation[];
  readonly further: Further;
  readonly actions: PartActions;
}) => {
  const format = useFormat();
  const [explanation] = pages;
  if (!explanation) return null;
  const works = pages.flatMap((page) => ('work' in page && page.work !== null ? [page.work] : []));
  switch (explanation.by) {
    case 'work':
      return <Work pages={works} further={further} />;
    case 'metric':
    case 'band':
      return (
        <>
          <p>{explanation.by === 'metric' ? metricWords(explanation.value, format) : bandWords(explanation.value, format)}</p>
          <ValueBasis value={explanation.value} />
          <WorkBeside pages={works} further={further} />
        </>
      );
    case 'milestones':
      return <MilestoneParts milestones={explanation.milestones} />;
    case 'roll-up':
      return <RollUp rollUp={explanation.rollUp} progress={explanation.progress} actions={actions} />;
    case 'override': {
      const { progress, reason, untilDay, byAccountId } = explanation.override;
      return (
        <>
          <SectionMessage tone="info" title={`${percentText(progress)} is written in, not computed`}>
            <p dir="auto">{reason}</p>
            <p className="explained__basis">
              By <Person accountId={byAccountId} withName />, through {format.day(untilDay)}.
            </p>
          </SectionMessage>
          <h3 className="explained__heading">Its parts would say {percentText(explanation.computed)}</h3>
          <RollUp rollUp={explanation.rollUp} progress={explanation.computed} actions={actions} />
        </>
      );
    }
  }
};

/** For a key result: it is made of issues and values, so there are no parts to open. */
export const noParts: PartActions = { onExplain: () => undefined, onOpenKeyResult: () => undefined };

type Props = {
  /** Of one subject, from the first page of its issues on; never empty. */
  readonly pages: readonly Explanation[];
  readonly further: Further;
  readonly actions: PartActions;
};

export const Explained = ({ pages, further, actions }: Props) => {
  const format = useFormat();
  const [explanation] = pages;
  return (
    <div className="explained">
      <Parts pages={pages} further={further} actions={actions} />
      {explanation && (
        <p className="small">{explanation.asOf === null ? 'Not computed yet.' : `As of ${format.instant(explanation.asOf)}.`}</p>
      )}
    </div>
  );
};
