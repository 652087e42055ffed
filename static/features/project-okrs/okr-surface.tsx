/**
 * A page of OKRs: a list of them or, one step further, the page of one key result. Which of the two is in the address.
 * Knows neither; keeps what the list should still know when one comes back to it.
 */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import { useHost, type Address } from '../../host';
import { searchForLine } from '../alignment/line-address';
import { UndoProvider } from '../writing/undo';
import { PageHeader } from './page-header';
import './project-page.css';
import { useOpenedKeyResult } from './use-opened-key-result';

const KeyResultPage = lazy(() => import('../key-result/key-result-page'));

export type OkrListProps = {
  readonly address: Address | null;
  /** Ids of the objectives whose key results are folded in. */
  readonly collapsed: ReadonlySet<string>;
  readonly onCollapse: (collapsed: ReadonlySet<string>) => void;
  /** The key result whose page was left for the list: its row takes the focus. */
  readonly cameFrom: string | null;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

type Props = { readonly list: ComponentType<OkrListProps> };

export const noneCollapsed: ReadonlySet<string> = new Set();

const ListOrKeyResult = ({ address, list: List }: Props & { readonly address: Address | null }) => {
  const { keyResultId, open, close, leaveFor } = useOpenedKeyResult(address);
  const [collapsed, setCollapsed] = useState(noneCollapsed);
  const [first] = useState(keyResultId);
  const [last, setLast] = useState(keyResultId);
  if (keyResultId !== null && keyResultId !== last) setLast(keyResultId);
  if (keyResultId === null) {
    return <List address={address} collapsed={collapsed} onCollapse={setCollapsed} cameFrom={last} onOpenKeyResult={open} />;
  }
  return (
    <Suspense fallback={null}>
      <KeyResultPage
        key={keyResultId}
        keyResultId={keyResultId}
        arrived={keyResultId !== first}
        onLeave={close}
        onShowLine={leaveFor && (() => leaveFor((search) => searchForLine({ from: 'key-result', id: keyResultId }, search)))}
      />
    </Suspense>
  );
};

/** Waits for the address, so that the first request already asks for what it names. */
export const OkrSurface = ({ list }: Props) => {
  const { openAddress } = useHost();
  const address = useQuery({
    queryKey: ['address'],
    queryFn: () => openAddress().catch(() => null),
    staleTime: Infinity,
  });
  return (
    <main className="project-page__main">
      <UndoProvider>{address.isPending ? <PageHeader /> : <ListOrKeyResult address={address.data ?? null} list={list} />}</UndoProvider>
    </main>
  );
};
