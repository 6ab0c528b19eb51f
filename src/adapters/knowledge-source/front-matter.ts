/** What a Markdown file says of itself between two lines of `---` at its top; empty where it says nothing. */
export type FrontMatter = {
  readonly title: string;
  readonly topic: string;
  readonly language: string;
  readonly scope: readonly string[];
  /** The text after it, and on which line of the file that begins, 1-based. */
  readonly body: string;
  readonly firstLine: number;
};

/** Reads `key: value`, `[a, b]` and `- item` lists: the YAML that people write by hand, not all of it. */
export function frontMatterOf(text: string): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text);
  const fields = found?.[1] === undefined ? new Map<string, readonly string[]>() : fieldsOf(found[1]);
  // Without a field it is a rule and a paragraph, which belong to the text.
  const head = found === null || fields.size === 0 ? '' : found[0];
  const one = (...keys: readonly string[]): string =>
    keys.map((key) => fields.get(key)?.[0]).find((value) => value) ?? '';
  return {
    title: one('title'),
    topic: one('topic', 'category'),
    language: one('language', 'lang'),
    scope: ['scope', 'product', 'products'].flatMap((key) => fields.get(key) ?? []),
    body: text.slice(head.length),
    firstLine: head.split('\n').length,
  };
}

function fieldsOf(block: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let key = '';
  for (const line of block.split('\n')) {
    const item = /^\s*-\s+(.*)$/u.exec(line)?.[1];
    const pair = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/u.exec(line);
    if (item !== undefined) {
      fields.get(key)?.push(unquoted(item));
    } else if (pair !== null) {
      key = (pair[1] ?? '').toLowerCase();
      fields.set(key, valuesOf(pair[2] ?? ''));
    }
  }
  return fields;
}

function valuesOf(value: string): string[] {
  const list = /^\[(.*)\]\s*$/u.exec(value)?.[1];
  const values = list === undefined ? value.split(/[;|；｜]/u) : list.split(',');
  return values.map(unquoted).filter((name) => name !== '');
}

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/u, '$2')
    .trim();
}
