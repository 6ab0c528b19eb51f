import { BackupStatus } from '#shared/model/portable.ts';
import type { Desk } from './desk.ts';

/** The line that tells of a restore went aside with the former database: it is written anew into the one in its place. */
export function noteRestore({ deps }: Pick<Desk, 'deps'>): void {
  const restored = BackupStatus.shape.restored.safeParse(deps.settings.get('restored')).data ?? null;
  if (restored === null) return;
  const since = { profileId: null, areas: null, from: restored.at, to: null, offset: 0, limit: 1_000 };
  if (deps.audit.list(since).items.some(({ request }) => request === 'backup.restore')) return;
  deps.audit.append({
    id: deps.ids.newId(),
    profileId: null,
    request: 'backup.restore',
    area: 'copies',
    act: 'restored',
    storeId: null,
    subjects: [],
    facts: {},
    createdAt: restored.at,
  });
}
