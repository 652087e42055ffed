/**
 * Progress before and after a previewed change, in figures.
 * When both round to the same figure it says so, instead of drawing a move that nobody will see.
 */
import type { SourcePreview } from '../../../src/contract/okr';
import { percentOf } from '../../../src/domain/percent';
import { percentText } from '../../ui/percent';

/** "Progress stays 62 %", "not measured → 4 %", "62 → 65 %". */
export const ProgressMove = ({ preview: { before, after } }: { readonly preview: Pick<SourcePreview, 'before' | 'after'> }) => {
  const from = percentOf(before.progress);
  const to = percentOf(after.progress);
  if (from === to) {
    if (from === null) return <>It stays not measured.</>;
    return before.progress === after.progress ? (
      <>Progress stays {percentText(after.progress)}.</>
    ) : (
      <>Progress moves by less than one percentage point and stays {percentText(after.progress)}.</>
    );
  }
  return (
    <>
      Progress:{' '}
      <b className="number">
        {from === null || to === null ? percentText(before.progress) : from} <span aria-hidden="true">→</span>
        <span className="visually-hidden">to</span> {percentText(after.progress)}
      </b>
    </>
  );
};
