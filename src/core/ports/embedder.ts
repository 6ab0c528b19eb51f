/** Turns texts into vectors whose nearness is nearness of meaning. */
export type Embedder = {
  /** Model, weights and graph: vectors of different ids never meet. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /**
   * One unit-length vector a text, in the order of the texts. Texts over the model's length are cut.
   * Errors: `embedder_unavailable`, `cancelled`.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
};
