/**
 * What a text is: some models read what is asked (by customers and by entries alike) otherwise than what answers it. A
 * vector belongs to the text in its role.
 */
export type TextRole = 'question' | 'answer';

/** Turns texts into vectors whose nearness is nearness of meaning. */
export type Embedder = {
  /** Model, weights and graph: vectors of different ids never meet. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /**
   * One unit-length vector a text, in the order of the texts; they are questions unless `role` says otherwise. Texts
   * over the model's length are cut. Errors: `embedder_unavailable`, `cancelled`.
   */
  embed(texts: readonly string[], signal?: AbortSignal, role?: TextRole): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
};
