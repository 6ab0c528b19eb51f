import { findPersonalData, personalDataFinder } from '../../privacy/find-personal-data.ts';
import type { KnownPersonalData, PersonalKind, PersonalSpan } from '../../privacy/personal-data.ts';
import { foldedInPlace } from '../../health/folded-text.ts';
import type { Signals } from './signals/signals.ts';

/** What is known of the customer whom a reply is for. */
export type Customer = {
  readonly name: string;
  /** What they wrote: what is personal in it belongs to them. */
  readonly said: readonly string[];
  /** What the desk knows of them by their orders. Left out: nothing. */
  readonly known?: KnownPersonalData;
};

const nothing: KnownPersonalData = {
  names: [],
  addresses: [],
  phones: [],
  emails: [],
  orderNumbers: [],
  trackingNumbers: [],
};

/** Mailboxes that belong to a job rather than to somebody. */
const sharedMailbox =
  /^(?:help|support|service|services|info|contact|hello|hi|returns?|refunds?|orders?|sales|shop|store|care|customer[\w.-]*|mail|office|team|admin|billing|accounts?|warranty|repairs?|kundendienst|kefu|cs|privacy|press|jobs|marketing|post)@/i;
/** A number of this length in a link names an order or a parcel. */
const numberedLink = /\d{6,}|@|%40/;

/** Characters about an address or a telephone that tell whose it is. */
const around = 120;

/** Finds what belongs to the customer; what is the store's own is left. */
export function ownDataFinder(customer: Customer): (text: string, signals: Signals) => readonly PersonalSpan[] {
  const known = knownOf(customer);
  const find = personalDataFinder(known);
  const said = new Set(
    [...known.addresses, ...known.phones, ...known.emails, ...known.orderNumbers].map((value) => bare(value)),
  );
  const names = partsOf(customer.name);
  return (text, signals) => {
    const folded = foldedInPlace(text);
    return find(text).filter((span) => {
      const near = folded.slice(Math.max(0, span.start - around), span.end + around);
      const isOurs = signals.ours.test(near) && !signals.theirs.test(near);
      const value = text.slice(span.start, span.end);
      if (said.has(bare(value))) return !(isOurs && isContact(span.kind));
      switch (span.kind) {
        case 'link':
        case 'ip':
          return numberedLink.test(value);
        case 'email':
          return !isOurs && !sharedMailbox.test(value);
        case 'phone':
        case 'address':
          return !isOurs;
        case 'name':
          return isTheirName(value, names) || (!isOurs && !isStaff(folded, span.start));
        default:
          return true;
      }
    });
  };
}

function isContact(kind: PersonalKind): boolean {
  return kind === 'email' || kind === 'phone' || kind === 'address';
}

/** What of a thread is read for what is theirs: nobody's letters hold more, and no text of theirs can be made to take long. */
const mostTexts = 20;
const longestSaid = 4_000;
const mostOfKind = 20;

/** What the customer wrote of themselves is known, in all forms it is commonly written in. */
function knownOf({ name, said, known = nothing }: Customer): KnownPersonalData {
  const own = said.slice(-mostTexts).flatMap((whole) => {
    const text = whole.slice(0, longestSaid);
    return findPersonalData(text, nothing).map(({ start, end, kind }) => ({ kind, value: text.slice(start, end) }));
  });
  const of = (kind: PersonalKind): readonly string[] => {
    const values = own.flatMap((one) => (one.kind === kind ? [one.value] : []));
    return [...new Set(values)].slice(0, mostOfKind);
  };
  return {
    names: [...new Set([...(name === '' ? [] : [name, ...namedAfter(name)]), ...known.names, ...of('name')])],
    addresses: [...known.addresses, ...of('address')],
    phones: [...known.phones, ...of('phone')],
    emails: [...known.emails, ...of('email')],
    orderNumbers: [...known.orderNumbers, ...of('order'), ...of('number')],
    trackingNumbers: [...known.trackingNumbers, ...of('tracking')],
  };
}

/** Of who calls themselves after a child or an animal, that one's name. */
function namedAfter(name: string): readonly string[] {
  const [, base = ''] = /^(.{2,})(?:爸爸?|妈妈?|媽媽?|麻麻|粑粑|ママ|パパ)$/u.exec(name.trim()) ?? [];
  return base === '' ? [] : [base];
}

