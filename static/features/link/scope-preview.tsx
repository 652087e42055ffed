/**
 * What a source would bring, before it is saved: how many issues, progress now and then, and the first of the issues by name.
 * Draws an answer of the backend; computes nothing.
 */
import { useHost } from '../../host';
import type { ScopeIssueView, SourcePreview } from '../../../src/contract/okr';
import { HealthLozenge } from '../../ui/health-lozenge';
import { percentText } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import { Loading, Skeleton } from '../../ui/skeleton';
import { StatusLozenge } from '../../ui/status-lozenge';
import { additionInWords, standingInWords } from './preview-words';

const Moment = ({ label, state }: { readonly label: string; readonly state: SourcePreview['before'] }) => (
  <div className="moment">
    <span className="subtle">{label}</span>
    <ProgressBar progress={state.progress} expected={state.expected} health={state.health} label={label} />
    <span className="number">{percentText(state.progress)}</span>
    <span className="moment__health">
      <HealthLozenge health={state.health} />
    </span>
    <span className="small number moment__done">
      {state.work.done} of {state.work.counted} done
    </span>
  </div>
);

const SampleIssue = ({ issue }: { readonly issue: ScopeIssueView }) => {
  const { openIssue } = useHost();
  const standing = standingInWords(issue.standing);
  return (
    <li className="sample__issue">
      <button type="button" className="text-button number" onClick={() => openIssue(issue.key)}>
        {issue.key}
      </button>
      <span className="sample__summary">
        <span dir="auto">{issue.summary}</span>
        {standing !== null && <span className="small sample__standing">{standing}</span>}
      </span>
      <StatusLozenge name={issue.statusName} category={issue.statusCategory} />
    </li>
  );
};

/** `null` while the answer is on its way. */
export const ScopePreview = ({ preview }: { readonly preview: SourcePreview | null }) => {
  if (preview === null) {
    return (
      <div className="scope-preview">
        <Loading what="the preview">
          <Skeleton width="50%" />
          <Skeleton height="40px" />
        </Loading>
      </div>
    );
  }
  const { joining, sample, hidden, before, after } = preview;
  const unnamed = joining - sample.length - hidden;
  return (
    <div className="scope-preview" role="group" aria-label="Preview">
      <p role="status">{additionInWords(preview)}</p>
      {joining > 0 && (
        <>
          <Moment label="Now" state={before} />
          <Moment label="Then" state={after} />
          {sample.length > 0 && (
            <ul className="sample" aria-label="Issues that join">
              {sample.map((issue) => (
                <SampleIssue key={issue.issueId} issue={issue} />
              ))}
            </ul>
          )}
          {unnamed > 0 && <p className="small">and {unnamed} more</p>}
          {hidden > 0 && <p className="small">{hidden} you cannot see</p>}
        </>
      )}
    </div>
  );
};
