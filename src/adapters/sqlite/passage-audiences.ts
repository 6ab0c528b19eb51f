import type { Passage, SearchScope } from '#core/ports/passage-index.ts';
import { type AudienceView, type Audiences, audiencesOf } from './passage-audience-views.ts';
import type { Connection } from './connection.ts';
import { foldedLine } from '#core/knowledge/folded-line.ts';
import { foreignChange } from './foreign-change.ts';

/** Whom passages may answer, and when. There are few of them for many passages, so a search filters by their ids. */
export type PassageAudiences = {
  /** The id of a passage's audience, made where it is new. */
  idFor(
    passage: Pick<Passage, 'storeId' | 'setId' | 'profileIds' | 'scope' | 'channels' | 'validFrom' | 'validUntil'>,
  ): number;
  /** Forgets an audience that no passage has any more. */
  dropUnheard(audienceId: number): void;
  /** The audiences whose passages this search may return: by store and sets, subject, channel and time. */
  visibleTo(scope: SearchScope): ReadonlySet<number>;
  /** The same, as far as their passages may stand in one another's place. */
  meeting(scope: SearchScope): Pick<AudienceView, 'hasLayers' | 'meeting'>;
  /** Those of them that are of some people alone. */
  ownOf(scope: SearchScope): readonly number[];
  /** Whether an audience is of some people alone. */
  isOwn(audienceId: number): boolean;
  /** The layer of an audience: 0 the base, 1 the store's own, 2 a set. */
  layerOf(audienceId: number): 0 | 1 | 2;
  /** What the passages of an audience are about; empty: anything. */
  scopeOf(audienceId: number): readonly string[];
  /** Scope names of the audiences that a search without a subject may return; the same list while nothing changes. */
  subjects(scope: SearchScope): readonly string[];
  /** The next moment after `at` when an audience begins or ends to hear; null: never. */
  nextChange(at: number): number | null;
};

export type AudienceRow = {
  id: number;
  store_id: string | null;
  set_id: string | null;
  profile_ids: string | null;
  scope: string;
  channels: string;
  valid_from: number | null;
  valid_until: number | null;
};

/** The audiences of one database. */
export function passageAudiences(connection: Connection): PassageAudiences {
  const known = knownAudiences(connection);
  const setsOn = connection.prepare<{ id: string }>(`
    SELECT s.id FROM knowledge_set s JOIN knowledge_set_version v ON v.id = s.current_version_id
     WHERE v.state = 'active' AND ? IN (SELECT value FROM json_each(v.stores)) ORDER BY s.id`);
  const storeName = connection.prepare<{ name: string | null }>(`
    SELECT json_extract(v.settings, '$.name') AS name
      FROM store s JOIN store_version v ON v.id = s.current_version_id WHERE s.id = ?`);
  const viewOf = (scope: SearchScope): AudienceView =>
    known.all().view({ ...scope, setsOn: scope.setsOn ?? setsOn.all(scope.storeId).map((row) => row.id) });

  return {
    ...audienceWrites(connection, known.forget),
    visibleTo: (scope) => viewOf(scope).ids,
    ownOf: (scope) => viewOf(scope).own,
    isOwn: (audienceId) => (known.all().byId.get(audienceId)?.profile_ids ?? null) !== null,
    meeting: viewOf,
    layerOf: (audienceId) => {
      const one = known.all().byId.get(audienceId);
      if (one === undefined || (one.store_id === null && one.set_id === null)) return 0;
      return one.set_id === null ? 1 : 2;
    },
    scopeOf: (audienceId) => known.all().byId.get(audienceId)?.scope ?? [],
    subjects: (scope) =>
      viewOf({ ...scope, about: null }).subjectsBut(foldedLine(storeName.get(scope.storeId)?.name ?? '')),
    nextChange: (at) => known.all().nextChange(at),
  };
}

function audienceWrites(connection: Connection, onChange: () => void): Pick<PassageAudiences, 'idFor' | 'dropUnheard'> {
  const find = connection.prepare<{ id: number }>(`
    SELECT id FROM passage_audience
     WHERE coalesce(store_id, '') = coalesce(@storeId, '') AND coalesce(set_id, '') = coalesce(@setId, '')
       AND coalesce(profile_ids, '') = coalesce(@profileIds, '')
       AND scope = @scope AND channels = @channels
       AND coalesce(valid_from, -1) = coalesce(@validFrom, -1) AND coalesce(valid_until, -1) = coalesce(@validUntil, -1)`);
  const insert = connection.prepare<{ id: number }>(`
    INSERT INTO passage_audience (store_id, set_id, profile_ids, scope, channels, valid_from, valid_until)
    VALUES (@storeId, @setId, @profileIds, @scope, @channels, @validFrom, @validUntil) RETURNING id`);
  const drop = connection.prepare(`
    DELETE FROM passage_audience
     WHERE id = @audienceId AND NOT EXISTS (SELECT 1 FROM passage WHERE audience_id = @audienceId)`);
  return {
    idFor: ({ storeId, setId, profileIds, scope, channels, validFrom, validUntil }) => {
      const values = {
        storeId,
        setId,
        profileIds: profileIds === null ? null : sorted(profileIds),
        validFrom,
        validUntil,
        scope: sorted(scope),
        channels: sorted(channels),
      };
      const found = find.get(values);
      if (found !== undefined) return found.id;
      onChange();
      return insert.get(values)?.id ?? 0;
    },
    dropUnheard: (audienceId) => {
      if (drop.run({ audienceId }) > 0) onChange();
    },
  };
}

/** All audiences in memory: a search asks for them each time, and a feed of products makes one a product. */
function knownAudiences(connection: Connection) {
  const select = connection.prepare<AudienceRow>(
    'SELECT id, store_id, set_id, profile_ids, scope, channels, valid_from, valid_until FROM passage_audience ORDER BY id',
  );
  const hasForeignChange = foreignChange(connection);
  let audiences: Audiences | null = null;
  const forget = (): void => {
    audiences = null;
  };
  connection.onRollback(forget);
  return {
    forget,
    all(): Audiences {
      if (hasForeignChange()) forget();
      audiences ??= audiencesOf(select.all());
      return audiences;
    },
  };
}

function sorted(values: readonly string[]): string {
  return JSON.stringify([...new Set(values)].toSorted());
}
