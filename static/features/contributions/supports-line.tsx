/** The line under an objective's title: what it serves, and what is wrong with that link if something is. */
import type { ParentView } from '../../../src/contract/contributions';
import { servedOf, warningWords } from './alignment-words';
import './contributions.css';

export const SupportsLine = ({ parent }: { readonly parent: ParentView }) => {
  const served = servedOf(parent);
  const warning = warningWords(parent);
  return (
    <span className="supports-line small">
      {served === null ? (
        'supports an objective you cannot see'
      ) : (
        <>
          supports {served.key} <bdi>{served.title}</bdi>
        </>
      )}
      {warning !== null && (
        <span className="supports-line__warning">
          <span aria-hidden="true">⚠</span> {warning}
        </span>
      )}
    </span>
  );
};
