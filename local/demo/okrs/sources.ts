/** Short forms for the sources of the demo company's key results. */
import type { DemoSource } from './demo-okr';

export const children = (epic: string): DemoSource => ({ type: 'children', epic });
export const jql = (text: string): DemoSource => ({ type: 'jql', jql: text });
export const picked = (summary: string): DemoSource => ({ type: 'issue', summary });
