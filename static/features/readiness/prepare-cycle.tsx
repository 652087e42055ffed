/**
 * The way through the set-up of a cycle: what is settled, what is missing, and the next step of each in place. A list to go through, which stops
 * nobody.
 */
import Button from '@atlaskit/button/new';
import type { CycleReadiness, ReadinessCheckView } from '../../../src/contract/readiness';
import type { CycleView } from '../../../src/contract/okr';
import type { ReadinessCheck } from '../../../src/domain/readiness';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { EvidenceList } from './evidence-list';
import { useReadiness } from './queries';
import './readiness.css';
import { readinessWords } from './readiness-words';

type PrepareSteps = {
  readonly onEdit: (cycle: CycleView) => void;
  readonly onClosing: (cycle: CycleView) => void;
};

const marks = { done: { shape: '✓', word: 'Settled' }, missing: { shape: '○', word: 'Missing' } } as const;

/** The step by which it is mended here; null where that is done elsewhere. */
function stepOf(check: ReadinessCheck, { cycle, previous }: CycleReadiness, steps: PrepareSteps | null) {
  if (steps === null) return null;
  const { onEdit, onClosing } = steps;
  switch (check) {
    case 'dates':
      return { label: 'Change the days', go: () => onEdit(cycle) };
    case 'themes':
      return { label: 'Name themes', go: () => onEdit(cycle) };
    case 'capacity':
      return { label: 'Write down what you found', go: () => onEdit(cycle) };
    case 'previous-closed':
    case 'previous-graded':
      return (
        previous && { label: check === 'previous-closed' ? `Close ${previous.name}` : 'Grade what is left', go: () => onClosing(previous) }
      );
    default:
      return null;
  }
}

/** What was settled, where it is words. */
const Settled = ({ check, cycle }: { readonly check: ReadinessCheck; readonly cycle: CycleView }) => {
  const format = useFormat();
  if (check === 'themes') return <p className="subtle">{cycle.themes.join(' · ')}</p>;
  if (check !== 'capacity' || cycle.capacity === null) return null;
  return (
    <div className="readiness__capacity subtle">
      <p dir="auto">{cycle.capacity.words}</p>
      <p className="small">
        <Person accountId={cycle.capacity.byAccountId} withName /> · {format.instant(cycle.capacity.at)}
      </p>
    </div>
  );
};

type CheckProps = { readonly of: ReadinessCheckView; readonly readiness: CycleReadiness; readonly steps: PrepareSteps | null };

const Check = ({ of: { check, state, evidence, more }, readiness, steps }: CheckProps) => {
  if (state === 'not-asked') return null;
  const { title, missing } = readinessWords(check, readiness);
  const step = stepOf(check, readiness, steps);
  const mark = marks[state];
  return (
    <li className={`readiness__check readiness__check--${state}`}>
      <span className="readiness__mark" aria-hidden="true">
        {mark.shape}
      </span>
      <div className="readiness__words">
        <p className="readiness__title">
          {title} <span className="readiness__state">{mark.word}</span>
        </p>
        {state === 'missing' ? (
          <>
            <p className="subtle">{missing}</p>
            {/* Which cycle that is says the title. */}
            {check !== 'previous-closed' && <EvidenceList check={check} evidence={evidence} more={more} />}
          </>
        ) : (
          <Settled check={check} cycle={readiness.cycle} />
        )}
      </div>
      {step && (state === 'missing' || check === 'themes' || check === 'capacity') && (
        <Button spacing="compact" appearance={state === 'missing' ? 'default' : 'subtle'} onClick={step.go}>
          {state === 'missing' ? step.label : 'Change'}
        </Button>
      )}
    </li>
  );
};

type Props = { readonly cycleId: string; /** Null: for one who may only look. */ readonly steps: PrepareSteps | null };

const PrepareCycle = ({ cycleId, steps }: Props) => {
  const query = useReadiness(cycleId);
  const readiness = query.data;
  if (!readiness)
    return query.isError ? (
      <ErrorState title="The cycle could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the cycle">
        <Skeleton height="320px" />
      </Loading>
    );
  const { cycle, done, asked } = readiness;
  return (
    <section className="readiness" aria-labelledby="readiness-title">
      <h2 id="readiness-title">{`Prepare ${cycle.name}`}</h2>
      <p aria-live="polite">
        {done === asked ? 'All that is asked is settled: it is ready to begin.' : `${done} of ${asked} things are settled.`}
      </p>
      <ul className="readiness__checks">
        {readiness.checks.map((check) => (
          <Check key={check.check} of={check} readiness={readiness} steps={steps} />
        ))}
      </ul>
    </section>
  );
};

export default PrepareCycle;
