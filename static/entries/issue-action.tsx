/** The dialog behind "Link to key result" in the issue's menu. */
import IssueAction from '../features/link/issue-action';
import { mount } from '../main';

void mount(<IssueAction />);
