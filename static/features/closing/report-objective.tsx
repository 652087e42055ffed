/** One objective in the report: its grade against its ambition, its key results, and what was said. */
import type { ReportedKeyResult, ReportedObjective } from '../../../src/contract/closing';
import { useFormat, type Format } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { Percent } from '../../ui/percent';
import { Person } from '../../ui/person';
import '../../ui/record-table.css';
import { Facts } from '../project-okrs/facts';
import { Change } from '../talk/activity-value';
import { ambitionNames } from './ambition-words';
import { carriedOverWords } from './carried-over-words';
import { causeWords, gradeText, nextStepWords } from './closing-words';
import { GradeMark } from './grade-mark';

const columns = { progress: 'Progress', grade: 'Grade', growth: 'Scope' } as const;

const growthText = (growth: number | null, format: Format): string => {
  if (growth === null) return '–';
  const percent = Math.round(growth * 100);
  return percent === 0 ? 'as planned' : `${percent > 0 ? '+' : '−'}${format.number(Math.abs(percent))} %`;
};

const KeyResultRow = ({ keyResult }: { readonly keyResult: ReportedKeyResult }) => {
  const format = useFormat();
  const { key, title, progress, graded, scopeGrowth } = keyResult;
  return (
    <tr>
      <th scope="row">
        <KeyBadge text={key} /> <bdi>{title}</bdi>
      </th>
      <td data-label={columns.progress}>
        <Percent ratio={progress} />
      </td>
      <td data-label={columns.grade}>
        <span>
          <b className="number">{graded === null ? '–' : gradeText(graded.grade, format)}</b>
          {graded !== null && graded.reason !== null && (
            <span className="report__reason small">
              {`the numbers said ${gradeText(graded.suggested, format)}: `}
              <bdi>{graded.reason}</bdi>
            </span>
          )}
        </span>
      </td>
      <td data-label={columns.growth} className="number">
        {growthText(scopeGrowth, format)}
      </td>
    </tr>
  );
};

const Changes = ({ changes }: Pick<ReportedObjective, 'changes'>) => {
  const format = useFormat();
  return (
    <ul className="report__changes">
      {changes.map(({ id, key, at, reason, changes: fields }) => (
        <li key={id} className="report__change">
          <span className="subtle">{`${format.day(at.slice(0, 10))}, ${key}`}</span>
          {fields.map((change) => (
            <Change key={change.field} {...change} />
          ))}
          <q dir="auto">{reason}</q>
        </li>
      ))}
    </ul>
  );
};

/** What people said of it in words, each with what it is. */
function saidOf({ closing }: ReportedObjective, format: Format): readonly { readonly name: string; readonly words: string }[] {
  if (closing === null) return [];
  const causes = [...closing.causes.map((cause) => causeWords[cause]), closing.causeWords].filter((words) => words !== '');
  return [
    {
      name: 'Graded otherwise',
      words: closing.reason === null ? '' : `The key results said ${gradeText(closing.suggested, format)}. ${closing.reason}`,
    },
    { name: 'Why', words: causes.join(' · ') },
    { name: 'Learned', words: closing.learned },
  ].filter(({ words }) => words !== '');
}

export const ReportObjective = ({ objective }: { readonly objective: ReportedObjective }) => {
  const format = useFormat();
  const { closing, votes, ambition, carriedOverFrom, carriedOverTo, changes, keyResults } = objective;
  const said = saidOf(objective, format);
  return (
    <section className="report__objective" aria-label={objective.key}>
      <div className="report__objective-head">
        <h4>
          <KeyBadge text={objective.key} /> <bdi>{objective.title}</bdi>
        </h4>
        {closing === null ? <span className="subtle">Not graded</span> : <GradeMark of={closing} ambition={ambition} />}
      </div>
      {carriedOverFrom.length > 0 && (
        <p className={carriedOverFrom.length > 1 ? 'closing__again' : 'subtle'}>{carriedOverWords(carriedOverFrom).join('')}</p>
      )}
      <Facts
        facts={[
          { name: 'Ambition', value: ambitionNames[ambition] },
          { name: 'Owner', value: <Person accountId={objective.ownerAccountId} withName /> },
          { name: 'Progress', value: <Percent ratio={objective.progress} /> },
          ...(closing === null
            ? []
            : [
                {
                  name: 'What becomes of it',
                  value: [nextStepWords[closing.nextStep], ...carriedOverTo.map(({ key, cycleName }) => `${key} in ${cycleName}`)].join(
                    ' → ',
                  ),
                },
              ]),
          ...(votes === null
            ? []
            : [
                {
                  name: 'Votes',
                  value: `${votes.voted} of ${votes.asked} voted: ${format.number(Math.round(votes.mean * 10) / 10)} of 10, from ${votes.lowest} to ${votes.highest}`,
                },
              ]),
        ]}
      />
      {said.length > 0 && (
        <dl className="report__said">
          {said.map(({ name, words }) => (
            <div key={name}>
              <dt className="facts__name">{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {keyResults.length > 0 && (
        <div className="record-frame">
          <table className="record-table">
            <thead>
              <tr>
                <th scope="col">Key result</th>
                {Object.values(columns).map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {keyResults.map((keyResult) => (
                <KeyResultRow key={keyResult.id} keyResult={keyResult} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length > 0 && (
        <div>
          <h5>Changes of the plan</h5>
          <Changes changes={changes} />
        </div>
      )}
    </section>
  );
};
