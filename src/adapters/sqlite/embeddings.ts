import type { PassageIndex, UnembeddedText, VectorCursor } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import { foreignChange } from './foreign-change.ts';
import { type PassageText, passageTexts, roleOf } from './passage-texts.ts';
import { unitLength } from './unit-length.ts';

/** The vectors of the database: which are missing, and how they come in. */
export type Embeddings = Pick<
  PassageIndex,
  'questionVector' | 'textsWithout' | 'unembedded' | 'putVectors' | 'count' | 'dropOtherVectors'
> & {
  /** Says that a passage's texts changed, so that what is counted must be counted anew. */
  textsChanged(): void;
};

/** What is to be told of vectors that came and went. */
export type VectorListener = {
  /** The passage got a vector of this embedder. */
  mark(passageId: number, embedderId: string): void;
  /** Vectors of embedders other than this one are gone. */
  forgetOthers(embedderId: string): void;
};

export function embeddings(connection: Connection, listener: VectorListener): Embeddings {
  const starts = firstMissing(connection);
  const counts = missingCounts(connection, starts);
  const passages = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM passage');
  return {
    questionVector: questionVector(connection),
    textsWithout: textsWithout(connection),
    unembedded: unembedded(connection, starts),
    putVectors: putVectors(connection, listener, counts.lower),
    dropOtherVectors: dropOtherVectors(connection, (embedderId) => {
      starts.forget();
      counts.forget();
      listener.forgetOthers(embedderId);
    }),
    count: (embedderId) => ({
      passages: passages.get()?.total ?? 0,
      toEmbed: embedderId === null ? 0 : counts.of(embedderId),
    }),
    textsChanged: counts.forget,
  };
}

function questionVector(connection: Connection): PassageIndex['questionVector'] {
  const select = connection.prepare<{ vector: Uint8Array }>(`
    SELECT e.vector
      FROM passage p
      JOIN passage_text t ON t.passage_id = p.id AND t.field = 'question'
      JOIN embedding e ON e.content_hash = t.content_hash AND e.embedder_id = ?
     WHERE p.owner_id = ?`);
  return (embedderId, ownerId) => {
    const row = select.get(embedderId, ownerId);
    // Copied, as a blob need not lie on a multiple of four.
    return row === undefined ? null : new Float32Array(new Uint8Array(row.vector).buffer);
  };
}

function textsWithout(connection: Connection): PassageIndex['textsWithout'] {
  const known = connection.prepare<{ found: number }>(
    'SELECT 1 AS found FROM embedding WHERE content_hash = ? AND embedder_id = ?',
  );
  return (embedderId, passages) => {
    const texts = new Map<string, UnembeddedText>();
    for (const { field, content, hash } of passages.flatMap(passageTexts)) {
      if (known.get(hash, embedderId) === undefined) {
        const name = Buffer.from(hash).toString('hex');
        texts.set(name, { hash: name, text: content, role: roleOf(field) });
      }
    }
    return [...texts.values()];
  };
}

type MissingCounts = {
  of(embedderId: string): number;
  lower(embedderId: string, by: number): void;
  forget(): void;
};

/** How many texts lack a vector: counted once, then kept while vectors come in. Counting 200,000 texts takes 60 ms. */
function missingCounts(connection: Connection, starts: FirstMissing): MissingCounts {
  const select = connection.prepare<{ total: number }>(`
    SELECT count(DISTINCT t.content_hash) AS total FROM passage_text t
     WHERE t.id >= @from AND NOT EXISTS (SELECT 1 FROM embedding e WHERE e.content_hash = t.content_hash AND e.embedder_id = @embedderId)`);
  const known = new Map<string, number>();
  const hasForeignChange = foreignChange(connection);
  const forget = (): void => known.clear();
  connection.onRollback(forget);

  return {
    of: (embedderId) => {
      if (hasForeignChange()) forget();
      const count = known.get(embedderId) ?? select.get({ embedderId, from: starts.of(embedderId) })?.total ?? 0;
      known.set(embedderId, count);
      return count;
    },
    lower: (embedderId, by) => {
      const count = known.get(embedderId);
      if (count !== undefined) known.set(embedderId, count - by);
    },
    forget,
  };
}

