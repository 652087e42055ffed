/**
 * Which objectives of a cycle are copied: found by words, chosen one by one or all that are found. Of a long list the first ones are shown and the
 * rest on demand; what is chosen stays chosen while something else is looked for. Knows nothing of copying.
 */
import Button from '@atlaskit/button/new';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { filtered, noFilter } from '../project-okrs/filter';
import './copy-set.css';

/** How many are shown at first, and how many more at a time. */
const shownAtOnce = 50;

/** Fewer than this are seen at a glance, and are not searched. */
const searchedFrom = 10;

type Props = {
  /** All of them, in the page's order; not empty. */
  readonly objectives: readonly ObjectiveView[];
  /** How many can be copied at once. */
  readonly most: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
};

export const CopySet = ({ objectives, most, chosen, onChoose }: Props) => {
  const format = useFormat();
  const [text, setText] = useState('');
  const [room, setRoom] = useState(shownAtOnce);
  const searched = useDeferredValue(text);
  const found = useMemo(
    () => filtered(objectives, { ...noFilter, text: searched }).map(({ objective }) => objective),
    [objectives, searched],
  );
  const shown = found.slice(0, room);
  const rest = found.length - shown.length;
  const choose = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isIn) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  const foundIds = found.map(({ id }) => id);
  return (
    <fieldset className="field copy-set">
      <legend className="field__label">
        Objectives, {format.number(chosen.size)} of {format.number(objectives.length)} chosen
      </legend>
      {objectives.length >= searchedFrom && (
        <TextField
          label="Search them and their key results"
          value={text}
          onChange={(next) => {
            setText(next);
            setRoom(shownAtOnce);
          }}
          error={null}
        />
      )}
      <p className="copy-set__all">
        {found.length > most ? (
          <span className="subtle small">At most {format.number(most)} at once.</span>
        ) : (
          <Button spacing="compact" isDisabled={foundIds.every((id) => chosen.has(id))} onClick={() => choose(foundIds, true)}>
            {searched.trim() === '' ? 'Choose all' : `Choose the ${format.number(found.length)} found`}
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" isDisabled={chosen.size === 0} onClick={() => onChoose(new Set())}>
          Choose none
        </Button>
      </p>
      {found.length === 0 && <p className="subtle">None of them has these words.</p>}
      <ul className="copy-set__list">
        {shown.map(({ id, key, title, keyResults }) => (
          <li key={id}>
            <label className="field__choice">
              <input type="checkbox" checked={chosen.has(id)} onChange={(event) => choose([id], event.target.checked)} />
              <span>
                {key} <bdi>{title}</bdi>
                <span className="field__help">{keyResults.length === 1 ? '1 key result' : `${keyResults.length} key results`}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button spacing="compact" appearance="subtle" onClick={() => setRoom(room + shownAtOnce)}>
          {`Show more, ${format.number(rest)} are left`}
        </Button>
      )}
    </fieldset>
  );
};
