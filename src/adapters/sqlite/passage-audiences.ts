import type { Passage, SearchScope } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import { foreignChange } from './foreign-change.ts';

/** Whom passages may answer, and when. There are few of them for many passages, so a search filters by their ids. */
export type PassageAudiences = {
  /** The id of a passage's audience, made where it is new. */
  idFor(passage: Pick<Passage, 'storeId' | 'setId' | 'scope' | 'channels' | 'validFrom' | 'validUntil'>): number;
  /** The audiences whose passages this search may return: by store and sets, subject, channel and time. */
  visibleTo(scope: SearchScope): ReadonlySet<number>;
  /** The layer of an audience: 0 the base, 1 the store's own, 2 a set. */
  layerOf(audienceId: number): number;
  /** Scope names of the audiences that a search without a subject may return. */
  subjects(scope: SearchScope): readonly string[];
  /** The next moment after `at` when an audience begins or ends to hear; null: never. */
  nextChange(at: number): number | null;
};

type AudienceRow = {
  id: number;
  store_id: string | null;
  set_id: string | null;
  scope: string;
  channels: string;
  valid_from: number | null;
  valid_until: number | null;
};

type Audience = Omit<AudienceRow, 'scope' | 'channels'> & {
  readonly scope: readonly string[];
  readonly channels: readonly string[];
};

/** The audiences of one database. */
export function passageAudiences(connection: Connection): PassageAudiences {
  const known = knownAudiences(connection);
  const idFor = audienceIds(connection, known.forget);
  const setsOn = connection.prepare<{ id: string }>(`
    SELECT s.id FROM knowledge_set s JOIN knowledge_set_version v ON v.id = s.current_version_id
     WHERE v.state = 'active' AND ? IN (SELECT value FROM json_each(v.stores))`);

  const hearing = ({ storeId, at, channel, ...search }: SearchScope): readonly Audience[] => {
    const ofStore = [...known.all().values()].filter((one) => one.store_id === null || one.store_id === storeId);
    if (search.isUnlimited === true) return ofStore;
    const sets = new Set(search.setsOn ?? setsOn.all(storeId).map((row) => row.id));
    return ofStore.filter(
      (one) =>
        (one.set_id === null || sets.has(one.set_id)) &&
        (one.valid_from === null || one.valid_from <= at) &&
        (one.valid_until === null || one.valid_until > at) &&
        (channel === null || one.channels.length === 0 || one.channels.includes(channel)),
    );
  };

  return {
    idFor,
    visibleTo: (search) => {
      const about = search.about === null ? null : new Set(search.about);
      const isMeant = ({ scope }: Audience): boolean =>
        about === null || search.isUnlimited === true || scope.length === 0 || scope.some((one) => about.has(one));
      return new Set(
        hearing(search)
          .filter(isMeant)
          .map((one) => one.id),
      );
    },
    layerOf: (audienceId) => {
      const one = known.all().get(audienceId);
      if (one === undefined || (one.store_id === null && one.set_id === null)) return 0;
      return one.set_id === null ? 1 : 2;
    },
    subjects: (search) => [...new Set(hearing(search).flatMap((one) => one.scope))],
    nextChange: (at) => {
      const moments = [...known.all().values()]
        .flatMap((one) => [one.valid_from, one.valid_until])
        .filter((moment) => moment !== null && moment > at);
      return moments.length === 0 ? null : Math.min(...(moments as number[]));
    },
  };
}

function audienceIds(connection: Connection, onNew: () => void): PassageAudiences['idFor'] {
  const find = connection.prepare<{ id: number }>(`
    SELECT id FROM passage_audience
     WHERE coalesce(store_id, '') = coalesce(@storeId, '') AND coalesce(set_id, '') = coalesce(@setId, '')
       AND scope = @scope AND channels = @channels
       AND coalesce(valid_from, -1) = coalesce(@validFrom, -1) AND coalesce(valid_until, -1) = coalesce(@validUntil, -1)`);
  const insert = connection.prepare<{ id: number }>(`
    INSERT INTO passage_audience (store_id, set_id, scope, channels, valid_from, valid_until)
    VALUES (@storeId, @setId, @scope, @channels, @validFrom, @validUntil) RETURNING id`);
  return ({ storeId, setId, scope, channels, validFrom, validUntil }) => {
    const values = { storeId, setId, validFrom, validUntil, scope: sorted(scope), channels: sorted(channels) };
    const found = find.get(values);
    if (found !== undefined) return found.id;
    onNew();
    return insert.get(values)?.id ?? 0;
  };
}

/** All audiences in memory: a search asks for them each time, and a feed of products makes one a product. */
function knownAudiences(connection: Connection) {
  const select = connection.prepare<AudienceRow>(
    'SELECT id, store_id, set_id, scope, channels, valid_from, valid_until FROM passage_audience',
  );
  const hasForeignChange = foreignChange(connection);
  let rows: ReadonlyMap<number, Audience> | null = null;
  const forget = (): void => {
    rows = null;
  };
  connection.onRollback(forget);
  return {
    forget,
    all(): ReadonlyMap<number, Audience> {
      if (hasForeignChange()) forget();
      rows ??= new Map(select.all().map((row) => [row.id, audienceOf(row)]));
      return rows;
    },
  };
}

function audienceOf(row: AudienceRow): Audience {
  return { ...row, scope: JSON.parse(row.scope) as string[], channels: JSON.parse(row.channels) as string[] };
}

function sorted(values: readonly string[]): string {
  return JSON.stringify([...new Set(values)].toSorted());
}
