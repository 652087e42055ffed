/** What the rules of the coach that can fail are called, in the middle of a sentence. */
import { keyResultRules } from '../../../src/domain/quality/key-result-rules';
import { objectiveRules } from '../../../src/domain/quality/objective-rules';

const names = new Map<string, string>(
  [...objectiveRules, ...keyResultRules].map(({ id, name }) => [id, name.charAt(0).toLowerCase() + name.slice(1)]),
);

export const nameOfRule = (id: string): string => names.get(id) ?? id;
