/** How a provider writes its answers, as far as the leash has to know. */
export type Dialect = {
  /** How a streamed answer is cut into JSON documents: server-sent events, or one a line. */
  readonly framing: 'sse' | 'ndjson';
  /** Why the answer ended, in the provider's word, where this document says so: of a stream, or a whole answer. */
  readonly finishOf: (document: unknown) => string | null;
};

/** What lies at a path in foreign JSON; undefined where nothing does. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    value,
  );
}

/** The first that is a word. */
export function firstWord(...values: readonly unknown[]): string | null {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}

const cut = /^(?:length|max_?tokens|model_length|model_context_window_exceeded)$/i;
const refused =
  /^(?:refusal|content_?filter|safety|recitation|blocklist|prohibited_content|spii|language|other|image_safety)$/i;

/** What a provider's reason to end means. `whole` covers reasons that are not known. */
export function endingOf(finish: string): 'whole' | 'cut' | 'refused' {
  if (cut.test(finish)) return 'cut';
  return refused.test(finish) ? 'refused' : 'whole';
}
