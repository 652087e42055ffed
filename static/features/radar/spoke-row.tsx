/** One derailer: its score, the first thing that was found, where it came from, and the next step. Opened, everything that was found and how it is measured. */
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId, useState } from 'react';
import type { RadarView, SpokeView } from '../../../src/contract/radar';
import type { Evidence } from '../../../src/domain/radar/evidence';
import { mondayOf } from '../../../src/domain/calendar';
import { Sparkline } from '../../ui/sparkline';
import { EvidenceSentence, titleOf } from './evidence-sentence';
import { measuredWords } from './measured-words';
import { missingWords } from './missing-words';
import { firstSteps, fixOf, namedBy, type Fix, type Opening } from './opening';
import { scoreText } from './score-band';
import { ScoreLozenge } from './score-lozenge';
import { radarTitles } from './titles';

export type Opener = {
  /** Whether it can be opened from here: what cannot is shown as words. */
  readonly can: (opening: Opening) => boolean;
  readonly open: (opening: Opening) => void;
};

type Props = { readonly number: number; readonly spoke: SpokeView; readonly radar: RadarView; readonly opener: Opener };

/** The first step that can be taken from here. */
function fixFor({ evidence, derailer, score }: SpokeView, { can }: Opener): Fix | null {
  const fixes = evidence.flatMap((each) => fixOf(each) ?? []);
  const first = score === null ? firstSteps[derailer] : undefined;
  return [...fixes, ...(first === undefined ? [] : [first])].find(({ opens }) => can(opens)) ?? null;
}

const Named = ({ evidence, radar, opener }: Pick<Props, 'radar' | 'opener'> & { readonly evidence: Evidence }) => {
  const opening = namedBy(evidence);
  const sentence = <EvidenceSentence evidence={evidence} names={radar} />;
  if (opening === null || !opener.can(opening)) return <span>{sentence}</span>;
  return (
    <button type="button" className="text-button" onClick={() => opener.open(opening)}>
      {sentence}
    </button>
  );
};

const AllEvidence = ({ spoke, radar, opener }: Omit<Props, 'number'>) => {
  const { evidence, total, hidden, missing } = spoke;
  const more = total - evidence.length;
  return (
    <>
      {missing && <p>{missingWords(missing)}. Without that there is no score.</p>}
      {!missing && total + hidden === 0 && <p>Nothing was found.</p>}
      {evidence.length > 0 && (
        <ul className="spoke__evidence">
          {evidence.map((each) => {
            const fix = fixOf(each);
            const title = titleOf(each, radar);
            return (
              <li key={`${each.kind} ${JSON.stringify(each.about)}`}>
                <span>
                  <Named evidence={each} radar={radar} opener={opener} />
                  {title !== null && (
                    <span className="spoke__title" dir="auto">
                      {title}
                    </span>
                  )}
                </span>
                {fix && opener.can(fix.opens) && (
                  <button type="button" className="text-button spoke__fix" onClick={() => opener.open(fix.opens)}>
                    {fix.label}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {more > 0 && <p className="small">And {more} more like these.</p>}
      {hidden > 0 && (
        <p className="small">{hidden === 1 ? 'One more is' : `${hidden} more are`} in projects you cannot see; they count too.</p>
      )}
    </>
  );
};

export const SpokeRow = ({ number, spoke, radar, opener }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { derailer, score, evidence, total, hidden, missing, trend } = spoke;
  const title = radarTitles[derailer];
  const fix = fixFor(spoke, opener);
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
          <button type="button" className="spoke__toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
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
            <AllEvidence spoke={spoke} radar={radar} opener={opener} />
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
