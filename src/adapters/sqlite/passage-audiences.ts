import type { Passage, SearchScope } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';

/** Whom passages may answer. There are few of them for many passages, so a search filters by their ids. */
export type PassageAudiences = {
  /** The id of a passage's audience, made where it is new. */
  idFor(passage: Pick<Passage, 'storeId' | 'scope'>): number;
  /** The audiences whose passages this search may return. */
  visibleTo(scope: SearchScope): ReadonlySet<number>;
};

type AudienceRow = { id: number; store_id: string | null; scope: string };

/** The audiences of one database. */
export function passageAudiences(connection: Connection): PassageAudiences {
  const find = connection.prepare<{ id: number }>(`
    SELECT id FROM passage_audience WHERE coalesce(store_id, '') = coalesce(@storeId, '') AND scope = @scope`);
  const insert = connection.prepare<{ id: number }>(
    'INSERT INTO passage_audience (store_id, scope) VALUES (@storeId, @scope) RETURNING id',
  );
  const ofStore = connection.prepare<AudienceRow>(
    'SELECT id, store_id, scope FROM passage_audience WHERE store_id = ? OR store_id IS NULL',
  );

  return {
    idFor: ({ storeId, scope }) => {
      const values = { storeId, scope: JSON.stringify([...new Set(scope)].toSorted()) };
      return (find.get(values) ?? insert.get(values))?.id ?? 0;
    },
    visibleTo: ({ storeId, about }) => {
      const rows = ofStore.all(storeId);
      const isVisible = (row: AudienceRow): boolean =>
        about === null || sharesOne(JSON.parse(row.scope) as string[], about);
      return new Set(rows.filter(isVisible).map((row) => row.id));
    },
  };
}

function sharesOne(scope: readonly string[], about: readonly string[]): boolean {
  return scope.length === 0 || scope.some((subject) => about.includes(subject));
}
