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
  /** Keeps the page at this cycle, also when it is the one of today no more. */
  readonly onCycle: (cycleId: string) => void;
  /** Opens the details of an objective. */
  readonly onOpen: (objectiveId: string) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
  /** Opens another view of the page. */
  readonly onShow: (view: 'objectives' | 'alignment' | 'check-ins') => void;
  /** Opens the cycles and settings; null for whoever may not, and where they are elsewhere. */
  readonly onShowSettings: (() => void) | null;
};