/** "our colleague Jo", "ask for Jo": who works there is no secret. */
function isStaff(folded: string, start: number): boolean {
  return /(?:colleague|manager|technician|specialist|ask for|担当の?|スタッフの?|客服|同事|师傅|专员)[\s:：]*$/u.test(
    folded.slice(Math.max(0, start - 24), start),
  );
}

function isTheirName(value: string, names: readonly string[]): boolean {
  const name = value.normalize('NFKC').toLowerCase();
  return names.some((part) => name.includes(part) || part.includes(name));
}

/** Whether a text is the customer's name or holds a part of it. */
export function namedAs({ name }: Customer): (value: string) => boolean {
  const names = partsOf(name);
  return (value) => isTheirName(value, names);
}

/** The parts of a name in lower case; one character alone is an initial, or stands in half of all sentences. */
function partsOf(name: string): readonly string[] {
  const parts =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return parts.filter((part) => [...part].length >= 2);
}

function bare(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const called = '(?:mr|mrs|ms|miss|mx|dr|herr|frau)\\.?';
const honorific = '(?:先生|女士|小姐|太太|老师|同学|样|様|さま|さん|殿|氏)';
const hail =
  '(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|sorry|您好|你好|哈喽|嗨|亲爱的|尊敬的|こんにちは)';
const afterName = '(?:您好|你好|同学)?[\\s,，、!！～~。:：]*(?:您好|你好)?(?:呀|呢|哦|啊)?[\\s,，、!！～~。:：]*';

/** A sentence without the names that it calls the customer by: "Marta, the kettle …", "It does, Marta.", "No worries Marta!" */
export function withoutVocative(text: string, spans: readonly PersonalSpan[]): string {
  const first = spans[0];
  const opened = first?.kind === 'name' ? withoutOpening(text, first) : text;
  const names = spans.filter(({ kind }) => kind === 'name').map(({ start, end }) => text.slice(start, end));
  return [...new Set(names)].reduce(withoutCalling, opened);
}

function withoutOpening(text: string, first: PersonalSpan): string {
  const front = text.slice(0, first.start);
  if (!new RegExp(`^\\s*(?:${hail}[\\s,，、!！～~]*)?(?:${called}\\s)?$`, 'iu').test(front)) return text;
  const rest = text.slice(first.end);
  const match = new RegExp(`^${honorific}?(?:[,，、!！～~:：]|\\s*(?:您好|你好))${afterName}`, 'u').exec(rest);
  if (match === null) return text;
  const kept = rest.slice(match[0].length);
  return kept.charAt(0).toUpperCase() + kept.slice(1);
}

/** Words after which a name is part of what is said. */
const governing = '(?:for|to|of|with|from|at|and|by|is|as|see|ask|tell|call|name|me|in|on|about)';

/** Without a name between marks: "It does, Marta.", "No worries Marta!", "放心，小王，". */
function withoutCalling(text: string, name: string): string {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const ends = `${honorific}?(?=\\s*(?:[,.!?;:…，。！？、；～]|\\p{Extended_Pictographic}|$))`;
  return text
    .replace(new RegExp(`[,，、]\\s*(?:${called}\\s)?${literal}${ends}`, 'giu'), '')
    .replace(new RegExp(`(?<!\\b${governing})\\s(?:${called}\\s)?${literal}${ends}`, 'giu'), '');
}

/** Stands where something of theirs was; nothing that anybody writes. */
export const gone = '\ufffc';

/** What a customer wrote, with `gone` for each name, address and number in it. */
export function withoutOwnData(text: string, customer: Customer): string {
  const said = text.replaceAll(gone, ' ');
  const spans = personalDataFinder(knownOf(customer))(said).filter(
    ({ start, end, kind }) => (kind !== 'link' && kind !== 'ip') || numberedLink.test(said.slice(start, end)),
  );
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    rest += `${said.slice(at, start)}${gone}`;
    at = end;
  }
  return rest + said.slice(at);
}

/** A drafted text without the customer's name. */
export function withoutTheirName(text: string, customer: Customer): string {
  const isTheirs = namedAs(customer);
  const names = personalDataFinder({ ...nothing, names: customer.name === '' ? [] : [customer.name] })(text).filter(
    ({ kind, start, end }) => kind === 'name' && isTheirs(text.slice(start, end)),
  );
  const called = withoutVocative(text, names);
  return names.reduce((rest, { start, end }) => rest.replaceAll(text.slice(start, end), ''), called);
}
