import type { PassageHit, PassageIndex, PlacedPassage } from '#core/ports/passage-index.ts';
import { overlaidAmong } from '#core/retrieval/standing.ts';
import type { Connection } from './connection.ts';
import type { PassageAudiences } from './passage-audiences.ts';

type PlacedRow = {
  kind: PassageHit['kind'];
  owner_id: string;
  version_id: string;
  audience_id: number;
  language: PlacedPassage['language'];
  matter: string | null;
  overlays_id: string | null;
};

const columns = 'p.kind, p.owner_id, p.version_id, p.audience_id, p.language, p.matter, p.overlays_id';

/** Which passages may answer, and which of them stand in the place of others. */
export function passageLayers(
  connection: Connection,
  audiences: PassageAudiences,
): Pick<PassageIndex, 'placed' | 'akin' | 'correcting' | 'supersededBy' | 'overlaidBy' | 'answering'> {
  const own = connection.prepare<PlacedRow>(
    `SELECT ${columns} FROM json_each(?) owner CROSS JOIN passage p ON p.owner_id = owner.value`,
  );
  const naming = connection.prepare<PlacedRow>(
    `SELECT ${columns} FROM json_each(?) owner CROSS JOIN passage p ON p.overlays_id = owner.value`,
  );
  const sameMatter = connection.prepare<PlacedRow>(`
    SELECT ${columns} FROM json_each(@audiences) audience
     CROSS JOIN passage p ON p.matter = @matter AND p.audience_id = audience.value`);
  const ofMatter = connection.prepare<PlacedRow>(`SELECT ${columns} FROM passage p WHERE p.matter = @matter`);
  const correcting = connection.prepare<PlacedRow>(
    `SELECT ${columns} FROM json_each(?) entry CROSS JOIN passage p ON p.corrects_id = entry.value`,
  );
  const superseding = connection.prepare<PlacedRow & { supersedes_id: string }>(`
    SELECT ${columns}, p.supersedes_id FROM json_each(?) item CROSS JOIN passage p ON p.supersedes_id = item.value
     ORDER BY p.version_id`);

  const placedOf = (row: PlacedRow): PlacedPassage => ({
    kind: row.kind,
    ownerId: row.owner_id,
    versionId: row.version_id,
    score: 0,
    layer: audiences.layerOf(row.audience_id),
    language: row.language,
    matter: row.matter,
    scope: audiences.scopeOf(row.audience_id),
    overlaysId: row.overlays_id,
  });
  const placed: PassageIndex['placed'] = (ownerIds, scope) => {
    const visible = audiences.visibleTo(scope);
    const heard = (row: PlacedRow): boolean => visible.has(row.audience_id) && scope.except?.has(row.owner_id) !== true;
    return own.all(JSON.stringify(ownerIds)).filter(heard).map(placedOf);
  };
  const akin: PassageIndex['akin'] = (passages, scope) => {
    const { hasLayers, meeting } = audiences.meeting(scope);
    if (!hasLayers) return [];
    const visible = audiences.visibleTo(scope);
    const named = passages.flatMap(({ overlaysId }) => overlaysId ?? []);
    const asked = new Map<string, { readonly matter: string; readonly audiences: string | null }>();
    for (const { matter, scope: names } of passages) {
      if (matter === null) continue;
      const among = meeting(names);
      asked.set(`${among} ${matter}`, { matter, audiences: among });
    }
    const rows = [
      ...naming.all(JSON.stringify(passages.map((one) => one.ownerId))),
      ...(named.length === 0 ? [] : own.all(JSON.stringify(named))),
      ...[...asked.values()].flatMap((one) => (one.audiences === null ? ofMatter : sameMatter).all(one)),
    ];
    const found = new Map<string, PlacedPassage>();
    for (const row of rows)
      if (visible.has(row.audience_id) && scope.except?.has(row.owner_id) !== true && !found.has(row.owner_id))
        found.set(row.owner_id, placedOf(row));
    return [...found.values()];
  };

  return {
    placed,
    akin,
    correcting: (entryIds, scope) => {
      const visible = audiences.visibleTo(scope);
      return correcting
        .all(JSON.stringify(entryIds))
        .filter((row) => visible.has(row.audience_id) && scope.except?.has(row.owner_id) !== true)
        .map(placedOf);
    },
    supersededBy: (ownerIds, scope) => {
      const visible = audiences.visibleTo(scope);
      const rows = superseding.all(JSON.stringify(ownerIds)).filter((row) => visible.has(row.audience_id));
      return new Map(
        rows.flatMap((row) =>
          scope.except?.has(row.owner_id) === true ? [] : [[row.supersedes_id, placedOf(row)] as const],
        ),
      );
    },
    overlaidBy: (ownerIds, scope) =>
      audiences.meeting(scope).hasLayers ? overlaidAmong({ placed, akin }, ownerIds, scope) : new Map(),
    answering: (ownerIds, scope) => {
      const visible = audiences.visibleTo(scope);
      const rows = own.all(JSON.stringify(ownerIds));
      return new Set(rows.filter((row) => visible.has(row.audience_id)).map((row) => row.owner_id));
    },
  };
}
