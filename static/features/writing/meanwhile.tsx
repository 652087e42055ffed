/** Who has changed the thing while a form of it was open, and what: said as soon as it is known, before anybody saves. */
import { useQuery } from '@tanstack/react-query';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import { useHost } from '../../host';
import { usePerson } from '../../ui/person';
import { SectionMessage } from '../../ui/section-message';
import { useFormat } from '../../ui/format';
import { okrKey } from '../project-okrs/queries';

type Subject = Exclude<ExplanationSubject, { readonly type: 'project' }>;

/** `a`, `a and b`, `a, b and c`. */
const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

const WhoChanged = ({ accountId, fields, at }: { readonly accountId: string; readonly fields: readonly string[]; readonly at: string }) => {
  const format = useFormat();
  const { person } = usePerson(accountId);
  return (
    <>
      <bdi>{person?.name ?? 'Somebody'}</bdi> {`changed ${listed(fields.map((field) => `the ${field}`))} at ${format.instant(at)}.`}
    </>
  );
};

/** Nothing while the thing is as it was when the form opened. `version` is the live one, `from` the one the form began with. */
export const Meanwhile = ({ subject, version, from }: { readonly subject: Subject; readonly version: number; readonly from: number }) => {
  const { invoke, place } = useHost();
  const isNewer = version > from;
  const changes = useQuery({
    queryKey: [...okrKey, 'changes', subject.type, subject.id, version],
    queryFn: () => invoke('listChanges', { subject }),
    enabled: isNewer,
  });
  if (!isNewer) return null;
  const [last] = changes.data ?? [];
  return (
    <SectionMessage tone="warning" title="Changed while this form was open">
      {last && last.byAccountId !== place.accountId ? (
        <WhoChanged accountId={last.byAccountId} fields={last.fields.map(({ field }) => field)} at={last.at} />
      ) : (
        'Somebody saved a change.'
      )}{' '}
      Nothing of yours is lost: where both of you changed the same, saving asks which to keep.
    </SectionMessage>
  );
};
