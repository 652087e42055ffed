/** One derailer: its score, the first thing that was found, where it came from, and the next step. Opened, everything that was found and how it is measured. */
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useEffect, useId, useRef } from 'react';
import type { RadarView, SpokeView } from '../../../src/contract/radar';
import { mondayOf } from '../../../src/domain/calendar';
import { Sparkline } from '../../ui/sparkline';
import { EvidenceSentence } from './evidence-sentence';
import { firstStepOf, fixesOf, type Fix } from './fix';
import { measuredWords } from './measured-words';
import { missingWords } from './missing-words';
import type { Opener } from './opener';
import { scoreText } from './score-band';
import { ScoreLozenge } from './score-lozenge';
import { SpokeEvidence } from './spoke-evidence';
import { radarTitles } from './titles';

type Props = {
  readonly number: number;
  readonly spoke: SpokeView;
  readonly radar: RadarView;
  /** Null: what is looked at is a place. */
  readonly objectiveId: string | null;
  readonly opener: Opener;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** One has come back to it: it takes the focus. */
  readonly arrives: boolean;
};

/** The first step that the viewer can take from here. */
function fixFor({ evidence, missing }: SpokeView, objectiveId: string | null, { can, whose }: Opener): Fix | null {
  const own = evidence.flatMap((each) => fixesOf(each).filter((fix) => can(fix.opens) && whose(fix, each.about) === null));
  const first = missing === null ? null : firstStepOf(missing, objectiveId);
  return own[0] ?? (first !== null && can(first.opens) ? first : null);
}

export const SpokeRow = ({ number, spoke, radar, objectiveId, opener, isOpen, onToggle, arrives }: Props) => {
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (arrives) toggle.current?.focus();
  }, [arrives]);
  const { derailer, score, evidence, total, hidden, missing, trend } = spoke;
  const title = radarTitles[derailer];
  const fix = fixFor(spoke, objectiveId, opener);
  const [first] = evidence;
  const others = total - 1;
  const past = trend
    .filter(({ weekDay }) => weekDay < mondayOf(radar.today))
    .map((week) => ({ day: week.weekDay, progress: week.score === null ? null : week.score / 100 }));
  return (
    <li className="spoke">
      <div className="spoke__line">
        <span className="spoke__number" aria-hidden="true">
          {number}
        </span>
        <h3 className="spoke__name">
          <button ref={toggle} type="button" className="spoke__toggle" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
            {isOpen ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
            {title}
          </button>
        </h3>
        <ScoreLozenge score={score} />
        <p className="spoke__first">
          {missing ? (
            <span className="subtle">{missingWords(missing)}</span>
          ) : first ? (
            <>
              <EvidenceSentence evidence={first} names={radar} />
              {others > 0 && <span className="subtle"> · {others} more</span>}
            </>
          ) : (
            <span className="subtle">{hidden > 0 ? 'What was found is in projects you cannot see' : 'Nothing was found'}</span>
          )}
        </p>
        <span className="spoke__trend">
          <Sparkline
            trend={past}
            progress={score === null ? null : score / 100}
            today={radar.today}
            textOf={(ratio) => scoreText(ratio === null ? null : ratio * 100)}
          />
        </span>
        <span className="spoke__fix">
          {fix && (
            <button type="button" className="text-button" aria-label={`${fix.label}: ${title}`} onClick={() => opener.open(fix.opens)}>
              {fix.label}
            </button>
          )}
        </span>
      </div>
      <div id={id} className="spoke__more" hidden={!isOpen}>
        {isOpen && (
          <>
            <SpokeEvidence spoke={spoke} radar={radar} opener={opener} onFocusLost={() => toggle.current?.focus({ preventScroll: true })} />
            <h4 className="spoke__how">How this is measured</h4>
            <ul className="spoke__measures">
              {measuredWords(derailer, radar.thresholds).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
};
