/** A step of the demo company: a call of one of the app's resolver functions by one of its people, and what steps are written from. */
import type { ApiName } from '../../src/contract/api';
import type { Issue } from '../jira/model';
import type { JiraUser } from '../seams';
import type { DemoHome } from './demo-people';

/** One call of a resolver function. */
export type Step = {
  /** Epoch ms. */
  readonly at: number;
  readonly actor: JiraUser;
  /** On whose page. */
  readonly home: DemoHome;
  readonly name: ApiName;
  readonly input: unknown;
};

export type StepContext = {
  readonly today: string;
  readonly at: number;
  readonly cycle: { readonly id: string; readonly startDay: string; readonly endDay: string };
  readonly newId: (kind: string) => string;
  /** Throws when there is none. */
  readonly issueOf: (home: DemoHome, summary: string) => Pick<Issue, 'key' | 'created'>;
};

/** An account that is not active any more does nothing: then it is done by whoever leads the place. */
export const actorOf = (owner: JiraUser | null, home: DemoHome): JiraUser => (owner?.active === true ? owner : home.lead);
