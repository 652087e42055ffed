/** All OKRs of the demo company, the earliest cycle first; within a cycle in the order they were written down. */
import { companyYear, companyQuarter } from './okrs/company-okrs';
import type { DemoObjective } from './okrs/demo-okr';
import { formerQuarter } from './okrs/former-quarter';
import { groupQuarter } from './okrs/group-okrs';
import { runningQuarter } from './okrs/running-quarter';

export const demoOkrs: readonly DemoObjective[] = [...companyYear, ...formerQuarter, ...companyQuarter, ...groupQuarter, ...runningQuarter];
