import { birthDatesIn } from './birth-dates.ts';
import { codesIn } from './codes.ts';
import { linksIn, mailsIn, phonesIn } from './contacts.ts';
import { eastAsianAddressesIn } from './east-asian-addresses.ts';
import { eastAsianNamesIn } from './east-asian-names.ts';
import { foldedText } from './folded-text.ts';
import { idsIn } from './ids.ts';
import { knownDataFinder, knownNamesFinder } from './known-data.ts';
import { labelledNumbers } from './labelled-numbers.ts';
import type { Found, KnownPersonalData, PersonalSpan } from './personal-data.ts';
import { productCodesIn, readableNumbers } from './readable-numbers.ts';
import { westernAddressesIn } from './western-addresses.ts';
import { westernNamesIn } from './western-names.ts';

/** Stands for what is taken already: no letter, digit or space. */
const taken = '\ufffc';

type Step = (rest: string) => readonly Found[];

/**
 * What in a text is somebody's own: names, addresses, numbers that name a person or an order. Spans in their order, none
 * over another. Prices, sizes, dates, models and counts are left.
 */
export function findPersonalData(text: string, known: KnownPersonalData): readonly PersonalSpan[] {
  return personalDataFinder(known)(text);
}

/** The same for many texts. */
export function personalDataFinder(known: KnownPersonalData): (text: string) => readonly PersonalSpan[] {
  const knownIn = knownDataFinder(known);
  const knownNamesIn = knownNamesFinder(known.names);
  const holdsKnown = (link: string): boolean =>
    readingsOf(link).some((text) => knownIn(text).length + knownNamesIn(text).length > 0);
  // The surest first: what one step takes, the next do not see.
  const steps: readonly Step[] = [
    mailsIn,
    (rest) => linksIn(rest, holdsKnown),
    knownIn,
    birthDatesIn,
    productCodesIn,
    idsIn,
    eastAsianAddressesIn,
    westernAddressesIn,
    knownNamesIn,
    labelledNumbers,
    readableNumbers,
    phonesIn,
    codesIn,
    westernNamesIn,
    eastAsianNamesIn,
  ];
  return (text) => spansBy(steps, text);
}

/** A link as it stands, with its escapes read, and with its words apart: marta-lindqvist. */
function readingsOf(link: string): readonly string[] {
  const read = link.replace(/(?:%[\da-f]{2})+/gi, unescaped);
  return [link, read, read.replace(/[-_+./=&?#:]+/g, ' ')];
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    // No text in UTF-8.
    return escapes;
  }
}

function spansBy(steps: readonly Step[], text: string): readonly PersonalSpan[] {
  const folded = foldedText(text);
  const spans: PersonalSpan[] = [];
  let rest = folded.text;
  for (const step of steps) {
    for (const { start, end, kind } of apart(step(rest))) {
      rest = rest.slice(0, start) + taken.repeat(end - start) + rest.slice(end);
      const [from, to] = folded.placeOf(start, end);
      if (kind !== null) spans.push({ start: from, end: to, kind });
    }
  }
  return joined(text, spans);
}

/** The longest of those that meet, without the space around it. */
function apart(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (one.end > one.start && kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  return kept;
}

/** In their order; of one address found in two pieces, or of a character folded into several, one span. */
function joined(text: string, spans: readonly PersonalSpan[]): readonly PersonalSpan[] {
  const whole: PersonalSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    const isPiece =
      last !== undefined &&
      (span.start < last.end ||
        (span.kind === 'address' &&
          last.kind === 'address' &&
          /^[\s,，、>]*$/u.test(text.slice(last.end, span.start))));
    if (isPiece) whole[whole.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else whole.push(span);
  }
  return whole;
}
