/** The administration of who leads what: OKR admins and groups of projects. Stands alone, to be loaded when it is opened. */
import { GroupList } from './group-list';
import '../../ui/people-list.css';
import './groups-and-roles.css';
import { OkrAdmins } from './okr-admins';

const GroupsAndRoles = () => (
  <div className="groups-and-roles">
    <OkrAdmins />
    <GroupList />
  </div>
);

export default GroupsAndRoles;
