/** The line above the objectives of one place: the company, a group or a project by name. Projects are named by Jira, as far as the viewer may see. */
import type { OkrRow } from './okr-rows';
import { PlaceName } from './place-name';

const levelWords = { company: null, group: 'Group', project: 'Project' } as const;

export const PlaceCell = ({ row }: { readonly row: Extract<OkrRow, { readonly type: 'place' }> }) => {
  const level = levelWords[row.home.level];
  return (
    <div className="okr-row__cell okr-row__place" role="gridcell" aria-colindex={1}>
      {level !== null && <span className="small">{level}</span>} <PlaceName home={row.home} name={row.name} />
    </div>
  );
};
