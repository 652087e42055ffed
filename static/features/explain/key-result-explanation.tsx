/** The explanation of a key result in the flow of a card. */
import { noParts } from './explained';
import { ExplanationOf } from './explanation-of';

const KeyResultExplanation = ({ keyResultId }: { readonly keyResultId: string }) => (
  <ExplanationOf subject={{ type: 'key-result', id: keyResultId }} actions={noParts} />
);

export default KeyResultExplanation;
