/** The global page of the manifest: the OKRs of the company, its groups and its projects. */
import CompanyPage from '../features/company-okrs/company-page';
import { mount } from '../main';

void mount(<CompanyPage />);
