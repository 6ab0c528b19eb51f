import type { Connection } from './connection.ts';

/** Tells, at each call, whether another process has written to the database since the call before. */
export function foreignChange(connection: Connection): () => boolean {
  // https://www.sqlite.org/pragma.html#pragma_data_version: unchanged by what this connection commits.
  const select = connection.prepare<{ data_version: number }>('PRAGMA data_version');
  let seen = select.get()?.data_version;
  return () => {
    const before = seen;
    seen = select.get()?.data_version;
    return seen !== before;
  };
}
