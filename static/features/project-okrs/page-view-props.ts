/** What a page of OKRs gives to every one of its views. */
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Address } from '../../host';

export type PageViewProps = {
  readonly address: Address | null;
  /** As it was chosen; null: the cycle of today. */
  readonly cycleId: string | null;
  /** Null on the company page. */
  readonly projectId: string | null;
  /** Those of the page that have arrived, unfiltered. */
  readonly objectives: readonly ObjectiveView[];
  readonly today: string;
  /** Opens the details of an objective. */
  readonly onOpen: (objectiveId: string) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};
