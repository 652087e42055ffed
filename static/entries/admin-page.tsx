/** The admin page of the manifest: cycles and settings of the site. */
import AdminPage from '../features/admin/admin-page';
import { mount } from '../main';

void mount(<AdminPage />);
