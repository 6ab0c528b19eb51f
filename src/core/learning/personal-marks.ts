import { findPersonalData } from '../privacy/find-personal-data.ts';
import type { PersonalKind, PersonalSpan } from '../privacy/personal-data.ts';

/** The addresses and links of a shop stand in its answers, and are for everybody; so are the names of who works there. */
const forEverybody: ReadonlySet<PersonalKind> = new Set(['address', 'link', 'ip', 'name']);

/** What in a text belongs to one customer alone: mail addresses, telephones, numbers of orders and parcels, the name. */
export function personalMarks(text: string, customerName: string): readonly string[] {
  return marksIn(text, customerName).map(({ start, end }) => text.slice(start, end));
}

/** The text with a space for each of its personal marks. */
export function withoutPersonalMarks(text: string, customerName: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of marksIn(text, customerName)) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return (rest + text.slice(at)).normalize('NFKC');
}

function marksIn(text: string, customerName: string): readonly PersonalSpan[] {
  const known = { names: [customerName], addresses: [], phones: [], emails: [], orderNumbers: [], trackingNumbers: [] };
  const names = namesOf(customerName);
  const isTheirs = (name: string): boolean => names.some((part) => name.includes(part) || part.includes(name));
  return findPersonalData(text, known).filter(
    ({ start, end, kind }) =>
      !forEverybody.has(kind) || (kind === 'name' && isTheirs(text.slice(start, end).normalize('NFKC').toLowerCase())),
  );
}

/** The parts of a name in lower case; one character alone is an initial, or stands in half of all sentences. */
function namesOf(customerName: string): readonly string[] {
  const parts =
    customerName
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return parts.filter((part) => [...part].length >= 2);
}
