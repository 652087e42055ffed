/**
 * The second step of the list: to which key result the chosen work is linked, with the effect shown before. Nothing is written before "Link".
 * What could not be linked is told by name to whoever opened the step.
 */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { SourcePreview } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { newId } from '../../new-id';
import { TextField } from '../../ui/field';
import { SectionMessage } from '../../ui/section-message';
import { LinkTargets } from '../link/link-targets';
import { additionInWords } from '../link/preview-words';
import { ProgressMove } from '../link/progress-move';
import { useAddSource, useLinkIssues, useLinkTargets, useSourcePreview } from '../link/queries';
import { useSettled } from '../../ui/use-settled';
import type { Chosen } from './orphan-list';
import type { WorkOf } from './queries';

/** What became of it: how many now count, and why others do not. */
export type Linked = {
  readonly words: string;
  readonly refused: readonly { readonly key: string; readonly why: string }[];
};

type Props = {
  readonly of: WorkOf;
  readonly chosen: Chosen;
  readonly onLinked: (linked: Linked) => void;
  readonly onBack: () => void;
};

const typingPauseMs = 250;
const mostNamed = 6;

const nameOf = (chosen: Chosen): string => {
  if (chosen.type === 'children') return `the children of ${chosen.key}, also those added later`;
  const keys = chosen.issues.slice(0, mostNamed).map(({ key }) => key);
  const more = chosen.issues.length - keys.length;
  return `${keys.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const Effect = ({ preview }: { readonly preview: SourcePreview }) => (
  <p>
    {additionInWords(preview)} <ProgressMove preview={preview} />
    {(preview.after.progress ?? 0) < (preview.before.progress ?? 0) && <span className="small"> There is more to do then.</span>}
  </p>
);

const LinkOrphans = ({ of, chosen, onLinked, onBack }: Props) => {
  const [words, setWords] = useState('');
  const [keyResultId, setKeyResultId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  // One id for each intended link: pressing "Link" again after a lost answer asks for the same thing.
  const [ids, setIds] = useState<readonly string[]>(() => (chosen.type === 'issues' ? chosen.issues : [chosen]).map(newId));
  const targets = useLinkTargets(of, useSettled(words.trim(), typingPauseMs));
  const target = targets.data?.find(({ id }) => id === keyResultId) ?? null;
  const change =
    chosen.type === 'issues'
      ? { link: chosen.issues.map(({ issueId }) => issueId) }
      : { add: { type: 'children' as const, issue: chosen.issueId } };
  const preview = useSourcePreview(target?.id ?? null, change);
  const linking = useLinkIssues();
  const adding = useAddSource();
  const failure = linking.error ?? adding.error;
  const error = failure === null ? null : apiErrorOf(failure);
  const asksReason = error?.field === 'reason';
  const busy = linking.isPending || adding.isPending;

  const choose = (id: string) => {
    setKeyResultId(id);
    setIds((known) => known.map(newId));
    linking.reset();
    adding.reset();
  };
  const link = async (): Promise<void> => {
    if (!target || busy) return;
    if (chosen.type === 'children') {
      const source = { type: 'children', issue: chosen.issueId } as const;
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      await adding.mutateAsync({ id: ids[0] ?? newId(), keyResultId: target.id, source, ...why });
      onLinked({ words: `Linked the children of ${chosen.key} to ${target.key}`, refused: [] });
      return;
    }
    const links = chosen.issues.map(({ issueId }, index) => ({ id: ids[index] ?? newId(), issueId }));
    const outcomes = await linking.mutateAsync({ keyResultId: target.id, links });
    const keys = new Map(chosen.issues.map(({ issueId, key }) => [issueId, key]));
    const refused = outcomes.flatMap((one) => (one.outcome === 'refused' ? [{ key: keys.get(one.issueId) ?? '', why: one.why }] : []));
    const linked = outcomes.length - refused.length;
    onLinked({ words: `Linked ${String(linked)} ${linked === 1 ? 'issue' : 'issues'} to ${target.key}`, refused });
  };

  return (
    <form
      className="link-issue"
      aria-label="Link to key result"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        // What failed stands below the list.
        link().catch(() => undefined);
      }}
    >
      <p>
        Link <b>{nameOf(chosen)}</b> to:
      </p>
      <TextField
        label="Find a key result"
        type="search"
        placeholder="Key or words of the title"
        maxLength={100}
        value={words}
        onChange={setWords}
        autoFocus
      />
      <LinkTargets targets={targets} words={words.trim()} chosenId={keyResultId} onChoose={choose} />
      <div className="link-issue__effect" role="status">
        {target === null ? (
          <p className="small">Choose a key result to see the effect.</p>
        ) : preview.error ? (
          <SectionMessage tone="warning">{apiErrorOf(preview.error).message}</SectionMessage>
        ) : preview.data ? (
          <Effect preview={preview.data} />
        ) : (
          <p className="small">Looking up the effect …</p>
        )}
      </div>
      {(asksReason || reason !== '') && (
        <TextField
          label="Why the scope changes"
          help="The plan has begun: this stays on record with the change."
          maxLength={500}
          value={reason}
          error={asksReason ? (error?.message ?? null) : null}
          onChange={setReason}
        />
      )}
      {error && !asksReason && (
        <SectionMessage tone="error" title="Nothing was linked">
          {error.message}
        </SectionMessage>
      )}
      <div className="button-row">
        <Button type="submit" appearance="primary" isDisabled={target === null || preview.isError} isLoading={busy}>
          Link
        </Button>
        <Button appearance="subtle" isDisabled={busy} onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
};

export default LinkOrphans;
