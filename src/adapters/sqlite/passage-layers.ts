import type { PassageHit, PassageIndex, SearchScope } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import type { PassageAudiences } from './passage-audiences.ts';

type OverlayRow = {
  kind: PassageHit['kind'];
  owner_id: string;
  version_id: string;
  audience_id: number;
  overlays_id: string;
};

/** Which passages may answer, and which of them stand in the place of others. */
export function passageLayers(
  connection: Connection,
  audiences: PassageAudiences,
): Pick<PassageIndex, 'overlaidBy' | 'answering'> {
  // Several may take the place of one: the highest layer, then what was written last.
  const overlays = connection.prepare<OverlayRow>(`
    SELECT p.kind, p.owner_id, p.version_id, p.audience_id, p.overlays_id
      FROM json_each(?) owner CROSS JOIN passage p ON p.overlays_id = owner.value
     ORDER BY p.version_id`);
  const any = connection.prepare<{ found: number }>(
    'SELECT EXISTS (SELECT 1 FROM passage WHERE overlays_id IS NOT NULL) AS found',
  );
  const own = connection.prepare<{ owner_id: string; audience_id: number }>(`
    SELECT p.owner_id, p.audience_id FROM json_each(?) owner CROSS JOIN passage p ON p.owner_id = owner.value`);

  return {
    overlaidBy: (ownerIds, scope: SearchScope) => {
      const found = new Map<string, PassageHit>();
      if (any.get()?.found !== 1) return found;
      const visible = audiences.visibleTo(scope);
      const layers = new Map<string, number>();
      for (const row of overlays.all(JSON.stringify(ownerIds))) {
        if (!visible.has(row.audience_id) || scope.except?.has(row.owner_id) === true) continue;
        const layer = audiences.layerOf(row.audience_id);
        if (layer < (layers.get(row.overlays_id) ?? 0)) continue;
        layers.set(row.overlays_id, layer);
        found.set(row.overlays_id, { kind: row.kind, ownerId: row.owner_id, versionId: row.version_id, score: 0 });
      }
      return found;
    },
    answering: (ownerIds, scope) => {
      const visible = audiences.visibleTo(scope);
      const rows = own.all(JSON.stringify(ownerIds));
      return new Set(rows.filter((row) => visible.has(row.audience_id)).map((row) => row.owner_id));
    },
  };
}
