/** The status of a Jira issue: its name as Jira calls it, coloured by its category. */
import type { StatusCategory } from '../../src/domain/model';
import './status-lozenge.css';

type Props = { readonly name: string; readonly category: StatusCategory };

export const StatusLozenge = ({ name, category }: Props) => (
  <span className={`status-lozenge status-lozenge--${category}`} dir="auto" title={name}>
    {name}
  </span>
);
