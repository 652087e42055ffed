/** What can go wrong when asking Jira, as far as a use case reacts to it. */

/** Jira understood the request and refuses it (400): the messages are Jira's own words. */
export class JiraRejected extends Error {
  override readonly name = 'JiraRejected';
  constructor(readonly messages: readonly string[]) {
    super(messages.join(' ') || 'Jira refused the request.');
  }
}

/** Jira did not answer usefully (429, 5xx, refused credentials, malformed reply): try again later. */
export class JiraUnavailable extends Error {
  override readonly name = 'JiraUnavailable';
  constructor(
    message: string,
    readonly retryAfterSeconds: number | null,
  ) {
    super(message);
  }
}
