/**
 * What would help a key result to get there, tried out in the browser with the rules of its forecast: three changes that would be enough, and fields
 * to try others. Changes nothing itself: the form of the key result does, filled in with what was tried.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { KeyResultDetails } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';
import { forecastOf, type Outlook } from '../../../src/domain/forecast/forecast';
import { enoughCut, likelyDay, likelyTarget } from '../../../src/domain/forecast/suggestions';
import { healthThresholds } from '../../../src/domain/health-by-chance';
import { ErrorState } from '../../ui/error-state';
import { DateField, NumberField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { amountText } from '../explain/amount';
import { useRefreshOkrs } from '../project-okrs/queries';
import { CutChoice } from './cut-choice';
import { CutSteps } from './cut-steps';
import { cuttable, pullAll, targetLeverOf, type Pulls } from './levers';
import './levers.css';
import { useForecast } from './queries';

const EditKeyResultDialog = lazy(() => import('../project-okrs/edit-key-result-dialog'));
const ScopeDialog = lazy(() => import('../link/scope-dialog'));

/** Likely enough to be on track. */
const LIKELY = healthThresholds.chanceOnTrack;
const chanceOf = (outlook: Outlook): number | null => {
  const forecast = forecastOf(outlook);
  return forecast.kind === 'forecast' ? forecast.chance : null;
};

type Tried = { readonly target: string; readonly dueDay: string; readonly cut: ReadonlySet<string> };

const Suggestion = ({ words, chance, onTry }: { readonly words: string; readonly chance: number | null; readonly onTry?: () => void }) => (
  <li>
    {words}: <b className="number">{percentText(chance)}</b>
    {onTry && (
      <>
        {' · '}
        <button type="button" className="text-button" aria-label={`Try it: ${words}`} onClick={onTry}>
          Try it
        </button>
      </>
    )}
  </li>
);

type Props = { readonly details: KeyResultDetails; readonly may: boolean; readonly outlook: Outlook };

