/** A closed round: a dot for every vote, where their mean lies, how far they lie apart, and the words; as a table too. Votes have no names. */
import type { CSSProperties } from 'react';
import type { VoteRoundView } from '../../../src/contract/buy-in';
import { MOST_CONFIDENT, type VoteOutcome } from '../../../src/domain/confidence-vote';
import { useFormat, type Format } from '../../ui/format';
import { SectionMessage } from '../../ui/section-message';

type Shown = Extract<VoteOutcome, { type: 'shown' }>;

const scale = Array.from({ length: MOST_CONFIDENT + 1 }, (_, confidence) => confidence);

const tenth = (format: Format, value: number): string => format.number(Math.round(value * 10) / 10);

/** The same in words stands in the table below, so the picture is one image to the ear. */
const DotPlot = ({ votes, outcome }: { readonly votes: VoteRoundView['votes']; readonly outcome: Shown }) => {
  const format = useFormat();
  const label = `Votes from ${outcome.lowest} to ${outcome.highest}, mean ${tenth(format, outcome.mean)}`;
  return (
    <div className="dot-plot" role="img" aria-label={label}>
      <div className="dot-plot__columns">
        {scale.map((confidence) => (
          <div key={confidence} className="dot-plot__column">
            {votes.flatMap((vote, at) => (vote.confidence === confidence ? [<span key={at} className="dot-plot__dot" />] : []))}
          </div>
        ))}
        <span className="dot-plot__mean" style={{ '--at': (outcome.mean + 0.5) / scale.length } as CSSProperties} />
      </div>
      <div className="dot-plot__axis small">
        {scale.map((confidence) => (
          <span key={confidence}>{confidence}</span>
        ))}
      </div>
    </div>
  );
};

const VoteTable = ({ votes }: Pick<VoteRoundView, 'votes'>) => (
  <table className="vote-table">
    <caption className="visually-hidden">Votes by confidence, without names</caption>
    <thead>
      <tr>
        <th scope="col">Confidence</th>
        <th scope="col">Votes</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      {[...new Set(votes.map(({ confidence }) => confidence))].map((confidence) => {
        const same = votes.filter((vote) => vote.confidence === confidence);
        return (
          <tr key={confidence}>
            <th scope="row" className="number">
              {confidence}
            </th>
            <td className="number">{same.length}</td>
            <td>
              {same.flatMap(({ words }, at) =>
                words === ''
                  ? []
                  : [
                      <q key={at} dir="auto">
                        {words}
                      </q>,
                    ],
              )}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

export const VoteResult = ({ round }: { readonly round: VoteRoundView }) => {
  const format = useFormat();
  const { outcome, votes, voted, askedAccountIds } = round;
  const turnout = `${format.number(voted)} of ${format.number(askedAccountIds.length)} voted`;
  if (outcome?.type !== 'shown')
    return <p className="subtle">{turnout}: too few to show without showing whose votes they are. At least three are needed.</p>;
  return (
    <>
      <p>
        Mean <b>{tenth(format, outcome.mean)}</b> of {MOST_CONFIDENT} · spread <b>{outcome.spread}</b> ({outcome.lowest} to{' '}
        {outcome.highest}) · {turnout}
      </p>
      {outcome.isApart && (
        <SectionMessage tone="warning" title="Talk about it">
          The votes lie {outcome.spread} apart: some know something that others do not.
        </SectionMessage>
      )}
      <DotPlot votes={votes} outcome={outcome} />
      <VoteTable votes={votes} />
    </>
  );
};