/** The first text without a vector of an embedder, as far as is known. */
type FirstMissing = {
  /** No text of a lower id lacks one. */
  of(embedderId: string): number;
  set(embedderId: string, textId: number): void;
  forget(): void;
};

/** New texts have higher ids; the vector of a text in use is taken away by a rollback and `dropOtherVectors` alone. */
function firstMissing(connection: Connection): FirstMissing {
  const starts = new Map<string, number>();
  const forget = (): void => starts.clear();
  connection.onRollback(forget);
  return {
    of: (embedderId) => starts.get(embedderId) ?? 0,
    set: (embedderId, textId) => void starts.set(embedderId, textId),
    forget,
  };
}

function unembedded(connection: Connection, starts: FirstMissing): PassageIndex['unembedded'] {
  const select = connection.prepare<{ id: number; hash: string; content: string; field: PassageText['field'] }>(`
    SELECT t.id, lower(hex(t.content_hash)) AS hash, t.content, t.field FROM passage_text t
     WHERE t.id >= @from
       AND NOT EXISTS (SELECT 1 FROM embedding e WHERE e.content_hash = t.content_hash AND e.embedder_id = @embedderId)
     ORDER BY t.id LIMIT @limit`);
  const newest = connection.prepare<{ id: number | null }>('SELECT max(id) AS id FROM passage_text');

  return (embedderId, limit) => {
    const rows = select.all({ embedderId, from: starts.of(embedderId), limit });
    starts.set(embedderId, rows[0]?.id ?? (newest.get()?.id ?? 0) + 1);
    const texts = rows.map(({ hash, content, field }) => ({ hash, text: content, role: roleOf(field) }));
    return [...new Map(texts.map((text) => [text.hash, text])).values()];
  };
}

function putVectors(
  connection: Connection,
  listener: VectorListener,
  lower: MissingCounts['lower'],
): PassageIndex['putVectors'] {
  const users = connection.prepare<{ passage_id: number }>(
    'SELECT passage_id FROM passage_text WHERE content_hash = ?',
  );
  // One digest and one embedder make one vector: a second one says nothing new.
  const insert = connection.prepare(`
    INSERT INTO embedding (content_hash, embedder_id, vector) VALUES (?, ?, ?)
    ON CONFLICT (content_hash, embedder_id) DO NOTHING`);

  return (embedderId, texts) => {
    connection.transaction(() => {
      for (const { hash, vector } of texts) {
        const key = Buffer.from(hash, 'hex');
        const passages = users.all(key);
        if (passages.length === 0) continue;
        lower(embedderId, insert.run(key, embedderId, bytesOf(unitLength(vector))));
        for (const { passage_id: passageId } of passages) listener.mark(passageId, embedderId);
      }
    });
  };
}

function dropOtherVectors(
  connection: Connection,
  dropped: (embedderId: string) => void,
): PassageIndex['dropOtherVectors'] {
  // Read from the index of the primary key alone: the rows themselves are a hundred times as large.
  const select = connection.prepare<VectorCursor>(`
    SELECT lower(hex(content_hash)) AS hash, embedder_id AS embedderId FROM embedding
     WHERE (content_hash, embedder_id) > (@hash, @embedderId) ORDER BY content_hash, embedder_id LIMIT @limit`);
  const remove = connection.prepare('DELETE FROM embedding WHERE content_hash = ? AND embedder_id = ?');

  return (embedderId, cursor, limit) =>
    connection.transaction(() => {
      const from = { hash: Buffer.from(cursor?.hash ?? '', 'hex'), embedderId: cursor?.embedderId ?? '', limit };
      const rows = select.all(from);
      const others = rows.filter((row) => row.embedderId !== embedderId);
      for (const row of others) remove.run(Buffer.from(row.hash, 'hex'), row.embedderId);
      if (others.length > 0) dropped(embedderId);
      return rows.length < limit ? null : (rows.at(-1) ?? null);
    });
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
