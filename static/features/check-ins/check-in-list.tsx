/** The check-ins on a key result, newest first; one's own can be corrected in place. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CheckInView } from '../../../src/contract/check-ins';
import type { KeyResultView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { CheckInTalk } from '../talk/check-in-talk';
import { CorrectCheckIn } from './correct-check-in';
import { useCheckIns } from './queries';

type Props = {
  readonly keyResult: KeyResultView;
  readonly today: string;
  /** The project people to mention are found in; null: the site. */
  readonly projectId: string | null;
  readonly may: boolean;
};

const unitOf = (keyResult: KeyResultView): string =>
  keyResult.kind === 'metric' ? keyResult.metric.unit : keyResult.kind === 'band' ? keyResult.band.unit : '';

const Said = ({ checkIn, unit, today }: { readonly checkIn: CheckInView; readonly unit: string; readonly today: string }) => {
  const format = useFormat();
  const facts = [
    ...(checkIn.value === null ? [] : [format.measure(checkIn.value, unit)]),
    percentText(checkIn.progress),
    ...(checkIn.confidence === null ? [] : [`confidence ${checkIn.confidence} of 10`]),
  ];
  return (
    <>
      <p>
        <Person accountId={checkIn.byAccountId} withName /> <span className="subtle">{format.day(checkIn.day, today)}</span>{' '}
        {checkIn.isCorrected && <span className="subtle">corrected</span>}
      </p>
      <p className="number">{facts.join(' · ')}</p>
      {checkIn.words !== '' && <p dir="auto">{checkIn.words}</p>}
      {checkIn.blockers !== '' && (
        <p>
          <span className="subtle">In the way:</span> <bdi>{checkIn.blockers}</bdi>
        </p>
      )}
    </>
  );
};

export const CheckInList = ({ keyResult, today, projectId, may }: Props) => {
  const { place } = useHost();
  const query = useCheckIns(keyResult.id);
  const [correcting, setCorrecting] = useState<string | null>(null);
  if (!query.data)
    return query.isError ? (
      <ErrorState title="The check-ins could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="check-ins">
        <Skeleton height="80px" />
      </Loading>
    );
  const checkIns = query.data.pages.flatMap((page) => page.checkIns);
  if (checkIns.length === 0) return <p className="subtle">No check-ins yet.</p>;
  const reload = (id: string) => async () =>
    (await query.refetch()).data?.pages.flatMap((page) => page.checkIns).find((checkIn) => checkIn.id === id) ?? null;
  return (
    <>
      <ul className="check-in-list" aria-label="Check-ins">
        {checkIns.map((checkIn) => (
          <li key={checkIn.id}>
            {correcting === checkIn.id ? (
              <CorrectCheckIn keyResult={keyResult} checkIn={checkIn} reload={reload(checkIn.id)} onDone={() => setCorrecting(null)} />
            ) : (
              <>
                <Said checkIn={checkIn} unit={unitOf(keyResult)} today={today} />
                {checkIn.byAccountId === place.accountId && (
                  <button type="button" className="text-button" onClick={() => setCorrecting(checkIn.id)}>
                    Correct
                  </button>
                )}
                <CheckInTalk checkInId={checkIn.id} comments={checkIn.comments} projectId={projectId} may={may} />
              </>
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button spacing="compact" isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </>
  );
};
