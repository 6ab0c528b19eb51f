import type { InboxRepository } from '#core/ports/repositories/stores.ts';
import { type Inbox, InboxSettings, InboxState } from '#shared/model/inbox.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';

type InboxRow = {
  id: string;
  store_id: string;
  name: string;
  settings: string;
  phase: InboxState['phase'];
  problem: string | null;
  synced_at: number | null;
  next_try_at: number | null;
  progress: string | null;
  cursor: string | null;
  sealed_secret: Uint8Array | null;
  paused_at: number | null;
  created_at: number;
};

const { problem: Problem, progress: Progress } = InboxState.shape;

/** The inboxes of one database. */
export function inboxRepository(connection: Connection): InboxRepository {
  const list = connection.prepare<InboxRow>(`
    SELECT * FROM inbox
     WHERE removed_at IS NULL AND (@storeId IS NULL OR store_id = @storeId) ORDER BY created_at, id`);
  const one = connection.prepare<InboxRow>('SELECT * FROM inbox WHERE id = ? AND removed_at IS NULL');
  const insert = connection.prepare(`
    INSERT INTO inbox (id, store_id, name, settings, phase, created_at)
    VALUES (@id, @storeId, @name, @settings, 'idle', @createdAt)`);
  const update = connection.prepare('UPDATE inbox SET name = ?, settings = ? WHERE id = ?');
  // The secret of a removed inbox has no use left.
  const remove = connection.prepare('UPDATE inbox SET removed_at = ?, sealed_secret = NULL WHERE id = ?');
  const setState = connection.prepare(`
    UPDATE inbox SET phase = @phase, problem = @problem, synced_at = @syncedAt, next_try_at = @nextTryAt,
           progress = @progress WHERE id = @id`);
  const setCursor = connection.prepare('UPDATE inbox SET cursor = ? WHERE id = ?');
  const setPausedAt = connection.prepare('UPDATE inbox SET paused_at = ? WHERE id = ?');
  const setSecret = connection.prepare('UPDATE inbox SET sealed_secret = ? WHERE id = ?');

  const row = (inboxId: string): InboxRow => found(one.get(inboxId), 'inbox', inboxId);
  const get = (inboxId: string): Inbox => inboxOf(row(inboxId));

  return {
    list: (storeId) => list.all({ storeId: storeId ?? null }).map(inboxOf),
    get,
    add: (inbox) => {
      insert.run({ ...inbox, settings: JSON.stringify(inbox.settings) });
      return get(inbox.id);
    },
    save: (inboxId, name, settings) => {
      row(inboxId);
      update.run(name, JSON.stringify(settings), inboxId);
      return get(inboxId);
    },
    remove: (inboxId, at) => {
      row(inboxId);
      remove.run(at, inboxId);
    },
    setState: (inboxId, state) => {
      setState.run({ ...state, id: inboxId, problem: jsonOrNull(state.problem), progress: jsonOrNull(state.progress) });
    },
    setPausedAt: (inboxId, at) => {
      row(inboxId);
      setPausedAt.run(at, inboxId);
    },
    cursor: (inboxId) => row(inboxId).cursor,
    setCursor: (inboxId, cursor) => {
      setCursor.run(cursor, inboxId);
    },
    sealedSecret: (inboxId) => row(inboxId).sealed_secret,
    setSealedSecret: (inboxId, sealed) => {
      setSecret.run(sealed, inboxId);
    },
  };
}

function inboxOf(row: InboxRow): Inbox {
  return {
    id: row.id,
    storeId: row.store_id,
    name: row.name,
    settings: checkedJson(InboxSettings, row.settings, 'inbox.settings'),
    state: {
      phase: row.phase,
      problem: row.problem === null ? null : checkedJson(Problem, row.problem, 'inbox.problem'),
      syncedAt: row.synced_at,
      nextTryAt: row.next_try_at,
      progress: row.progress === null ? null : checkedJson(Progress, row.progress, 'inbox.progress'),
    },
    pausedAt: row.paused_at,
    createdAt: row.created_at,
  };
}
