/** The composition root: everything a use case is given, made of the platform. Stateless, because containers serve many sites. */
import { randomUUID } from 'node:crypto';
import { Queue } from '@forge/events';
import { publishGlobal } from '@forge/realtime';
import { CHANGES_CHANNEL, TALK_CHANNEL, type ChangeMessage } from '../contract/realtime';
import { createJira } from '../jira/jira';
import { createStore } from '../store/store';
import { SYNC_QUEUE } from '../usecases/sync/ask-for-sync';
import type { Deps } from '../usecases/deps';
import { jiraAsApp, jiraAsUser } from './jira-request';
import { forgeSqlClient } from './sql-client';

const HISTORY_QUEUE = 'history';
const COUNT_QUEUE = 'work-count';
/** A message that names more than this says no more than "look again". */
const MOST_IDS = 200;

const warn = (message: string): void => {
  console.warn(message);
};

/** One run at a time per site: runs read what waits, so a second one at once would only do the same work. */
async function requestRun(queue: string, delaySeconds: number): Promise<boolean> {
  try {
    await new Queue({ key: queue }).push({ body: {}, delayInSeconds: delaySeconds, concurrency: { key: queue, limit: 1 } });
    return true;
  } catch (error) {
    warn(
      `No run of ${queue} could be asked for (${error instanceof Error ? error.name : 'unknown'}); what waits is taken by the next one or the hourly pass.`,
    );
    return false;
  }
}

async function tell(channel: string, message: Parameters<typeof publishGlobal>[1]): Promise<void> {
  try {
    await publishGlobal(channel, message);
  } catch (error) {
    warn(`Open pages could not be told (${error instanceof Error ? error.name : 'unknown'}); they look again by themselves.`);
  }
}

const publish = ({ projectIds, keyResultIds, issueIds }: ChangeMessage): Promise<void> =>
  tell(CHANGES_CHANNEL, {
    projectIds: projectIds.slice(0, MOST_IDS),
    keyResultIds: keyResultIds.slice(0, MOST_IDS),
    issueIds: issueIds.slice(0, MOST_IDS),
  });

export const deps: Deps = {
  store: createStore(forgeSqlClient),
  jiraAsApp: createJira(jiraAsApp),
  jiraAsUser: createJira(jiraAsUser),
  now: () => Date.now(),
  newId: randomUUID,
  requestSync: (delaySeconds) => requestRun(SYNC_QUEUE, delaySeconds),
  requestHistory: async () => {
    await requestRun(HISTORY_QUEUE, 0);
  },
  requestCount: async () => {
    await requestRun(COUNT_QUEUE, 0);
  },
  publish,
  publishTalk: ({ subjectId }) => tell(TALK_CHANNEL, { subjectId }),
  warn,
};
