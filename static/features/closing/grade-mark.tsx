/** A grade with what it means for the ambition: figure and word, the colour is never the only sign. */
import type { GradeView } from '../../../src/contract/closing';
import type { Ambition } from '../../../src/domain/closing/ambition';
import type { GradeVerdict } from '../../../src/domain/closing/grade';
import { useFormat } from '../../ui/format';
import '../../ui/health.css';
import '../../ui/health-lozenge.css';
import { gradeText, verdictWords } from './closing-words';

const looks: Readonly<Record<GradeVerdict, { readonly health: string; readonly shape: string }>> = {
  met: { health: 'done', shape: '✓' },
  learned: { health: 'done', shape: '✓' },
  part: { health: 'at-risk', shape: '▲' },
  missed: { health: 'off-track', shape: '■' },
  'not-graded': { health: 'not-measured', shape: '○' },
};

export const GradeMark = ({ of, ambition }: { readonly of: GradeView; readonly ambition: Ambition }) => {
  const format = useFormat();
  const { health, shape } = looks[of.verdict];
  return (
    <span className="grade-mark">
      {of.grade !== null && <b className="number">{gradeText(of.grade, format)}</b>}{' '}
      <span className={`health-lozenge health-${health}`}>
        <span aria-hidden="true">{shape}</span> {verdictWords(of.verdict, ambition)}
      </span>
    </span>
  );
};
