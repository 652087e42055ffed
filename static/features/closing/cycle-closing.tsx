/** Everything of a cycle that is to be graded, by place, with what is done about each, and the way to grade it. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { ClosingLine, CycleClosing as Closing } from '../../../src/contract/closing';
import { homeKey, projectIdsOf, type Home } from '../../../src/domain/home';
import { EmptyState } from '../../ui/empty-state';
import { KeyBadge } from '../../ui/key-badge';
import { Percent } from '../../ui/percent';
import { Person } from '../../ui/person';
import '../../ui/record-table.css';
import { useHomeName } from '../alignment/use-home-name';
import { ownedObjective, type Rights } from '../project-okrs/rights';
import { useRights } from '../project-okrs/use-rights';
import { ambitionNames } from './ambition-words';
import { CarryOver } from './carry-over';
import { carriedOverWords } from './carried-over-words';
import './closing.css';
import { nextStepWords } from './closing-words';
import { GradeMark } from './grade-mark';
import { useGroups } from './queries';

const GradeDialog = lazy(() => import('./grade-dialog'));

const columns = { owner: 'Owner', ambition: 'Ambition', progress: 'Progress', grade: 'Grade', next: 'What becomes of it' } as const;

/** Where it went or is to go, or what was said of it. */
const NextCell = ({ line, rights }: { readonly line: ClosingLine; readonly rights: Rights }) => {
  if (line.nextStep === null) return <span className="subtle">–</span>;
  return (
    <span className="closing__next">
      {nextStepWords[line.nextStep]}
      {line.carriedOverTo.map(({ id, key, cycleName }) => (
        <span key={id} className="subtle">{` → ${key} in ${cycleName}`}</span>
      ))}
      {line.waitsFor !== null && <CarryOver line={line} into={line.waitsFor} rights={rights} />}
    </span>
  );
};

type RowProps = { readonly line: ClosingLine; readonly mayGrade: boolean; readonly rights: Rights; readonly onGrade: () => void };

const LineRow = ({ line, mayGrade, rights, onGrade }: RowProps) => (
  <tr>
    <th scope="row">
      <KeyBadge text={line.key} /> <bdi>{line.title}</bdi>
      {line.carriedOverFrom.length > 0 && (
        <span className={line.carriedOverFrom.length > 1 ? 'closing__again small' : 'closing__once small'}>
          {carriedOverWords(line.carriedOverFrom).join('')}
        </span>
      )}
    </th>
    <td data-label={columns.owner}>
      <Person accountId={line.ownerAccountId} withName />
    </td>
    <td data-label={columns.ambition}>{ambitionNames[line.ambition]}</td>
    <td data-label={columns.progress}>
      <Percent ratio={line.progress} />
    </td>
    <td data-label={columns.grade}>
      {line.grade === null ? <span className="subtle">to be graded</span> : <GradeMark of={line.grade} ambition={line.ambition} />}
    </td>
    <td data-label={columns.next}>
      <NextCell line={line} rights={rights} />
    </td>
    <td>
      {mayGrade && (
        <Button
          spacing="compact"
          appearance={line.grade === null ? 'default' : 'subtle'}
          aria-label={`${line.grade === null ? 'Grade' : 'Grade again'} ${line.key}`}
          onClick={onGrade}
        >
          {line.grade === null ? 'Grade' : 'Again'}
        </Button>
      )}
    </td>
  </tr>
);

type GroupProps = {
  readonly home: Home;
  readonly lines: readonly ClosingLine[];
  readonly isClosed: boolean;
  readonly rights: Rights;
  readonly onGrade: (objectiveId: string) => void;
};

const HomeLines = ({ home, lines, isClosed, rights, onGrade }: GroupProps) => {
  const name = useHomeName(home, useGroups());
  return (
    <section className="closing__home" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <div className="record-frame" role="region" aria-label={`Objectives of ${name}`}>
        <table className="record-table closing__table">
          <thead>
            <tr>
              <th scope="col">Objective</th>
              {Object.values(columns).map((words) => (
                <th key={words} scope="col">
                  {words}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Next step</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow
                key={line.id}
                line={line}
                // What a closed cycle has been graded with is part of its report.
                mayGrade={rights.mayChange(ownedObjective(line)) && !(isClosed && line.grade !== null)}
                rights={rights}
                onGrade={() => onGrade(line.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const homesOf = (lines: readonly ClosingLine[]): readonly { readonly home: Home; readonly lines: readonly ClosingLine[] }[] => {
  const homes = new Map(lines.map(({ home }) => [homeKey(home), home]));
  return [...homes].map(([key, home]) => ({ home, lines: lines.filter((line) => homeKey(line.home) === key) }));
};

/** `only`: of these lines; default all. */
export const CycleClosing = ({ closing, only = closing.lines }: { readonly closing: Closing; readonly only?: readonly ClosingLine[] }) => {
  const [grading, setGrading] = useState<string | null>(null);
  const rights = useRights(closing.roles, projectIdsOf(only.map(({ home }) => home)));
  if (only.length === 0)
    return (
      <EmptyState title={`No objectives in ${closing.cycle.name}`}>
        What a cycle was worth is said of its objectives; there are none here that you can see.
      </EmptyState>
    );
  return (
    <>
      {homesOf(only).map(({ home, lines }) => (
        <HomeLines
          key={homeKey(home)}
          home={home}
          lines={lines}
          isClosed={closing.cycle.state === 'closed'}
          rights={rights}
          onGrade={setGrading}
        />
      ))}
      <Suspense fallback={null}>{grading !== null && <GradeDialog objectiveId={grading} onClose={() => setGrading(null)} />}</Suspense>
    </>
  );
};
