/** The company page: the list of everybody's OKRs, and the page of each key result. */
import { OkrSurface } from '../project-okrs/okr-surface';
import { CompanyOkrs } from './company-okrs';

const CompanyPage = () => <OkrSurface list={CompanyOkrs} />;

export default CompanyPage;
