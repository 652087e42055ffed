/** The close of the cycle on the page, or its report, as a view of the project's page and of the company's. */
import type { PageViewProps } from '../project-okrs/page-view-props';
import ClosingPage from './closing-page';

const ClosingView = ({ cycleId, projectId, onCycle }: PageViewProps) => (
  <ClosingPage cycleId={cycleId} home={projectId === null ? null : { level: 'project', projectId }} onCycle={onCycle} />
);

export default ClosingView;
