/**
 * The parts of a rolled-up number: what each weighs and adds, those not measured, and those the viewer may not see.
 * What the parts add is rounded so that it sums up to the number as shown.
 */
import type { ExplanationSubject, RollUpExplanation, RollUpPart } from '../../../src/contract/explanation';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { percentText } from '../../ui/percent';
import { inTenths } from './tenths';
import { PercentButton } from './percent-button';
import './parts.css';

/** Progress is cut off at 0 and 100 % where it is shown, never where it is added up. */
const beyond = (progress: number | null, percents: (value: number) => string): string =>
  progress !== null && (progress > 1 || progress < 0) ? `counts as ${percents(progress)}` : '';

const uncountedWords = { waiting: 'aligned, and waiting to be accepted', declined: 'aligned, and declined' } as const;

type Props = {
  readonly rollUp: RollUpExplanation;
  /** What the parts say together. */
  readonly progress: number | null;
  /** Opens the explanation of a part. */
  readonly onExplain: (subject: ExplanationSubject) => void;
  /** Opens the page of a key result. */
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const PartName = ({ part, onOpenKeyResult }: { readonly part: RollUpPart } & Pick<Props, 'onOpenKeyResult'>) => (
  <>
    <KeyBadge text={part.key} />{' '}
    {part.type === 'key-result' ? (
      <button type="button" className="text-button parts__title parts__open" dir="auto" onClick={() => onOpenKeyResult(part.id)}>
        {part.title}
      </button>
    ) : (
      <span className="parts__title" dir="auto">
        {part.title}
      </span>
    )}{' '}
    <HealthLozenge health={part.health} />
  </>
);

export const RollUpParts = ({ rollUp, progress, onExplain, onOpenKeyResult }: Props) => {
  const format = useFormat();
  const { parts, hidden, weightSum, uncounted } = rollUp;
  if (parts.length === 0 && hidden.parts === 0 && uncounted.length === 0) return null;
  const share = (weight: number, ratio: number | null): number =>
    weightSum === 0 || ratio === null ? 0 : (weight * ratio * 100) / weightSum;
  const contributions = [
    ...parts.map(({ weight, progress: ratio }) => share(weight, ratio)),
    weightSum === 0 ? 0 : (hidden.credit * 100) / weightSum,
  ];
  const adds = inTenths(contributions);
  const total = adds.reduce((sum, each) => sum + each, 0);
  const subjectOf = ({ type, id }: RollUpPart): ExplanationSubject => ({ type, id });
  return (
    <div className="parts-frame">
      <table className="parts parts--roll-up">
        <caption className="visually-hidden">Parts of the number, with what each adds in percentage points</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="parts__number">
              Weight
            </th>
            <th scope="col" className="parts__number">
              Progress
            </th>
            <th scope="col" className="parts__number">
              Adds
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, at) => {
            const note = beyond(part.progress, (value) => `${format.number(Math.round(value * 100))}\u00a0%`);
            return (
              <tr key={part.id} className={part.progress === null ? 'parts__left-out' : undefined}>
                <th scope="row">
                  <PartName part={part} onOpenKeyResult={onOpenKeyResult} />
                </th>
                <td className="parts__number">{format.number(part.weight)}</td>
                <td className="parts__number">
                  <PercentButton ratio={part.progress} of={part.key} part={part.id} onClick={() => onExplain(subjectOf(part))} />
                  {note !== '' && <span className="parts__note small">{note}</span>}
                </td>
                <td className="parts__number">
                  {part.progress === null ? <span className="parts__why small">left out</span> : format.tenths(adds[at] ?? 0)}
                </td>
              </tr>
            );
          })}
          {hidden.parts > 0 && (
            <tr className="parts__unlisted">
              <th scope="row">
                {format.number(hidden.parts)} {hidden.parts === 1 ? 'part' : 'parts'} you cannot see
                {hidden.measured < hidden.parts && `, ${format.number(hidden.measured)} measured`}
              </th>
              <td className="parts__number">{format.number(hidden.weight)}</td>
              <td />
              <td className="parts__number">{format.tenths(adds.at(-1) ?? 0)}</td>
            </tr>
          )}
          {uncounted.map(({ id, key, title, state }) => (
            <tr key={id} className="parts__left-out">
              <th scope="row">
                <KeyBadge text={key} />{' '}
                <span className="parts__title" dir="auto">
                  {title}
                </span>{' '}
                <span className="parts__note small">{uncountedWords[state]}</span>
              </th>
              <td />
              <td />
              <td className="parts__number">
                <span className="parts__why small">left out</span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td className="parts__number">{format.number(weightSum)}</td>
            <td className="parts__number">{percentText(progress)}</td>
            <td className="parts__number">{progress === null ? '' : format.tenths(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
