/** How many objectives reach a goal of the company, and what to look at: links that do not hold or pass over a level, and objectives without a line. */
import type { AlignedObjective } from '../../../src/contract/alignment';
import type { LinkToLookAt } from '../../../src/domain/line-of-sight';
import { Disclosure } from '../../ui/disclosure';
import './look-at.css';
import { counted, linkWords } from './words';

type Props = {
  /** How many are looked at, and how many of them are no goals of the company. */
  readonly total: number;
  readonly links: readonly LinkToLookAt<AlignedObjective>[];
  /** Those that do not reach a goal of the company, in reading order. */
  readonly withoutLine: readonly AlignedObjective[];
  readonly onReveal: (objectiveId: string) => void;
};

/** As many of a list as are shown at once. */
const most = 20;

const Items = ({
  objectives,
  onReveal,
}: {
  readonly objectives: readonly { readonly objective: AlignedObjective; readonly words: string | null }[];
  readonly onReveal: Props['onReveal'];
}) => (
  <>
    <ul className="look-at__items">
      {objectives.slice(0, most).map(({ objective: { id, key, title }, words }) => (
        <li key={id}>
          <button type="button" className="text-button" onClick={() => onReveal(id)}>
            {key} <bdi>{title}</bdi>
          </button>
          {words !== null && <span className="small"> {words}</span>}
        </li>
      ))}
    </ul>
    {objectives.length > most && <p className="small">{`and ${objectives.length - most} more`}</p>}
  </>
);

export const LookAt = ({ total, links, withoutLine, onReveal }: Props) => {
  const reaching = `${total - withoutLine.length} of ${counted(total, 'objective')} reach a company goal`;
  if (links.length === 0 && withoutLine.length === 0) return <p className="look-at__all subtle">{reaching}: nothing to look at.</p>;
  const parts = [
    ...(links.length > 0 ? [`${counted(links.length, 'link')} to look at`] : []),
    ...(withoutLine.length > 0 ? [`${withoutLine.length} without a line`] : []),
  ];
  return (
    <Disclosure title={reaching} summary={parts.join(' · ')}>
      {links.length > 0 && (
        <section>
          <h3 className="look-at__heading">{`${counted(links.length, 'link')} to look at`}</h3>
          <Items objectives={links.map(({ objective, link }) => ({ objective, words: linkWords(link) }))} onReveal={onReveal} />
        </section>
      )}
      {withoutLine.length > 0 && (
        <section>
          <h3 className="look-at__heading">{`${counted(withoutLine.length, 'objective')} without a line to a company goal`}</h3>
          <Items objectives={withoutLine.map((objective) => ({ objective, words: null }))} onReveal={onReveal} />
        </section>
      )}
    </Disclosure>
  );
};
