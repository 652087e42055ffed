/** Whose, which level and in which order: the choices of the company page beside the filters it shares with the project page. */
import type { Level } from '../../../src/domain/home';
import { orders, type CompanyView, type Order } from './company-view';
import './view-tools.css';

const levelWords: Readonly<Record<Level, string>> = { company: 'Company', group: 'Groups', project: 'Projects' };
const orderWords: Readonly<Record<Order, string>> = {
  key: 'By key',
  progress: 'Least progress first',
  health: 'Worst health first',
  title: 'By title',
  owner: 'By owner',
  'checked-in': 'Longest without a check-in first',
};

type Props = {
  readonly view: CompanyView;
  /** How many contributions wait for the reader's answer: they are shown with what is theirs. */
  readonly waiting: number;
  readonly onChange: (changes: Partial<CompanyView>) => void;
};

export const ViewTools = ({ view, waiting, onChange }: Props) => (
  <div className="view-tools" role="group" aria-label="What is shown">
    <label className="view-tools__mine">
      <input type="checkbox" checked={view.mine} onChange={(event) => onChange({ mine: event.target.checked })} /> My OKRs
      {waiting > 0 && (
        <span className="view-tools__waiting">
          {waiting}
          <span className="visually-hidden"> waiting for your answer</span>
        </span>
      )}
    </label>
    <select
      className="filter-bar__control"
      aria-label="Level"
      value={view.level ?? ''}
      onChange={(event) =>
        onChange({ level: (['company', 'group', 'project'] as const).find((level) => level === event.target.value) ?? null })
      }
    >
      <option value="">All levels</option>
      {Object.entries(levelWords).map(([level, words]) => (
        <option key={level} value={level}>
          {words}
        </option>
      ))}
    </select>
    <select
      className="filter-bar__control"
      aria-label="Order"
      value={view.order}
      onChange={(event) => onChange({ order: orders.find((order) => order === event.target.value) ?? 'key' })}
    >
      {orders.map((order) => (
        <option key={order} value={order}>
          {orderWords[order]}
        </option>
      ))}
    </select>
  </div>
);
