/**
 * One key result this issue serves: where it belongs, how it stands, what closing the issue does for it and why it is in scope.
 * Knows nothing of how the answer was fetched. Only what was picked by hand can be unlinked here: filters and parents are changed on the OKRs page.
 */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { IssueKeyResultCard, MetricView, SourceView } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { ProgressBar } from '../../ui/progress-bar';
import { Loading, Skeleton } from '../../ui/skeleton';
import { PercentButton } from '../explain/percent-button';
import { whyWords } from '../explain/why-words';
import { metricSpanWords } from '../project-okrs/words';
import { AcknowledgeLine } from '../buy-in/acknowledge-line';
import { searchForLine } from '../alignment/line-address';
import { chanceEffectOf, effectOf } from './card-sentences';

const ConfirmRemoval = lazy(() => import('../link/confirm-removal'));
const KeyResultExplanation = lazy(() => import('../explain/key-result-explanation'));

/** The key of the project an objective lives in; null while unknown, and for one of the company or a group. The issue's own project needs no question. */
const useProjectKey = (projectId: string | null): string | null => {
  const { jira, place } = useHost();
  const own = projectId !== null && projectId === place.projectId;
  const query = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => (projectId === null ? null : jira.project(projectId)),
    enabled: projectId !== null && !own,
    staleTime: Infinity,
  });
  return own ? place.projectKey : (query.data?.key ?? null);
};

const Path = ({ objective }: { readonly objective: IssueKeyResultCard['objective'] }) => {
  const projectKey = useProjectKey(projectIdOf(objective.home));
  return (
    <p className="small okr-card__path">
      {projectKey !== null && (
        <>
          {projectKey} <span aria-hidden="true">›</span>{' '}
        </>
      )}
      {objective.key} <span dir="auto">{objective.title}</span>
    </p>
  );
};

const MetricLine = ({ metric }: { readonly metric: MetricView }) => {
  const format = useFormat();
  const goal = metricSpanWords(metric, format);
  return (
    <p className="small">
      {metric.current === null ? (
        <>No value yet; {goal}.</>
      ) : (
        <>
          Now <b>{format.measure(metric.current, metric.unit)}</b>
          {metric.currentDay !== null && ` (${format.day(metric.currentDay)})`}, {goal}.
        </>
      )}
    </p>
  );
};

const EffectLine = ({ card }: { readonly card: IssueKeyResultCard }) => {
  const effect = effectOf(card);
  if (effect.type === 'said') return <p className="small">{effect.text}</p>;
  return (
    <p className="small">
      Closing this issue:{' '}
      <b className="number">
        {effect.from} <span aria-hidden="true">→</span>
        <span className="visually-hidden">to</span> {effect.to}&nbsp;%
      </b>
    </p>
  );
};

/** Beside the number: how likely the key result gets there, and how likely with this issue closed. */
const ChanceLine = ({ card }: { readonly card: IssueKeyResultCard }) => {
  const format = useFormat();
  const effect = chanceEffectOf(card);
  if (effect === null) return null;
  return (
    <p className="small">
      Chance by {format.day(card.keyResult.dueDay)}:{' '}
      <b className="number">
        {effect.from}
        {effect.to !== effect.from && (
          <>
            {' '}
            <span aria-hidden="true">→</span>
            <span className="visually-hidden">to</span> {effect.to}
          </>
        )}
        &nbsp;%
      </b>
    </p>
  );
};

/** The panel's answer names no parents: their names are Jira's to give, and only where the viewer may see them. */
const Parent = ({ issueId }: { readonly issueId: string }) => {
  const { jira } = useHost();
  const parent = useQuery({ queryKey: ['jira-issue', issueId], queryFn: () => jira.issue(issueId), staleTime: Infinity });
  if (!parent.data)
    return parent.error && apiErrorOf(parent.error).code === 'NOT_FOUND' ? (
      <>child of an issue you cannot see</>
    ) : (
      <>child of another issue</>
    );
  return (
    <>
      child of {parent.data.key} <span dir="auto">{parent.data.summary}</span>
    </>
  );
};

/** Follows "In scope: ". */
const Reason = ({ source }: { readonly source: SourceView }) => {
  switch (source.type) {
    case 'issue':
      return <>picked by hand</>;
    case 'children':
      return <Parent issueId={source.issueId} />;
    case 'jql':
      return <>found by a filter</>;
  }
};

/** Opens who supports whom, from the key result up to the goal of the company: on the page of its project, or the company's for what lives above. */
const LineButton = ({ card: { keyResult, objective, cycle } }: { readonly card: IssueKeyResultCard }) => {
  const { openOkrs, showFlag } = useHost();
  const projectId = projectIdOf(objective.home);
  const projectKey = useProjectKey(projectId);
  const open = () => {
    const search = searchForLine({ from: 'key-result', id: keyResult.id }, `?cycle=${encodeURIComponent(cycle.id)}`);
    openOkrs(projectKey, search).catch((thrown: unknown) =>
      showFlag({ title: 'The line could not be opened', description: apiErrorOf(thrown).message, tone: 'error' }),
    );
  };
  return (
    <button type="button" className="text-button" aria-label={`Line to the top from ${keyResult.key}`} onClick={open}>
      Line to the top
    </button>
  );
};

