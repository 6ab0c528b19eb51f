import { parseFragment } from 'parse5';
import { type Element, type Node, attribute, firstElement, walk } from './element.ts';
import { plainText } from './plain-text.ts';

/** A question and its answer as a page marks them for machines (schema.org/FAQPage). */
export type MarkedPair = { readonly question: string; readonly answer: string };

/** The pair an element marked up as schema.org/Question holds; null for any other element. */
export function microdataPair(element: Element): MarkedPair | null {
  if (!/schema\.org\/Question$/iu.test(attribute(element, 'itemtype') ?? '')) return null;
  const name = firstElement(element, (inner) => attribute(inner, 'itemprop') === 'name');
  const text = firstElement(element, (inner) => attribute(inner, 'itemprop') === 'text');
  if (name === null || text === null) return null;
  const pair = { question: plainText(name, ' '), answer: plainText(text) };
  return pair.question === '' || pair.answer === '' ? null : pair;
}

/* What an FAQ page of any size has; a page beyond it is made to keep its reader busy. */
const mostNodes = 100_000;

/** The pairs in a page's JSON-LD, each question once. Broken JSON is passed over, as search engines do. */
export function jsonLdPairs(root: Node): readonly MarkedPair[] {
  const pairs = new Map<string, MarkedPair>();
  walk(root, {
    enter(element) {
      if (element.tagName !== 'script') return true;
      if (!/^application\/ld\+json\b/iu.test((attribute(element, 'type') ?? '').trim())) return false;
      const code = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      for (const pair of pairsIn(parsed(code))) if (!pairs.has(pair.question)) pairs.set(pair.question, pair);
      return false;
    },
  });
  return [...pairs.values()];
}

function pairsIn(value: unknown): readonly MarkedPair[] {
  const pairs: MarkedPair[] = [];
  const left: unknown[] = [value];
  for (let count = 0; left.length > 0 && count < mostNodes; count += 1) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    const pair = isObject(next) && namesType(next, 'Question') ? pairOf(next) : null;
    if (pair !== null) pairs.push(pair);
    else {
      const inner: readonly unknown[] = Object.values(next);
      for (let index = Math.min(inner.length, mostNodes) - 1; index >= 0; index -= 1) left.push(inner[index]);
    }
  }
  return pairs;
}

function pairOf(question: Readonly<Record<string, unknown>>): MarkedPair | null {
  const accepted = question['acceptedAnswer'] ?? question['suggestedAnswer'];
  const answer: unknown = Array.isArray(accepted) ? accepted[0] : accepted;
  const text = isObject(answer) ? answer['text'] : answer;
  const name = question['name'] ?? question['text'];
  if (typeof name !== 'string' || typeof text !== 'string') return null;
  const pair = { question: textOfMarkup(name, ' '), answer: textOfMarkup(text, '\n') };
  return pair.question === '' || pair.answer === '' ? null : pair;
}

/** JSON-LD answers are HTML (Google, "FAQ structured data": `text` may contain HTML). */
function textOfMarkup(markup: string, separator: '\n' | ' '): string {
  return plainText(parseFragment(markup.slice(0, 50_000)), separator);
}

function namesType(object: Readonly<Record<string, unknown>>, name: string): boolean {
  const type = object['@type'];
  return Array.isArray(type) ? type.includes(name) : type === name || type === `https://schema.org/${name}`;
}

function parsed(code: string): unknown {
  try {
    return JSON.parse(code);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
