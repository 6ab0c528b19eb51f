import type { Claim, ReadClause } from './claim.ts';
import { nameKey } from './names.ts';
import type { SourceText } from './source-text.ts';
import { type Reply, type Verdict, clauseAt, contradictedBy, supportedBy, unsupported } from './verdict.ts';
import { clauseLikeness } from './weigh.ts';

/** From this likeness on a passage is what a sentence was made of; so much nearer than one with the name it must be. */
const madeOf = 0.45;
const nearer = 0.12;

/**
 * Whether a name that a reply uses stands where the rest of its sentence comes from. `owners`: the passages that support
 * the sentence's other facts.
 */
export function judgeName(claim: Claim, owners: ReadonlySet<string>, reply: Reply): Verdict {
  const { texts } = reply.sources;
  const naming = texts.filter((text) => names(text, claim.key));
  const holders = new Set(naming.map(({ owner }) => owner));
  const ordered = otherArticle(claim, owners, reply);
  if (ordered !== null) return ordered;
  const other = otherSubject(claim, owners, holders, reply);
  if (other !== null) return other;
  const [first] = naming.toSorted((a, b) => Number(owners.has(b.owner)) - Number(owners.has(a.owner)));
  return first === undefined ? unsupported : supportedBy(first, placeOf(first, claim.key));
}

/** A product of the shop in a sentence about an order that holds others. */
function otherArticle(claim: Claim, owners: ReadonlySet<string>, { sources }: Reply): Verdict | null {
  if (!sources.known.some((name) => nameKey(name) === claim.key)) return null;
  const orders = sources.texts.filter(({ order, owner }) => order !== null && owners.has(owner));
  const lines = orders.filter(({ order, sourceOf }) => {
    const source = sourceOf({ start: 0, end: 0 });
    return order !== null && order.items.length > 0 && source.from === 'order' && source.field === 'items';
  });
  const [first] = lines;
  if (first === undefined || lines.some((line) => names(line, claim.key))) return null;
  return contradictedBy(first, { start: 0, end: first.read.text.length });
}

/** The passage that the sentence was made of, where it is about another product. */
function otherSubject(
  claim: Claim,
  owners: ReadonlySet<string>,
  holders: ReadonlySet<string>,
  reply: Reply,
): Verdict | null {
  if ([...owners].some((owner) => holders.has(owner))) return null;
  const clause = clauseAt(reply.read, claim);
  if (clause === null) return null;
  const near = nearness(clause, claim, reply);
  const passages = reply.sources.texts.filter((text) => isOther(text, claim, reply));
  const standing = passages.filter(({ owner }) => owners.has(owner) && !holders.has(owner));
  const own = Math.max(0, ...reply.sources.texts.filter(({ owner }) => holders.has(owner)).map((text) => near(text)));
  const pick =
    standing[0] ??
    passages
      .filter(({ owner }) => !holders.has(owner))
      .map((text) => ({ text, likeness: near(text) }))
      .filter(({ likeness }) => likeness >= madeOf && likeness > own + nearer)
      .toSorted((a, b) => b.likeness - a.likeness)[0]?.text;
  if (pick === undefined) return null;
  const name = [...pick.about][0] ?? '';
  return { ...contradictedBy(pick, placeOf(pick, name)), says: written(pick, name) };
}

/** A passage about something that the reply's sentence does not name. */
function isOther(text: SourceText, claim: Claim, reply: Reply): boolean {
  if (text.about.size === 0) return false;
  const sentence = reply.read.clauses[claim.clause]?.sentence;
  const said = reply.read.claims
    .filter(({ kind, clause }) => kind === 'name' && reply.read.clauses[clause]?.sentence === sentence)
    .map(({ key }) => key);
  return ![...text.about].some((about) => said.some((key) => isPartOf(about, key) || isPartOf(key, about)));
}

function nearness(clause: ReadClause, claim: Claim, { nearness: near }: Reply): (text: SourceText) => number {
  const words = new Set(claim.key.split(' '));
  const without = (terms: ReadClause['terms']): ReadClause['terms'] =>
    new Map([...terms].filter(([term]) => !words.has(term) && !claim.key.includes(term)));
  const rest: ReadClause = {
    ...clause,
    terms: without(clause.terms),
    wording: { ...clause.wording, terms: without(clause.wording.terms) },
  };
  return ({ read }) =>
    rest.wording.terms.size === 0
      ? 0
      : Math.max(0, ...read.clauses.map((source) => clauseLikeness(rest, source, near)));
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isPartOf(part: string, whole: string): boolean {
  return unspaced.test(part) ? whole.includes(part) : ` ${whole} `.includes(` ${part} `);
}

/** Whether a text names it: as it is written, or by all its words. */
function names({ bare }: SourceText, key: string): boolean {
  if (unspaced.test(key)) return bare.includes(key);
  if (holdsWord(bare, key)) return true;
  const parts = key.split(' ');
  return parts.length > 1 && parts.every((part) => holdsWord(bare, part));
}

/** As a word of its own, or in the plural; letters of other scripts may stand beside it. */
function holdsWord(bare: string, word: string): boolean {
  for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + 1)) {
    const after = bare.slice(at + word.length).replace(/^s(?![a-z])/u, '');
    if (!/[\p{Script=Latin}\d]/u.test(bare.charAt(at - 1)) && !/^[\p{Script=Latin}\d]/u.test(after)) return true;
  }
  return false;
}

function placeOf({ read }: SourceText, key: string): { readonly start: number; readonly end: number } {
  const claim = read.claims.find((one) => one.kind === 'name' && (isPartOf(key, one.key) || isPartOf(one.key, key)));
  if (claim !== undefined) return claim;
  const start = Math.max(0, read.folded.indexOf(key.split(' ')[0] ?? key));
  return { start, end: Math.min(read.text.length, start + key.length) };
}

function written(text: SourceText, key: string): string {
  const { start, end } = placeOf(text, key);
  const said = text.read.text.slice(start, end).trim();
  return text.read.claims.some((one) => one.kind === 'name' && one.start === start) ? said : key;
}
