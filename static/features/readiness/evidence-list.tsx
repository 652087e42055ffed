/** What a missing thing is about, each as something to go to. */
import type { ReadinessCheckView, ReadinessEvidence } from '../../../src/contract/readiness';
import type { Home } from '../../../src/domain/home';
import { useHost } from '../../host';
import { useFormat } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { apiErrorOf } from '../../api-error';
import { useHomeName } from '../alignment/use-home-name';
import { useGroups } from '../closing/queries';

const HomeEvidence = ({ home, objectives }: { readonly home: Home; readonly objectives: number }) => {
  const name = useHomeName(home, useGroups());
  const format = useFormat();
  return (
    <>
      <bdi>{name}</bdi>
      {`: ${format.number(objectives)} objectives`}
    </>
  );
};

const Evidence = ({ of, counts }: { readonly of: ReadinessEvidence; readonly counts: boolean }) => {
  const { openOkrs, showFlag } = useHost();
  switch (of.type) {
    case 'cycle':
      return <bdi>{of.name}</bdi>;
    case 'home':
      return <HomeEvidence home={of.home} objectives={of.objectives} />;
    case 'objective': {
      const open = () => {
        openOkrs(null, `?cycle=${encodeURIComponent(of.cycleId)}&q=${of.key}`).catch((thrown: unknown) =>
          showFlag({ title: `${of.key} could not be opened`, description: apiErrorOf(thrown).message, tone: 'error' }),
        );
      };
      return (
        <span className="readiness__objective">
          <KeyBadge text={of.key} />
          <button type="button" className="text-button" onClick={open}>
            <bdi>{of.title}</bdi>
          </button>
          {counts && <span className="subtle">{of.keyResults === 1 ? '1 key result' : `${of.keyResults} key results`}</span>}
        </span>
      );
    }
  }
};

/** Key results are counted where it is their number that is missing. */
export const EvidenceList = ({ check, evidence, more }: Pick<ReadinessCheckView, 'check' | 'evidence' | 'more'>) => {
  const format = useFormat();
  if (evidence.length + more === 0) return null;
  return (
    <ul className="readiness__evidence small">
      {evidence.map((of) => (
        <li key={of.type === 'home' ? JSON.stringify(of.home) : of.id}>
          <Evidence of={of} counts={check === 'key-results'} />
        </li>
      ))}
      {more > 0 && <li className="subtle">{`${format.number(more)} more`}</li>}
    </ul>
  );
};
