/** The strength of a text as a bar, and what could be better as sentences, each with its why. Knows the verdict of the coach and no rule. */
import { useState } from 'react';
import type { Coached, Colour } from '../../../src/domain/quality/verdict';
import type { Health } from '../../../src/domain/model';
import { LiveRegion } from '../../ui/live-region';
import { ProgressBar } from '../../ui/progress-bar';
import { CheckItem, type RuleWords } from './check-item';
import { DismissedList } from './dismissed-list';
import type { Dismissing } from './dismissing';
import { useSpoken } from './use-spoken';

type Props = {
  readonly coached: Coached;
  readonly rules: readonly RuleWords[];
  readonly dismissing: Dismissing;
  /** Whose wording it is, where there are several. */
  readonly name: string;
  /** What could be better is shown when it is asked for. */
  readonly inLine: boolean;
};

const looks: Readonly<Record<Colour, Health>> = { red: 'off-track', amber: 'at-risk', green: 'on-track' };
const colourWords: Readonly<Record<Colour, string>> = { red: 'Red', amber: 'Amber', green: 'Green' };

const countWords = (count: number): string => {
  if (count === 0) return 'nothing to mend';
  return count === 1 ? '1 thing to mend' : `${count} things to mend`;
};

export const CoachBlock = ({ coached: { checks, strength, colour }, rules, dismissing, name, inLine }: Props) => {
  const [open, setOpen] = useState(!inLine);
  const found = checks.flatMap((check) => rules.filter(({ id }) => id === check.rule).map((rule) => ({ check, rule })));
  // What fails comes before what is only a warning.
  const shown = (['fail', 'warn'] as const).flatMap((verdict) => found.filter(({ check }) => check.verdict === verdict));
  // Rounded down, so that a number never belongs to another colour than the one beside it.
  const said = strength === null || colour === null ? 'no rules left' : `${colourWords[colour]}, ${Math.floor(strength)} of 100`;
  const announced = useSpoken(`${name}: ${said}, ${countWords(shown.length)}`);
  return (
    <div className="quality" role="group" aria-label={name}>
      <div className="quality__strength">
        {!inLine && (
          <span className="quality__name" aria-hidden="true">
            {name}
          </span>
        )}
        <ProgressBar
          progress={strength === null ? null : strength / 100}
          expected={null}
          health={colour === null ? 'not-measured' : looks[colour]}
          label="Strength of the wording"
        />
        <span className="quality__number">{said}</span>
        {inLine && shown.length > 0 && (
          <button type="button" className="quality__link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {countWords(shown.length)}
          </button>
        )}
      </div>
      {open && shown.length > 0 && (
        <ul className="quality__checks">
          {shown.map(({ check, rule }) => (
            <CheckItem
              key={check.rule}
              check={check}
              rule={rule}
              onDismiss={(reason) => dismissing.onDismissed([...dismissing.dismissed, { rule: check.rule, reason }])}
            />
          ))}
        </ul>
      )}
      {(!inLine || open || shown.length === 0) && (
        <DismissedList dismissing={dismissing} nameOf={(id) => rules.find((rule) => rule.id === id)?.name ?? id} />
      )}
      <LiveRegion message={announced} />
    </div>
  );
};
