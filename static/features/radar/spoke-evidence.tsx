/** Everything that was found for one derailer: each leads to what it names, with the next step beside it, or with whose step that is. */
import { useLayoutEffect, useRef } from 'react';
import type { RadarView, SpokeView } from '../../../src/contract/radar';
import type { Evidence } from '../../../src/domain/radar/evidence';
import { Person } from '../../ui/person';
import { EvidenceSentence, titleOf } from './evidence-sentence';
import { fixesOf } from './fix';
import { missingWords } from './missing-words';
import { namedBy } from './opening';
import type { Opener } from './opener';
import type { WhoseMove } from './whose-move';

type Props = {
  readonly spoke: SpokeView;
  readonly radar: RadarView;
  readonly opener: Opener;
  /** Called when what had the focus is gone, as a piece of evidence that was mended is. */
  readonly onFocusLost: () => void;
};

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

const Mover = ({ whose }: { readonly whose: WhoseMove }) =>
  whose.type === 'role' ? <>{whose.words}</> : <Person accountId={whose.accountId} withName />;

const NextStep = ({ evidence, opener }: Pick<Props, 'opener'> & { readonly evidence: Evidence }) => {
  const fixes = fixesOf(evidence).filter(({ opens }) => opener.can(opens));
  const own = fixes.find((fix) => opener.whose(fix, evidence.about) === null);
  if (own)
    return (
      <button type="button" className="text-button spoke__fix" onClick={() => opener.open(own.opens)}>
        {own.label}
      </button>
    );
  const [first] = fixes;
  const whose = first ? opener.whose(first, evidence.about) : null;
  if (!first || whose === null) return null;
  return (
    <span className="spoke__whose small">
      {first.label}: for <Mover whose={whose} />
    </span>
  );
};

export const SpokeEvidence = ({ spoke, radar, opener, onFocusLost }: Props) => {
  const { evidence, total, hidden, missing } = spoke;
  const more = total - evidence.length;
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // What is taken away with the focus in it does not say that it has lost it.
    if (focused.current === null || focused.current.isConnected || document.activeElement !== document.body) return;
    focused.current = null;
    onFocusLost();
  });
  return (
    <>
      {missing && <p>{missingWords(missing)}. Without that there is no score.</p>}
      {!missing && total + hidden === 0 && <p>Nothing was found.</p>}
      {evidence.length > 0 && (
        <ul
          className="spoke__evidence"
          onFocus={({ target }) => {
            focused.current = target;
          }}
          onBlur={({ relatedTarget, currentTarget }) => {
            // A dialog that opens from here gives the focus back.
            if (relatedTarget && relatedTarget.closest('dialog') === currentTarget.closest('dialog')) focused.current = null;
          }}
        >
          {evidence.map((each) => {
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
                <NextStep evidence={each} opener={opener} />
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