/** How the number came about, and what else there is to know. In the flow of the card: the panel has no room for a dialog. */
const Why = ({ card, id }: { readonly card: IssueKeyResultCard; readonly id: string }) => {
  const format = useFormat();
  const { keyResult, cycle, sources } = card;
  const filters = sources.flatMap((source) => (source.type === 'jql' ? [source] : []));
  return (
    <section id={id} className="okr-card__why" aria-label={`Where the number of ${keyResult.key} comes from`}>
      <Suspense
        fallback={
          <Loading what="the explanation">
            <Skeleton height="160px" />
          </Loading>
        }
      >
        <KeyResultExplanation keyResultId={keyResult.id} />
      </Suspense>
      {filters.map((filter) => (
        <div key={filter.id} className="small">
          This issue is in scope through the filter
          <code className="okr-card__jql" dir="ltr">
            {filter.jql}
          </code>
        </div>
      ))}
      <p className="small">
        {cycle.name}, {format.days(keyResult.startDay, keyResult.dueDay)}
      </p>
    </section>
  );
};

type Props = {
  readonly card: IssueKeyResultCard;
  readonly issueId: string;
  /** The card has left the panel or lost its button: the focus needs a place. */
  readonly onUnlinked: () => void;
};

export const KeyResultCard = ({ card, issueId, onUnlinked }: Props) => {
  const [unlinking, setUnlinking] = useState(false);
  const [explained, setExplained] = useState(false);
  const titleId = useId();
  const whyId = useId();
  const { showFlag } = useHost();
  const unlinkButton = useRef<HTMLButtonElement>(null);
  const { keyResult, objective, standing, ifClosed, sources } = card;
  const toggleWhy = () => setExplained((before) => !before);
  const keep = () => {
    flushSync(() => setUnlinking(false));
    unlinkButton.current?.focus();
  };
  const unlinked = () => {
    setUnlinking(false);
    showFlag({ title: `Unlinked from ${keyResult.key}`, tone: 'success' });
    onUnlinked();
  };
  const picked = sources.find((source) => source.type === 'issue' && source.issueId === issueId);
  return (
    <article className="okr-card" aria-labelledby={titleId}>
      <Path objective={objective} />
      <h3 id={titleId} className="okr-card__title">
        <KeyBadge text={keyResult.key} /> <span dir="auto">{keyResult.title}</span>
      </h3>
      <div className="okr-card__state">
        <div className="okr-card__numbers">
          <HealthLozenge health={keyResult.health} />
          {keyResult.progress !== null && (
            <PercentButton ratio={keyResult.progress} of={keyResult.key} expanded={explained} onClick={toggleWhy} />
          )}
          {keyResult.progress !== null && keyResult.expected !== null && (
            <span className="small number">expected {percentText(keyResult.expected)}</span>
          )}
        </div>
        <Person accountId={keyResult.ownerAccountId} />
      </div>
      {keyResult.progress !== null && (
        <ProgressBar
          progress={keyResult.progress}
          expected={keyResult.expected}
          health={keyResult.health}
          gainTo={ifClosed?.to ?? null}
          label={`Progress of ${keyResult.key}`}
        />
      )}
      {keyResult.kind === 'metric' && <MetricLine metric={keyResult.metric} />}
      <EffectLine card={card} />
      <ChanceLine card={card} />
      <p className="small">
        {standing === 'cancelled' || standing === 'gone' ? 'Linked' : 'In scope'}:{' '}
        {sources.map((source, at) => (
          <span key={source.id}>
            {at > 0 && '; '}
            <Reason source={source} />
          </span>
        ))}
        {picked && !unlinking && (
          <>
            {' · '}
            <button
              ref={unlinkButton}
              type="button"
              className="text-button"
              aria-label={`Unlink from ${keyResult.key}`}
              onClick={() => setUnlinking(true)}
            >
              Unlink
            </button>
          </>
        )}
      </p>
      {picked && unlinking && (
        <Suspense fallback={null}>
          <ConfirmRemoval
            keyResultId={keyResult.id}
            sourceId={picked.id}
            question={`Unlink this issue from ${keyResult.key}?`}
            verb="Unlink"
            onKeep={keep}
            onRemoved={unlinked}
          />
        </Suspense>
      )}
      <p>
        <button
          type="button"
          className="text-button small-text-button"
          aria-expanded={explained}
          aria-controls={explained ? whyId : undefined}
          onClick={toggleWhy}
        >
          {whyWords(keyResult)}
        </button>
        {' · '}
        <LineButton card={card} />
      </p>
      {explained && <Why card={card} id={whyId} />}
      <AcknowledgeLine objective={objective} />
    </article>
  );
};
