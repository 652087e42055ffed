/** The project page of the manifest: the OKRs of the project it is opened in. */
import ProjectPage from '../features/project-okrs/project-page';
import { mount } from '../main';

void mount(<ProjectPage />);
