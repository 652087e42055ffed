/** Who changed cycles, settings, groups and roles, when, and what was there before. */
import { ActivityList } from '../talk/activity-list';

const SetUpHistory = () => <ActivityList subject={{ type: 'set-up' }} onOpen={null} />;

export default SetUpHistory;
