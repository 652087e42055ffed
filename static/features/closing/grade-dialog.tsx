/**
 * Grades one objective in four steps: its numbers, the grades, why and what was learned, and what becomes of it. Saved as a whole at the end; carried
 * over right after, where whoever grades may add objectives there, and else left to those who may.
 */
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { ObjectiveClosing } from '../../../src/contract/closing';
import { projectIdsOf } from '../../../src/domain/home';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { UnsavedQuestion } from '../../ui/unsaved-question';
import { useRights } from '../project-okrs/use-rights';
import './closing.css';
import { checkStep, gradeDraftOf, gradeInput, gradeSteps, type GradeStep } from './grade-draft';
import { GradesStep, NextStep, NumbersStep, WhyStep, type StepProps } from './grade-steps';
import { useClosingChange, useObjectiveClosing } from './queries';

const parts: Readonly<Record<GradeStep, { readonly title: string; readonly Part: (props: StepProps) => React.ReactNode }>> = {
  numbers: { title: 'The numbers as they stand', Part: NumbersStep },
  grades: { title: 'Grades', Part: GradesStep },
  why: { title: 'Why, and what we learned', Part: WhyStep },
  next: { title: 'What becomes of it', Part: NextStep },
};

type FormProps = { readonly of: ObjectiveClosing; readonly onClose: () => void };

const GradeForm = ({ of, onClose }: FormProps) => {
  const { showFlag } = useHost();
  const { objective } = of;
  const rights = useRights(of.roles, projectIdsOf([objective.home]));
  const grade = useClosingChange('gradeObjective');
  const copy = useClosingChange('copyObjectives');
  const [copyId] = useState(newId);
  /** What the backend has answered, once it has; carrying over may have failed since. */
  const [saved, setSaved] = useState<ObjectiveClosing | null>(null);
  const [before] = useState(() => gradeDraftOf(of));
  const [draft, setDraft] = useState(before);
  const [asking, setAsking] = useState(false);
  const [at, setAt] = useState(0);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const step = gradeSteps[at] ?? 'numbers';
  const isLast = at === gradeSteps.length - 1;
  const busy = grade.isPending || copy.isPending;
  const { title, Part } = parts[step];
  const stepLine = useRef<HTMLParagraphElement>(null);
  // A step begins at its top, wherever the one before was left.
  useEffect(() => {
    const body = stepLine.current?.closest('.dialog__body');
    if (body) body.scrollTop = 0;
  }, [at]);

  const finish = (words: string) => {
    showFlag({ title: `${objective.key} graded`, description: words, tone: 'success' });
    onClose();
  };
  const save = async () => {
    const graded = saved ?? (await grade.mutateAsync(gradeInput(objective, draft)));
    setSaved(graded);
    const into = graded.laterCycles.find(({ id }) => id === graded.closing?.intoCycleId);
    if (into === undefined || graded.carriedOverTo.some(({ cycleId }) => cycleId === into.id)) return finish('');
    if (!rights.mayPlan(objective.home))
      return finish(`It waits to be carried over into ${into.name} by somebody who may add objectives there.`);
    await copy.mutateAsync({ copies: [{ id: copyId, fromId: objective.id }], cycleId: into.id, withSources: true });
    finish(`It goes on in ${into.name}.`);
  };
  const leave = () => {
    if (draft === before || saved !== null || asking) onClose();
    else setAsking(true);
  };
  const submit = () => {
    setAsking(false);
    const found = checkStep(step, objective, draft);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    // What went wrong is shown; nothing is left to do about it here.
    if (isLast) void save().catch(() => undefined);
    else setAt(at + 1);
  };
  return (
    <Dialog
      title={`Grade ${objective.key}: ${objective.title}`}
      size="large"
      onClose={leave}
      onSubmit={submit}
      busy={busy}
      footer={
        <>
          <Button appearance="subtle" onClick={leave} isDisabled={busy}>
            Cancel
          </Button>
          {at > 0 && (
            <Button onClick={() => setAt(at - 1)} isDisabled={busy}>
              Back
            </Button>
          )}
          <Button appearance="primary" type="submit" isLoading={busy}>
            {isLast ? 'Save the grade' : 'Next'}
          </Button>
        </>
      }
    >
      {asking && <UnsavedQuestion onKeep={() => setAsking(false)} onDiscard={onClose} />}
      {grade.error && <ErrorState title="The grade was not saved" error={grade.error} />}
      {copy.error && <ErrorState title="The grade is saved, but it was not carried over" error={copy.error} />}
      <p ref={stepLine} className="grading__step" aria-live="polite">
        {`Step ${at + 1} of ${gradeSteps.length}: `}
        <b>{title}</b>
      </p>
      <Part
        of={of}
        draft={draft}
        change={(change) => {
          setWrong({});
          setSaved(null);
          setDraft((draft) => ({ ...draft, ...change }));
        }}
        wrong={wrong}
      />
    </Dialog>
  );
};

const GradeDialog = ({ objectiveId, onClose }: { readonly objectiveId: string; readonly onClose: () => void }) => {
  const query = useObjectiveClosing(objectiveId);
  if (query.data) return <GradeForm of={query.data} onClose={onClose} />;
  return (
    <Dialog title="Grade" size="large" onClose={onClose}>
      {query.isError ? (
        <ErrorState title="The objective could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading what="the objective">
          <Skeleton height="240px" />
        </Loading>
      )}
    </Dialog>
  );
};

export default GradeDialog;
