/** Written next. */
const IssueAction = () => <p>IssueAction</p>;

export default IssueAction;
