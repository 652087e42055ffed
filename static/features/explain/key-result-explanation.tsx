/** The explanation of a key result in the flow of a card. A key result is made of issues and values, so there are no parts to open from here. */
import type { PartActions } from './explained';
import { ExplanationOf } from './explanation-of';

const noParts: PartActions = { onExplain: () => undefined, onOpenKeyResult: () => undefined };

const KeyResultExplanation = ({ keyResultId }: { readonly keyResultId: string }) => (
  <ExplanationOf subject={{ type: 'key-result', id: keyResultId }} actions={noParts} />
);

export default KeyResultExplanation;
