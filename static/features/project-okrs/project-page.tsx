/** The project page: the list of the project's OKRs, and the page of each key result. */
import { OkrSurface } from './okr-surface';
import { ProjectOkrs } from './project-okrs';

const ProjectPage = () => <OkrSurface list={ProjectOkrs} />;

export default ProjectPage;
