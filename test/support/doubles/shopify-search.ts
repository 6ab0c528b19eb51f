/** What the double reads of Shopify's search grammar: fields, quotes with their escapes, AND, OR and brackets. */
export type Term = { readonly field: string; readonly value: string; readonly isPrefix: boolean };
export type SearchNode = Term | { readonly all: readonly SearchNode[] } | { readonly any: readonly SearchNode[] };

type Token = '(' | ')' | 'AND' | 'OR' | Term;

/** Throws where the text is not of the grammar. */
export function parsedSearch(text: string): SearchNode {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  function either(): SearchNode {
    const any = [both()];
    while (peek() === 'OR') {
      at += 1;
      any.push(both());
    }
    return any.length === 1 && any[0] !== undefined ? any[0] : { any };
  }
  function both(): SearchNode {
    const all = [one()];
    for (let next = peek(); next !== undefined && next !== ')' && next !== 'OR'; next = peek()) {
      if (next === 'AND') at += 1;
      all.push(one());
    }
    return all.length === 1 && all[0] !== undefined ? all[0] : { all };
  }
  function one(): SearchNode {
    const token = tokens[at++];
    if (token === '(') {
      const inner = either();
      if (tokens[at++] !== ')') throw new Error(`No bracket closes: ${text}`);
      return inner;
    }
    if (token === undefined || typeof token === 'string') throw new Error(`Not a term in: ${text}`);
    return token;
  }
  const whole = either();
  if (at < tokens.length) throw new Error(`Too much in: ${text}`);
  return whole;
}

export function searchHolds(node: SearchNode, holds: (term: Term) => boolean): boolean {
  if ('all' in node) return node.all.every((each) => searchHolds(each, holds));
  if ('any' in node) return node.any.some((each) => searchHolds(each, holds));
  return holds(node);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const piece = /\s*(?:([()])|(AND|OR)(?=[\s(])|(?:(\w+):)?(?:"((?:[^"\\]|\\.)*)"|([^\s()"]+)))/gy;
  while (piece.lastIndex < text.trimEnd().length) {
    const match = piece.exec(text);
    if (match === null) throw new Error(`Not of the grammar: ${text}`);
    const [, bracket, connective, field = '', quoted, bare = ''] = match;
    if (bracket === '(' || bracket === ')') tokens.push(bracket);
    else if (connective === 'AND' || connective === 'OR') tokens.push(connective);
    else if (quoted !== undefined) tokens.push({ field, value: quoted.replace(/\\(.)/g, '$1'), isPrefix: false });
    else tokens.push({ field, value: bare.replace(/\*$/, ''), isPrefix: bare.endsWith('*') });
  }
  return tokens;
}
