import { type MacroAsk, type MacroVariable, macroVariables } from './model/macro.ts';

/*
 * How a macro is written: text with `{{customer.first_name}}`, `{{customer.first_name | default: there}}` and
 * `{{ask: How many days? | number}}`; types are text, number, date and `choice: S, M, L`. `\{{` is said as it stands.
 */

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: MacroVariable; readonly otherwise: string | null }
  | { readonly kind: 'ask'; readonly ask: MacroAsk };

/** What is wrong with a template; `at` is where, in UTF-16 units; `found` is how it is written there. */
export type TemplateProblem = {
  readonly kind:
    | 'unknown_variable'
    | 'unknown_option'
    | 'unclosed'
    | 'unopened'
    | 'empty'
    | 'no_label'
    | 'unknown_type'
    | 'no_choices'
    | 'asked_twice';
  readonly at: number;
  readonly found: string;
  /** The variable that was most likely meant; empty where none is near. */
  readonly nearest: string;
};

export type Template = { readonly parts: readonly TemplatePart[]; readonly problems: readonly TemplateProblem[] };

/** Reads a template; every problem is told, and what is not wrong is read all the same. */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  const problems: TemplateProblem[] = [];
  let said = '';
  const flush = (): void => {
    if (said !== '') parts.push({ kind: 'text', text: said });
    said = '';
  };
  const tell = (kind: TemplateProblem['kind'], at: number, found: string, nearest = ''): void =>
    void problems.push({ kind, at, found, nearest });
  for (let i = 0; i < text.length;) {
    const pair = text.slice(i, i + 2);
    if (pair === '\\{' || pair === '\\}') {
      const braces = text.slice(i + 1, i + 3);
      said += braces === '{{' || braces === '}}' ? braces : pair;
      i += braces === '{{' || braces === '}}' ? 3 : 2;
    } else if (pair === '{{') {
      const end = text.indexOf('}}', i + 2);
      const next = text.indexOf('{{', i + 2);
      if (end < 0 || (next >= 0 && next < end)) {
        tell('unclosed', i, firstLine(text.slice(i, i + 40)));
        i += 2;
        continue;
      }
      flush();
      const read = partOf(text.slice(i + 2, end));
      if ('problem' in read) tell(read.problem, i, text.slice(i, end + 2), read.nearest);
      else if (isAskedOtherwise(parts, read)) tell('asked_twice', i, text.slice(i, end + 2));
      else parts.push(read);
      i = end + 2;
    } else {
      if (pair === '}}') tell('unopened', i, pair);
      const step = pair === '}}' ? 2 : 1;
      said += text.slice(i, i + step);
      i += step;
    }
  }
  flush();
  return { parts, problems };
}

/** Every prompt of a template, each once. */
export function asksOf(parts: readonly TemplatePart[]): readonly MacroAsk[] {
  const asks = new Map<string, MacroAsk>();
  for (const part of parts) if (part.kind === 'ask') asks.set(part.ask.label, part.ask);
  return [...asks.values()];
}

type Wrong = { readonly problem: TemplateProblem['kind']; readonly nearest: string };

function partOf(inner: string): TemplatePart | Wrong {
  const [, label] = /^\s*ask\s*[:：](.*)$/su.exec(inner) ?? [];
  if (label !== undefined) return askOf(label);
  const bar = inner.indexOf('|');
  const name = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  if (name === '') return { problem: 'empty', nearest: '' };
  const variable = macroVariables.find((known) => known === name.toLowerCase());
  if (variable === undefined) return { problem: 'unknown_variable', nearest: nearestVariable(name) };
  if (bar < 0) return { kind: 'variable', name: variable, otherwise: null };
  const [, otherwise] = /^\s*default\s*[:：]\s*(.+)$/su.exec(inner.slice(bar + 1)) ?? [];
  if (otherwise === undefined) return { problem: 'unknown_option', nearest: '' };
  return { kind: 'variable', name: variable, otherwise: unquoted(otherwise.trim()) };
}

function askOf(text: string): TemplatePart | Wrong {
  const [label = '', ...rest] = text.split(/[|｜]/u).map((part) => part.trim());
  const [, type = 'text', choices = ''] = /^([a-z]*)\s*(?:[:：]\s*(.*))?$/su.exec(rest.join('|') || 'text') ?? [
    '',
    '?',
    '',
  ];
  if (label === '') return { problem: 'no_label', nearest: '' };
  if (type === 'choice') {
    const offered = [...new Set(choices.split(/[,，、]/u).map((choice) => choice.trim()))].filter(
      (each) => each !== '',
    );
    if (offered.length === 0) return { problem: 'no_choices', nearest: '' };
    return { kind: 'ask', ask: { label, type, choices: offered } };
  }
  if (type !== 'text' && type !== 'number' && type !== 'date') return { problem: 'unknown_type', nearest: '' };
  return { kind: 'ask', ask: { label, type, choices: [] } };
}

function isAskedOtherwise(parts: readonly TemplatePart[], read: TemplatePart): boolean {
  if (read.kind !== 'ask') return false;
  const said = JSON.stringify(read.ask);
  return parts.some(
    (part) => part.kind === 'ask' && part.ask.label === read.ask.label && JSON.stringify(part.ask) !== said,
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/su.exec(text)?.[2] ?? text;
}

/** The known variable that is written most alike; empty where none is near. */
function nearestVariable(name: string): string {
  const wanted = name.toLowerCase().replace(/[\s-]+/g, '_');
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const known of macroVariables) {
    // "first_name" and "tracking_number" name one without saying whose.
    const short = known.slice(known.indexOf('.') + 1);
    const ofWhole = distance(wanted, known);
    const ofShort = distance(wanted.replace(/^.*\./u, ''), short);
    const isNear = ofWhole <= Math.max(2, known.length * 0.4) || ofShort <= short.length / 3;
    const changes = Math.min(ofWhole, ofShort + 1);
    if (isNear && changes < least) [best, least] = [known, changes];
  }
  return best;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
