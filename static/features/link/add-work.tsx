/**
 * Brings work into a key result's scope in one of three ways, with a preview on real issues before anything is saved.
 * Jira's own words about a filter it refuses are shown at the filter.
 */
import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { KeyResultView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost, type IssueSuggestion } from '../../host';
import { newId } from '../../new-id';
import { RadioField, TextAreaField, TextField } from '../../ui/field';
import { LiveRegion } from '../../ui/live-region';
import { SectionMessage } from '../../ui/section-message';
import { IssueSearch } from './issue-search';
import { useAddSource, useSourcePreview, type SourceDraft } from './queries';
import { ScopePreview } from './scope-preview';
import { useSettled } from '../../ui/use-settled';

type Way = SourceDraft['type'];

const ways: readonly { readonly value: Way; readonly label: string; readonly help: string }[] = [
  { value: 'issue', label: 'One issue', help: 'Picked by hand.' },
  { value: 'children', label: 'The children of an issue', help: 'Those directly below it, also when added later.' },
  { value: 'jql', label: 'A filter (JQL)', help: 'Every issue that matches, also later.' },
];

const isWay = (value: string): value is Way => ways.some((way) => way.value === value);

/** Previewing a filter asks Jira's search, so it waits for a real pause in the typing. */
const filterPauseMs = 800;
const longestFilter = 4000;

/** What the form means so far; null while something is missing. */
const draftOf = (way: Way, issue: IssueSuggestion | null, jql: string): SourceDraft | null => {
  if (way === 'jql') return jql === '' ? null : { type: 'jql', jql };
  return issue === null ? null : { type: way, issue: issue.id };
};

const nameOf = (draft: SourceDraft, issue: IssueSuggestion | null): string => {
  if (draft.type === 'jql') return 'the filter';
  return draft.type === 'issue' ? (issue?.key ?? 'the issue') : `the children of ${issue?.key ?? 'the issue'}`;
};

type Props = {
  readonly keyResult: Pick<KeyResultView, 'id' | 'key' | 'asksReason'>;
  readonly onAdded: () => void;
};

export const AddWork = ({ keyResult, onAdded }: Props) => {
  const { showFlag } = useHost();
  const [way, setWay] = useState<Way>('issue');
  const [issue, setIssue] = useState<IssueSuggestion | null>(null);
  const [jql, setJql] = useState('');
  /** The filter someone left the field with, or pressed "Preview" on: asked at once. */
  const [askedJql, setAskedJql] = useState('');
  // One id for one intended source: pressing "Save" again after a lost answer asks for the same thing.
  const [sourceId, setSourceId] = useState(newId);
  const [reason, setReason] = useState('');
  const [added, setAdded] = useState('');

  const written = jql.trim();
  const settled = useSettled(written, filterPauseMs);
  const draft = draftOf(way, issue, written);
  const ready = draft !== null && (way !== 'jql' || written === settled || written === askedJql);
  const preview = useSourcePreview(keyResult.id, ready ? { add: draft } : null);
  const addition = useAddSource();

  const change = (edit: () => void) => {
    edit();
    setSourceId(newId());
    addition.reset();
  };
  const failure = addition.error ?? (ready ? preview.error : null);
  const error = failure === null ? null : apiErrorOf(failure);
  const atReason = error?.code === 'INVALID' && error.field === 'reason' ? error.message : null;
  const atField = error?.code === 'INVALID' && /(jql|issue)$/.test(error.field ?? '') ? error.message : null;

  const save = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!draft || !preview.data || addition.isPending) return;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    void addition.mutateAsync({ id: sourceId, keyResultId: keyResult.id, source: draft, ...why }).then(
      () => {
        const words = `Added ${nameOf(draft, issue)} to ${keyResult.key}`;
        showFlag({ title: words, tone: 'success' });
        setAdded(words);
        setIssue(null);
        setJql('');
        setReason('');
        setSourceId(newId());
        onAdded();
      },
      () => undefined,
    );
  };

  return (
    <section aria-label="Add work">
      <h3 className="scope__heading">Add work</h3>
      <form onSubmit={save} className="add-work" noValidate>
        <RadioField
          label="What to add"
          value={way}
          choices={ways}
          onChange={(value) => {
            if (isWay(value)) change(() => setWay(value));
          }}
        />
        {way === 'jql' ? (
          <TextAreaField
            label="Filter"
            help="For example: project = WEB AND labels = checkout"
            code
            rows={3}
            maxLength={longestFilter}
            value={jql}
            error={atField}
            onChange={(value) => change(() => setJql(value))}
            onBlur={() => setAskedJql(written)}
          />
        ) : (
          <IssueSearch
            label={way === 'issue' ? 'Issue' : 'Parent issue'}
            chosen={issue}
            error={atField}
            onChoose={(chosen) => change(() => setIssue(chosen))}
          />
        )}
        {keyResult.asksReason && way !== 'issue' && (
          <TextField
            label="Why the scope changes"
            help="The plan has begun: this stays on record with the change."
            maxLength={500}
            value={reason}
            error={atReason}
            onChange={setReason}
          />
        )}
        {error !== null && atField === null && atReason === null && (
          <SectionMessage
            tone="error"
            title={addition.error ? 'Not saved' : 'No preview'}
            actions={
              !addition.error && (
                <Button spacing="compact" onClick={() => void preview.refetch()}>
                  Retry
                </Button>
              )
            }
          >
            {error.message}
          </SectionMessage>
        )}
        <div className="button-row">
          <Button type="submit" appearance="primary" isDisabled={!draft || !preview.data} isLoading={addition.isPending}>
            Save
          </Button>
          {way === 'jql' && (
            <Button
              isDisabled={written === ''}
              isLoading={preview.isFetching}
              onClick={() => (ready ? void preview.refetch() : setAskedJql(written))}
            >
              Preview
            </Button>
          )}
        </div>
        {draft !== null && error === null && <ScopePreview preview={preview.data ?? null} />}
        <LiveRegion message={added} />
      </form>
    </section>
  );
};
