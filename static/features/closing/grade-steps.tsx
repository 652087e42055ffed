/** The steps of grading an objective, each as the part of a form it is; what they say is the form's draft, and what goes on is the dialog's business. */
import type { ObjectiveClosing } from '../../../src/contract/closing';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { suggestedGrade } from '../../../src/domain/closing/grade';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { Disclosure } from '../../ui/disclosure';
import { RadioField, SelectField, TextAreaField, TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { percentText } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import { ExplanationTrail } from '../explain/explanation-trail';
import { useTrail } from '../explain/use-trail';
import { searchOfKeyResult } from '../project-okrs/use-opened-key-result';
import { ambitionNames } from './ambition-words';
import { carriedOverWords } from './carried-over-words';
import { causeChoices, gradeText, nextStepChoices } from './closing-words';
import { chosenOf, differs, gradeOf, objectiveDiffers, suggestedOf, verdictOf, type GradeDraft } from './grade-draft';
import { GradeMark } from './grade-mark';

export type StepProps = {
  readonly of: ObjectiveClosing;
  readonly draft: GradeDraft;
  readonly change: (change: Partial<GradeDraft>) => void;
  /** Words at what is missing, as from `checkStep`. */
  readonly wrong: Readonly<Record<string, string>>;
};

const NumberLine = ({ of }: { readonly of: ObjectiveView | KeyResultView }) => (
  <li className="grading__line">
    <span className="grading__name">
      <KeyBadge text={of.key} /> <bdi>{of.title}</bdi>
    </span>
    <span className="grading__figure">
      <ProgressBar progress={of.progress} expected={of.expected} health={of.health} />
      <span className="number">{percentText(of.progress)}</span>
    </span>
  </li>
);

const WhereFrom = ({ objectiveId }: { readonly objectiveId: string }) => {
  const { openOkrs, showFlag } = useHost();
  const trail = useTrail([{ type: 'objective', id: objectiveId }]);
  const open = (keyResultId: string) => {
    openOkrs(null, searchOfKeyResult(keyResultId, '')).catch((thrown: unknown) =>
      showFlag({ title: 'The key result could not be opened', description: apiErrorOf(thrown).message, tone: 'error' }),
    );
  };
  return <ExplanationTrail trail={trail} onOpenKeyResult={open} />;
};

export const NumbersStep = ({ of: { objective, cycle } }: StepProps) => {
  const format = useFormat();
  return (
    <>
      <p>
        {cycle.closedDay === null
          ? `How it stands now. The last day of ${cycle.name} is ${format.day(cycle.endDay)}.`
          : `How it stood when ${cycle.name} was closed, on ${format.day(cycle.closedDay)}.`}
      </p>
      <ul className="grading__lines">
        <NumberLine of={objective} />
        {objective.keyResults.map((keyResult) => (
          <NumberLine key={keyResult.id} of={keyResult} />
        ))}
      </ul>
      {objective.keyResults.length === 0 && <p className="subtle">It has no key results, so there is nothing the numbers could suggest.</p>}
      <Disclosure title="Where the number comes from" summary="part by part">
        <WhereFrom objectiveId={objective.id} />
      </Disclosure>
    </>
  );
};

const tenths = Array.from({ length: 11 }, (_, index) => index / 10);

const useGradeChoices = () => {
  const format = useFormat();
  return [{ value: '', label: 'Not graded' }, ...tenths.map((tenth) => ({ value: tenth.toFixed(1), label: format.tenths(tenth) }))];
};

const KeyResultGrade = ({ keyResult, draft, change, wrong }: Omit<StepProps, 'of'> & { readonly keyResult: KeyResultView }) => {
  const format = useFormat();
  const choices = useGradeChoices();
  const { id, key, title, progress } = keyResult;
  const chosen = draft.keyResults[id] ?? { grade: '', reason: '' };
  const set = (part: Partial<typeof chosen>) => change({ keyResults: { ...draft.keyResults, [id]: { ...chosen, ...part } } });
  return (
    <div className="grading__choice">
      <SelectField
        label={`${key} ${title}`}
        value={chosen.grade}
        onChange={(grade) => set({ grade })}
        choices={choices}
        help={
          progress === null
            ? 'It was never measured, so nothing is suggested.'
            : `The numbers say ${gradeText(suggestedGrade(progress), format)}: ${percentText(progress)}.`
        }
      />
      {differs(progress, chosen.grade) && (
        <TextField
          label={`Why is ${key} graded otherwise?`}
          required
          maxLength={500}
          value={chosen.reason}
          onChange={(reason) => set({ reason })}
          error={wrong[id] ?? null}
        />
      )}
    </div>
  );
};

export const GradesStep = ({ of: { objective }, draft, change, wrong }: StepProps) => {
  const format = useFormat();
  const choices = useGradeChoices();
  const suggested = suggestedOf(objective, draft);
  return (
    <>
      {objective.keyResults.map((keyResult) => (
        <KeyResultGrade key={keyResult.id} keyResult={keyResult} draft={draft} change={change} wrong={wrong} />
      ))}
      <div className="grading__choice grading__choice--whole">
        <SelectField
          label={`The objective, ${objective.key}`}
          value={draft.grade ?? chosenOf(suggested)}
          onChange={(grade) => change({ grade })}
          choices={choices}
          help={
            suggested === null
              ? 'None of its key results is graded, so nothing is suggested.'
              : `Its key results say ${gradeText(suggested, format)}, each by its weight.`
          }
        />
        {objectiveDiffers(objective, draft) && (
          <TextField
            label="Why is the objective graded otherwise?"
            required
            maxLength={500}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            error={wrong.grade ?? null}
          />
        )}
        <p>
          {`${ambitionNames[objective.ambition]}: `}
          <GradeMark of={{ grade: gradeOf(objective, draft), verdict: verdictOf(objective, draft) }} ambition={objective.ambition} />
        </p>
      </div>
    </>
  );
};

export const WhyStep = ({ of: { objective }, draft, change, wrong }: StepProps) => {
  const verdict = verdictOf(objective, draft);
  const isShort = verdict === 'part' || verdict === 'missed' || verdict === 'not-graded';
  return (
    <>
      <fieldset className="field" aria-describedby="grading-causes-error">
        <legend className="field__label">
          {isShort ? 'Why was it not more?' : 'What stood in the way?'}
          {isShort && (
            <span className="field__required" aria-hidden="true">
              {' '}
              *
            </span>
          )}
        </legend>
        {causeChoices.map(({ cause, label }) => (
          <label key={cause} className="field__choice">
            <input
              type="checkbox"
              aria-invalid={wrong.causes !== undefined}
              checked={draft.causes.includes(cause)}
              onChange={(event) =>
                change({ causes: event.target.checked ? [...draft.causes, cause] : draft.causes.filter((each) => each !== cause) })
              }
            />
            <span>{label}</span>
          </label>
        ))}
        <div id="grading-causes-error" className="field__error" role="alert">
          {wrong.causes}
        </div>
      </fieldset>
      <TextAreaField
        label="In your own words"
        maxLength={2000}
        value={draft.causeWords}
        onChange={(causeWords) => change({ causeWords })}
      />
      <TextAreaField
        label="What have we learned?"
        required={objective.ambition === 'learning'}
        maxLength={2000}
        value={draft.learned}
        onChange={(learned) => change({ learned })}
        error={wrong.learned ?? null}
        help="What you would do differently, for whoever plans the next cycle."
      />
    </>
  );
};

export const NextStep = ({ of: { objective, laterCycles, carriedOverTo, cycle }, draft, change, wrong }: StepProps) => {
  const format = useFormat();
  const goesOn = draft.nextStep === 'keep' || draft.nextStep === 'change';
  const before = carriedOverWords(objective.carriedOverFrom);
  return (
    <>
      {objective.carriedOverFrom.length > 0 && <p className="grading__before">{`This was ${before.join('')}.`}</p>}
      <RadioField
        label="What becomes of it?"
        value={draft.nextStep}
        onChange={(nextStep) => change({ nextStep })}
        choices={nextStepChoices}
      />
      <div className="field__error" role="alert">
        {wrong.nextStep}
      </div>
      {goesOn && (
        <SelectField
          label="Carry it over into"
          value={draft.into}
          onChange={(into) => change({ into })}
          choices={[
            { value: '', label: 'No cycle yet' },
            ...laterCycles.map(({ id, name, startDay, endDay }) => ({ value: id, label: `${name} (${format.days(startDay, endDay)})` })),
          ]}
          help={`A copy with its key results and the sources of their issues, begun anew. What it was in ${cycle.name} stays there.`}
        />
      )}
      {carriedOverTo.length > 0 && (
        <p className="subtle">{`Carried over already: ${carriedOverTo.map(({ key, cycleName }) => `${key} in ${cycleName}`).join(', ')}.`}</p>
      )}
    </>
  );
};