const Levers = ({ details: { keyResult, objective, issues, sources, today }, may, outlook }: Props) => {
  const format = useFormat();
  const lever = useMemo(() => targetLeverOf(keyResult), [keyResult]);
  const stored: Tried = { target: lever === null ? '' : String(lever.value), dueDay: keyResult.dueDay, cut: new Set() };
  const [tried, setTried] = useState<Tried>(stored);
  const [applying, setApplying] = useState<'plan' | 'scope' | null>(null);
  const refresh = useRefreshOkrs();
  const open = cuttable(keyResult, issues);

  const now = useMemo(() => chanceOf(outlook), [outlook]);
  const found = useMemo(() => {
    if (now === null || now >= LIKELY) return null;
    const share = lever === null ? null : likelyTarget(outlook, LIKELY);
    const dueDay = likelyDay(outlook, LIKELY);
    const cut = keyResult.kind === 'work' && keyResult.rule.wanted === null ? enoughCut(outlook, LIKELY) : null;
    return { target: share === null ? null : (lever?.valueOf(share) ?? null), dueDay, cut };
  }, [outlook, now, keyResult, lever]);

  const shareOf = (text: string): number | null => (lever === null || text.trim() === '' ? null : lever.shareOf(Number(text)));
  const pulls: Pulls = {
    share: tried.target === stored.target ? null : shareOf(tried.target),
    dueDay: tried.dueDay === '' || tried.dueDay === keyResult.dueDay ? null : tried.dueDay,
    cut: open.filter(({ issueId }) => tried.cut.has(issueId)),
  };
  const changesPlan = pulls.share !== null || pulls.dueDay !== null;
  const isTried = changesPlan || pulls.cut.length > 0;
  const then = isTried ? chanceOf(pullAll(outlook, pulls)) : now;
  const rule = keyResult.kind === 'work' ? keyResult.rule : null;
  const cutAmount =
    found === null || found.cut === null || rule === null ? null : rule.weightBy === 'count' ? Math.ceil(found.cut) : found.cut;
  const cutWords = rule?.weightBy === 'count' ? 'open issues' : 'of what is open';

  return (
    <section className="key-result-card" aria-labelledby="what-would-help">
      <h2 id="what-would-help" className="key-result-card__title">
        What would help
      </h2>
      {found === null ? (
        <p className="small">It is likely as it is. Try what another plan would make of it.</p>
      ) : (
        <ul className="levers__suggestions">
          {found.target !== null && lever !== null && (
            <Suggestion
              words={`A target of ${format.measure(found.target, lever.unit)} instead of ${format.measure(lever.value, lever.unit)}`}
              chance={chanceOf(pullAll(outlook, { share: lever.shareOf(found.target), dueDay: null, cut: [] }))}
              onTry={() => setTried({ ...stored, target: String(found.target) })}
            />
          )}
          {found.dueDay !== null && (
            <Suggestion
              words={`Due ${format.day(found.dueDay, today)} instead of ${format.day(keyResult.dueDay, today)}`}
              chance={chanceOf(pullAll(outlook, { share: null, dueDay: found.dueDay, cut: [] }))}
              onTry={() => setTried({ ...stored, dueDay: found.dueDay ?? '' })}
            />
          )}
          {cutAmount !== null && rule !== null && (
            <Suggestion
              words={`${amountText(cutAmount, rule, format)} ${cutWords} less`}
              chance={chanceOf({ ...outlook, divisor: outlook.divisor - cutAmount })}
            />
          )}
          {found.target === null && found.dueDay === null && cutAmount === null && (
            <li>Neither a later date within a year nor a lower target is likely: at this rate it needs more than a change of plan.</li>
          )}
        </ul>
      )}
      <div className="levers__fields">
        {lever !== null && (
          <NumberField
            label={lever.unit === '' ? 'Another target' : `Another target (${lever.unit})`}
            value={tried.target}
            onChange={(target) => setTried({ ...tried, target })}
          />
        )}
        <DateField label="Another due day" value={tried.dueDay} min={today} onChange={(dueDay) => setTried({ ...tried, dueDay })} />
      </div>
      {open.length > 0 && <CutChoice issues={open} chosen={tried.cut} onChange={(cut) => setTried({ ...tried, cut })} />}
      <p role="status" className="levers__then">
        Chance: <b className="number">{percentText(now)}</b>
        {isTried && (
          <>
            {' '}
            <span aria-hidden="true">→</span>
            <span className="visually-hidden">would be</span> <b className="number">{percentText(then)}</b>
          </>
        )}
      </p>
      {pulls.cut.length > 0 && <CutSteps issues={pulls.cut} sources={sources} />}
      {isTried && (
        <div className="levers__actions">
          {may && changesPlan && <Button onClick={() => setApplying('plan')}>Change the plan</Button>}
          {may && pulls.cut.length > 0 && <Button onClick={() => setApplying('scope')}>Change the scope</Button>}
          <Button appearance="subtle" onClick={() => setTried(stored)}>
            Start over
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {applying === 'plan' && (
          <EditKeyResultDialog
            keyResult={keyResult}
            projectId={projectIdOf(objective.home)}
            startsWith={{
              ...(pulls.share === null || lever === null ? {} : lever.draftOf(tried.target)),
              ...(pulls.dueDay === null ? {} : { dueDay: pulls.dueDay }),
            }}
            onClose={() => setApplying(null)}
          />
        )}
        {applying === 'scope' && (
          <ScopeDialog
            keyResultId={keyResult.id}
            onClose={() => {
              setApplying(null);
              void refresh();
            }}
          />
        )}
      </Suspense>
    </section>
  );
};

/** Nothing where there is no forecast to pull on, and once all is reached. */
const LeversSection = ({ details, may }: Omit<Props, 'outlook'>) => {
  const query = useForecast(details.keyResult.id);
  const forecast = query.data;
  const { keyResult } = details;
  if (!forecast && query.error)
    return <ErrorState title="The forecast could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  if (forecast?.told?.kind !== 'forecast' || forecast.outlook === null || keyResult.health === 'done') return null;
  if (forecast.today > forecast.dueDay) return null;
  return <Levers key={`${keyResult.id} ${keyResult.version}`} details={details} may={may} outlook={forecast.outlook} />;
};

export default LeversSection;
