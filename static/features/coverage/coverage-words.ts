/** Coverage in words. Counts are of issues the app sees; how many of them the viewer sees is said elsewhere. */
import type { WorkShareView } from '../../../src/contract/coverage';
import type { WorkState } from '../../../src/domain/coverage';

export const stateWords: Readonly<Record<WorkState, string>> = { 'in-progress': 'In progress', finished: 'Finished this cycle' };

export const orphansOf = ({ work, serving }: WorkShareView): number => work - serving;

/** `14 orphan issues`; the number comes formatted. */
export const orphansInWords = (count: number, formatted: string): string => `${formatted} orphan ${count === 1 ? 'issue' : 'issues'}`;

/** Why the list holds less than everything; null where it holds all. */
export const cappedInWords = (capped: boolean): string | null => (capped ? 'Only the 1,000 issues that changed last are counted.' : null);
