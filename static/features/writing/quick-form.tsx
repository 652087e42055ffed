/**
 * An objective with all its key results in one go, without the mouse: Enter adds the next line, pasted lines become key results, Ctrl+Enter or ⌘Enter
 * saves. Every line has its id from the start, so that saving again after a failure saves what is missing and nothing twice; what failed says so at
 * its line. Words are not lost by Esc without a question.
 */
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import type { Home } from '../../../src/domain/home';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';
import { objectiveRuleIds } from '../../../src/domain/quality/rule-ids';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { SectionMessage } from '../../ui/section-message';
import { TextField } from '../../ui/field';
import { UnsavedQuestion } from '../../ui/unsaved-question';
import { useRefreshOkrs } from '../project-okrs/queries';
import { dismissals } from '../quality/dismissals';
import { ObjectiveQuality } from '../quality/quality';
import { emptyLine, isBlank, keyResultInput, withPasted, wrongIn, type QuickLine as Line } from './quick-draft';
import './quick-form.css';
import { QuickLine, type LineState } from './quick-line';

type Props = {
  readonly home: Home;
  readonly cycle: CycleView;
  readonly onClose: () => void;
};

const unsaved: LineState = { state: 'new' };

const QuickForm = ({ home, cycle, onClose }: Props) => {
  const { invoke, place, showFlag } = useHost();
  const refresh = useRefreshOkrs();
  const [objectiveId] = useState(newId);
  const [title, setTitle] = useState('');
  const [objective, setObjective] = useState<ObjectiveView | null>(null);
  const [dismissed, setDismissed] = useState<readonly DismissedRule[]>([]);
  const [titleError, setTitleError] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly Line[]>(() => [emptyLine(newId())]);
  const [states, setStates] = useState<ReadonlyMap<string, LineState>>(new Map());
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);

  useEffect(() => {
    if (focusNext.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(focusNext.current)}"]`)?.focus();
    focusNext.current = null;
  });

  const stateOf = (id: string): LineState => states.get(id) ?? unsaved;
  const hasWords =
    (objective === null && title.trim() !== '') || lines.some((line) => !isBlank(line) && stateOf(line.id).state !== 'saved');
  const say = (id: string, state: LineState) => setStates((before) => new Map(before).set(id, state));

  const change = (id: string) => (changes: Partial<Line>) => {
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...changes } : line)));
    if (stateOf(id).state === 'wrong') say(id, unsaved);
  };
  const addAfter = (at: number) => {
    const next = lines[at + 1];
    if (next && isBlank(next)) box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next.id)}"]`)?.focus();
    else {
      const line = emptyLine(newId());
      focusNext.current = line.id;
      setLines([...lines.slice(0, at + 1), line, ...lines.slice(at + 1)]);
    }
  };
  const remove = (at: number) => {
    if (lines.length === 1) return;
    focusNext.current = lines[Math.max(0, at - 1)]?.id ?? null;
    setLines(lines.toSpliced(at, 1));
  };
  const paste = (at: number, text: string) => {
    const next = withPasted(lines, at, text, newId);
    focusNext.current = next[at + next.length - lines.length]?.id ?? null;
    setLines(next);
  };

  /** Null where the objective could not be saved; then nothing else was tried. */
  const saveObjective = async (): Promise<ObjectiveView | null> => {
    if (objective !== null) return objective;
    try {
      const saved = await invoke('createObjective', {
        id: objectiveId,
        home,
        cycleId: cycle.id,
        title: title.trim(),
        ownerAccountId: place.accountId,
        ...dismissals(dismissed, objectiveRuleIds),
      });
      setObjective(saved);
      return saved;
    } catch (thrown) {
      setTitleError(apiErrorOf(thrown).message);
      return null;
    }
  };

  const save = async () => {
    const written = lines.filter((line) => !isBlank(line) && stateOf(line.id).state !== 'saved');
    const wrong = written.flatMap((line) => {
      const words = wrongIn(line);
      return words === null ? [] : [[line.id, words] as const];
    });
    setTitleError(title.trim() === '' ? 'Say what you want to reach.' : null);
    for (const [id, words] of wrong) say(id, { state: 'wrong', words });
    if (wrong.length > 0 || title.trim() === '') return;
    setBusy(true);
    const saved = await saveObjective();
    let failed = 0;
    for (const line of saved === null ? [] : written) {
      try {
        const keyResult = await invoke('createKeyResult', keyResultInput(line, saved?.id ?? objectiveId, place.accountId));
        say(line.id, { state: 'saved', key: keyResult.key });
      } catch (thrown) {
        failed += 1;
        say(line.id, { state: 'wrong', words: apiErrorOf(thrown).message });
      }
    }
    setBusy(false);
    void refresh();
    if (saved === null || failed > 0) return;
    const count = lines.filter((line) => !isBlank(line)).length;
    showFlag({ title: `${saved.key} added with ${count} key ${count === 1 ? 'result' : 'results'}`, tone: 'success' });
    onClose();
  };

  const close = () => {
    if (hasWords && !asking) setAsking(true);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!busy) void save();
  };
  // Enter in the objective's words leads on; the form itself is saved by Ctrl+Enter only.
  const onTitleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const { target } = event;
    // A line's own words and the reason for dismissing a rule know what Enter means there.
    if (!(target instanceof HTMLInputElement) || target.dataset.line !== undefined || target.closest('.quality') !== null) return;
    event.preventDefault();
    const first =
      target.closest('.quick-line')?.querySelector<HTMLElement>('[data-line]') ?? box.current?.querySelector<HTMLElement>('[data-line]');
    if (target.closest('.quick-line') === null) first?.focus();
    else addAfter(lines.findIndex(({ id }) => id === first?.dataset.line));
  };
  const failures = lines.filter(({ id }) => stateOf(id).state === 'wrong').length;

  return (
    <Dialog
      title="Write an objective with its key results"
      size="large"
      onClose={close}
      onSubmit={() => void save()}
      busy={busy}
      footer={
        <>
          <span className="quick-form__hint subtle small">Ctrl+Enter saves all</span>
          <Button appearance="subtle" onClick={close} isDisabled={busy}>
            Cancel
          </Button>
          <Button appearance="primary" type="submit" isLoading={busy}>
            {objective === null ? 'Save all' : 'Save the rest'}
          </Button>
        </>
      }
    >
      <div ref={box} onKeyDown={onKeyDown} onKeyDownCapture={onTitleKey}>
        {asking && <UnsavedQuestion onKeep={() => setAsking(false)} onDiscard={onClose} />}
        {objective !== null && failures > 0 && (
          <SectionMessage tone="warning" title={`${objective.key} is saved, ${failures} of its lines ${failures === 1 ? 'is' : 'are'} not`}>
            Each says why. Saving again saves what is missing.
          </SectionMessage>
        )}
        <TextField
          label={`Objective in ${cycle.name}`}
          value={title}
          onChange={(value) => {
            setTitle(value);
            setTitleError(null);
          }}
          error={titleError}
          disabled={objective !== null}
          required
          autoFocus
          maxLength={255}
          help="What you want to reach, in words. Enter leads on to its key results."
        />
        {objective === null && <ObjectiveQuality title={title} inLine dismissed={dismissed} onDismissed={setDismissed} />}
        <h3 className="field__label">Key results</h3>
        <ol className="quick-form__lines">
          {lines.map((line, at) => (
            <QuickLine
              key={line.id}
              line={line}
              place={at + 1}
              state={stateOf(line.id)}
              hasOwner={place.accountId !== null}
              onChange={change(line.id)}
              onNext={() => addAfter(at)}
              onRemove={() => remove(at)}
              onPaste={(text) => paste(at, text)}
            />
          ))}
        </ol>
        <Button spacing="compact" onClick={() => addAfter(lines.length - 1)} isDisabled={busy}>
          Add a key result
        </Button>
      </div>
    </Dialog>
  );
};

export default QuickForm;
