/** What a page of OKRs gives to every one of its views. */
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Level } from '../../../src/domain/home';
import type { Address } from '../../host';
import type { ObjectivePart } from './objective-part';
import type { Rights } from './rights';

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
  /** The viewer's, wherever these objectives live. */
  readonly rights: Rights;
  /** Opens the details of an objective, at one of their parts if it is named. */
  readonly onOpen: (objectiveId: string, part?: ObjectivePart | null) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
  readonly onAddKeyResult: (objectiveId: string) => void;
  /** Opens another view of the page. */
  readonly onShow: (view: 'alignment' | 'check-ins' | 'closing') => void;
  /** Opens the list, with what somebody owns or with what lives at a level; null: narrowed down by nothing. */
  readonly onShowList: (only: { readonly owner: string | null; readonly level: Level | null }) => void;
};
