/**
 * Forge SQL as the app reaches it. Here a test can let an invocation die between two statements, since that is where the
 * platform leaves work half done.
 */
import type { PlatformCall } from './invocation-runner';
import { InvocationKilled } from './invocation';
import type { Invocation } from './invocation';
import { jsonReply } from './json-reply';
import { NotEmulated } from './not-emulated';
import type { SqlService } from './sql/sql-service';

export type SqlDoor = {
  readonly call: PlatformCall;
  /** The n-th statement from now is the last thing its invocation does; 0: it dies before the next one. Once only; null: never. */
  dieAfterStatement(n: number | null): void;
};

export const createSqlDoor = (service: SqlService, hasSql: boolean): SqlDoor => {
  let statementsToLive: number | null = null;

  const kill = (invocation: Invocation): InvocationKilled => {
    const death = new InvocationKilled();
    invocation.end(death);
    statementsToLive = null;
    return death;
  };

  return {
    call: async (invocation, _meta, path, init) => {
      if (!hasSql) return Response.json({ code: 'APP_NOT_ENABLED', message: 'The manifest declares no sql module.' }, { status: 403 });
      if (path !== '/api/v1/execute' && path !== '/api/v1/execute/ddl') throw new NotEmulated(`SQL endpoint ${path}`);
      if (statementsToLive === 0) throw kill(invocation);
      const began = performance.now();
      const { status, json, query, rows, ddl } = await service.execute(path.endsWith('/ddl') ? 'ddl' : 'execute', String(init?.body));
      invocation.noteSql({ query, ms: performance.now() - began, rows, bytes: Buffer.byteLength(json), ddl });
      if (statementsToLive !== null) statementsToLive -= 1;
      if (statementsToLive === 0) kill(invocation);
      return jsonReply(json, status);
    },
    dieAfterStatement: (n) => {
      statementsToLive = n;
    },
  };
};
