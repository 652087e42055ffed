/** Ids of new things are made here, in the browser, so that a request sent twice creates one thing. */
export const newId = (): string => crypto.randomUUID();
