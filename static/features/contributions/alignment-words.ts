/** What an objective serves and how that side stands to it, as words. Pure. */
import type { ParentView } from '../../../src/contract/contributions';

/** What is meant: the key result where it is aligned to one, else the objective. Null: the viewer cannot see it. */
export const servedOf = ({ objective }: ParentView): { readonly key: string; readonly title: string } | null =>
  objective && (objective.keyResult ?? objective);

const brokenWords = {
  objective: 'that objective is archived',
  'key-result': 'its key result is gone, the objective stands in for it',
} as const;

const contributionWords = { accepted: null, waiting: 'waiting to be accepted', declined: 'declined' } as const;

/** Why the link does not carry what it says, the weightiest first; null where all is well. */
export const warningWords = ({ broken, contribution }: ParentView): string | null =>
  broken === 'objective'
    ? brokenWords.objective
    : (contributionWords[contribution.state] ?? (broken === null ? null : brokenWords[broken]));
