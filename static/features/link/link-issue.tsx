/**
 * Links one issue to a key result of its project: pick the key result, see the effect, link. Nothing is written before "Link".
 * The same form stands in the issue panel (320 px) and in the dialog of the issue's menu; knows neither.
 */
import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { TextField } from '../../ui/field';
import { SectionMessage } from '../../ui/section-message';
import './link-issue.css';
import { LinkTargets } from './link-targets';
import { additionInWords, standingInWords } from './preview-words';
import { ProgressMove } from './progress-move';
import { useAddSource, useLinkTargets, useSourcePreview, type SourceDraft } from './queries';
import { useSettled } from '../../ui/use-settled';

type Props = {
  readonly issueId: string;
  /** Linked; the flag is shown already. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Long enough to type the next letter, short enough not to be waited for. */
const typingPauseMs = 250;

const Effect = ({ preview: { data, error } }: { readonly preview: ReturnType<typeof useSourcePreview> }) => {
  if (error) return <SectionMessage tone="warning">{apiErrorOf(error).message}</SectionMessage>;
  if (!data) return <p className="small">Looking up the effect …</p>;
  const only = data.joining === 1 ? data.sample[0] : undefined;
  const standing = only ? standingInWords(only.standing) : null;
  return (
    <p>
      {additionInWords(data)} <ProgressMove preview={data} />
      {data.joining > 0 && (data.after.progress ?? 0) < (data.before.progress ?? 0) && (
        <span className="small"> There is more to do then.</span>
      )}
      {standing !== null && <span className="link-issue__standing">This issue: {standing}.</span>}
    </p>
  );
};

const LinkIssue = ({ issueId, onDone, onCancel }: Props) => {
  const host = useHost();
  const [words, setWords] = useState('');
  const [keyResultId, setKeyResultId] = useState<string | null>(null);
  const [type, setType] = useState<'issue' | 'children'>('issue');
  // One id for one intended link: pressing "Link" again after a lost answer asks for the same thing.
  const [sourceId, setSourceId] = useState(newId);
  const targets = useLinkTargets({ issueId }, useSettled(words.trim(), typingPauseMs));
  const issue = useQuery({ queryKey: ['jira-issue', issueId], queryFn: () => host.jira.issue(issueId), staleTime: Infinity });
  const addition = useAddSource();
  const form = useRef<HTMLFormElement>(null);
  const typeName = useId();

  const source: SourceDraft = { type, issue: issueId };
  const chosen = targets.data?.find((target) => target.id === keyResultId) ?? null;
  const preview = useSourcePreview(chosen?.id ?? null, { add: source });
  const forbidden = preview.error !== null && apiErrorOf(preview.error).code === 'FORBIDDEN';
  const choose = (change: () => void) => {
    change();
    setSourceId(newId());
    addition.reset();
  };
  /** From the search field down into the list, where arrows choose; Enter never links something that was not chosen. */
  const enterList = (event: KeyboardEvent) => {
    const searching = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (!searching || !(event.key === 'ArrowDown' || (event.key === 'Enter' && !chosen))) return;
    event.preventDefault();
    form.current?.querySelector<HTMLInputElement>('[role="radiogroup"] input:enabled')?.focus();
  };
  const link = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!chosen || forbidden || addition.isPending) return;
    void addition.mutateAsync({ id: sourceId, keyResultId: chosen.id, source }).then(
      () => {
        host.showFlag({ title: `Linked to ${chosen.key}`, description: chosen.title, tone: 'success' });
        onDone();
      },
      () => undefined,
    );
  };

  return (
    <form ref={form} className="link-issue" onSubmit={link} onKeyDown={enterList} aria-label="Link to key result" noValidate>
      <TextField
        label="Find a key result"
        type="search"
        placeholder="Key or words of the title"
        maxLength={100}
        value={words}
        onChange={setWords}
        autoFocus
      />
      <LinkTargets targets={targets} words={words.trim()} chosenId={keyResultId} onChoose={(id) => choose(() => setKeyResultId(id))} />
      {issue.data?.mayHaveChildren && (
        <fieldset className="link-issue__what">
          <legend className="field__label">What counts</legend>
          {(['issue', 'children'] as const).map((value) => (
            <label key={value} className="field__choice">
              <input type="radio" name={typeName} value={value} checked={type === value} onChange={() => choose(() => setType(value))} />
              {value === 'issue' ? 'This issue' : 'Its children, also those added later'}
            </label>
          ))}
        </fieldset>
      )}
      <div className="link-issue__effect" role="status">
        {chosen ? <Effect preview={preview} /> : <p className="small">Choose a key result to see the effect.</p>}
      </div>
      {addition.error && (
        <SectionMessage tone="error" title="Not linked">
          {apiErrorOf(addition.error).message}
        </SectionMessage>
      )}
      <div className="button-row">
        <Button type="submit" appearance="primary" isDisabled={!chosen || forbidden} isLoading={addition.isPending}>
          Link
        </Button>
        <Button appearance="subtle" isDisabled={addition.isPending} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

export default LinkIssue;
