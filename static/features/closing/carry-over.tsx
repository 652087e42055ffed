/** An objective that is to go on in another cycle and waits for somebody to carry it over. Its copy gets one id, so that trying again makes one. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingLine } from '../../../src/contract/closing';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import type { Rights } from '../project-okrs/rights';
import { useClosingChange } from './queries';

type Props = {
  readonly line: ClosingLine;
  readonly into: NonNullable<ClosingLine['waitsFor']>;
  readonly rights: Rights;
};

export const CarryOver = ({ line, into, rights }: Props) => {
  const { showFlag } = useHost();
  const copy = useClosingChange('copyObjectives');
  const [id] = useState(newId);
  if (!rights.mayPlan(line.home)) return <span className="subtle">{` · waits to be carried over into ${into.cycleName}`}</span>;
  return (
    <Button
      spacing="compact"
      isLoading={copy.isPending}
      aria-label={`Carry ${line.key} over into ${into.cycleName}`}
      onClick={() =>
        copy.mutate(
          { copies: [{ id, fromId: line.id }], cycleId: into.cycleId, withSources: true },
          {
            onSuccess: () => showFlag({ title: `${line.key} goes on in ${into.cycleName}`, tone: 'success' }),
            onError: (error) =>
              showFlag({ title: `${line.key} was not carried over`, description: apiErrorOf(error).message, tone: 'error' }),
          },
        )
      }
    >
      {`Carry over into ${into.cycleName}`}
    </Button>
  );
};
