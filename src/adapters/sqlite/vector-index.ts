import { AppError } from '#shared/errors.ts';
import type { Connection } from './connection.ts';
import { foreignChange } from './foreign-change.ts';
import { unitLength } from './unit-length.ts';
import { type Near, VectorMatrix } from './vector-matrix.ts';

/** What the cosine of a passage's text counts: a part of an article says less than the whole. */
const fieldWeights = { question: 1, answer: 1, part: 0.9 } as const;

type TextRow = { passage_id: number; audience_id: number; field: keyof typeof fieldWeights; vector: Uint8Array };
type Loaded = { readonly matrix: VectorMatrix; readonly outdated: Set<number> };

/** More outdated passages than this are quicker read in one sweep. */
const mostRefreshed = 5_000;

/**
 * The vectors of the database in memory, a matrix an embedder, read at its first search. A matrix is never written
 * beside the database: a changed passage is only marked, and read again, from what the connection sees, before the
 * next search. What a transaction marked is marked once more when it is undone.
 */
export class VectorIndex {
  readonly #connection: Connection;
  readonly #load;
  readonly #refresh;
  readonly #texts;
  readonly #hasForeignChange: () => boolean;
  readonly #loaded = new Map<string, Loaded>();
  /** Passages the running transaction changed. */
  readonly #inTransaction = new Set<number>();

  constructor(connection: Connection) {
    this.#connection = connection;
    const select = `
      SELECT t.passage_id, p.audience_id, t.field, e.vector
        FROM passage_text t
        JOIN passage p ON p.id = t.passage_id
        JOIN embedding e ON e.content_hash = t.content_hash AND e.embedder_id = ?`;
    this.#load = connection.prepare<TextRow>(select);
    this.#refresh = connection.prepare<TextRow>(`${select} WHERE t.passage_id = ?`);
    this.#texts = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM passage_text');
    this.#hasForeignChange = foreignChange(connection);
    connection.onCommit(() => this.#inTransaction.clear());
    connection.onRollback(() => this.#afterRollback());
  }

  /** Says that the passage changed, or that its texts got vectors of one embedder. */
  mark(passageId: number, embedderId?: string): void {
    if (this.#connection.inTransaction) this.#inTransaction.add(passageId);
    for (const [id, { outdated }] of this.#loaded)
      if (embedderId === undefined || id === embedderId) outdated.add(passageId);
  }

  /** Vectors of embedders other than this one are gone. */
  forgetOthers(embedderId: string): void {
    for (const id of this.#loaded.keys()) if (id !== embedderId) this.#loaded.delete(id);
  }

  /** The `count` nearest texts of passages with one of these audiences, best first; a passage may come twice. */
  nearest(embedderId: string, vector: Float32Array, audiences: ReadonlySet<number>, count: number): readonly Near[] {
    if (this.#hasForeignChange()) this.#loaded.clear();
    const matrix = this.#current(embedderId, vector.length);
    return matrix.length === 0 ? [] : matrix.nearest(unitLength(vector), audiences, count);
  }

  #current(embedderId: string, dimensions: number): VectorMatrix {
    const loaded = this.#loaded.get(embedderId);
    if (loaded === undefined || loaded.outdated.size > mostRefreshed) return this.#read(embedderId, dimensions);
    if (loaded.matrix.dimensions !== dimensions) throw new AppError('internal', `A search with ${dimensions} numbers.`);
    for (const passageId of loaded.outdated) {
      loaded.matrix.remove(passageId);
      for (const row of this.#refresh.all(embedderId, passageId)) addRow(loaded.matrix, row);
    }
    loaded.outdated.clear();
    return loaded.matrix;
  }

  #read(embedderId: string, dimensions: number): VectorMatrix {
    this.#loaded.delete(embedderId);
    const matrix = new VectorMatrix(dimensions, this.#texts.get()?.total ?? 0);
    this.#load.each((row) => addRow(matrix, row), embedderId);
    this.#loaded.set(embedderId, { matrix, outdated: new Set() });
    return matrix;
  }

  #afterRollback(): void {
    for (const { outdated } of this.#loaded.values()) {
      for (const passageId of this.#inTransaction) outdated.add(passageId);
    }
    if (!this.#connection.inTransaction) this.#inTransaction.clear();
  }
}

function addRow(matrix: VectorMatrix, row: TextRow): void {
  const bytes = matrix.dimensions * Float32Array.BYTES_PER_ELEMENT;
  if (row.vector.byteLength !== bytes) {
    throw new AppError('internal', `A vector has ${row.vector.byteLength} bytes where the search has ${bytes}.`);
  }
  matrix.add({ passageId: row.passage_id, audienceId: row.audience_id, weight: fieldWeights[row.field] }, row.vector);
}
