/** The panel in the issue view: the key results the issue serves. */
import IssuePanel from '../features/issue-panel/issue-panel';
import { mount } from '../main';

void mount(<IssuePanel />);
