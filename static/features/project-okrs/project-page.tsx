/**
 * The project page: the list of its OKRs or, one step further, the page of one key result. Which of the two is in the address.
 * Knows neither; keeps what the list should still know when one comes back to it.
 */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useHost, type Address } from '../../host';
import { PageHeader } from './page-header';
import './project-page.css';
import { noneCollapsed, ProjectOkrs } from './project-okrs';
import { useOpenedKeyResult } from './use-opened-key-result';

const KeyResultPage = lazy(() => import('../key-result/key-result-page'));

const ListOrKeyResult = ({ address }: { readonly address: Address | null }) => {
  const { keyResultId, open, close } = useOpenedKeyResult(address);
  const [collapsed, setCollapsed] = useState(noneCollapsed);
  const [first] = useState(keyResultId);
  const [last, setLast] = useState(keyResultId);
  if (keyResultId !== null && keyResultId !== last) setLast(keyResultId);
  if (keyResultId === null) {
    return <ProjectOkrs address={address} collapsed={collapsed} onCollapse={setCollapsed} cameFrom={last} onOpenKeyResult={open} />;
  }
  return (
    <Suspense fallback={null}>
      <KeyResultPage key={keyResultId} keyResultId={keyResultId} arrived={keyResultId !== first} onLeave={close} />
    </Suspense>
  );
};

/** Waits for the address, so that the first request already asks for what it names. */
const ProjectPage = () => {
  const { openAddress } = useHost();
  const address = useQuery({
    queryKey: ['address'],
    queryFn: () => openAddress().catch(() => null),
    staleTime: Infinity,
  });
  return (
    <main className="project-page__main">{address.isPending ? <PageHeader /> : <ListOrKeyResult address={address.data ?? null} />}</main>
  );
};

export default ProjectPage;
