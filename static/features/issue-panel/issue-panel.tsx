/** Written next. */
const IssuePanel = () => <p>IssuePanel</p>;

export default IssuePanel;
