import sax, { type SAXParser, type Tag } from 'sax';
import { unreadableFeed } from './feed-error.ts';
import { longestField, mostItems, type RawItem } from './raw-item.ts';

/** A feed nests four elements deep; markup that is not escaped, a few more. */
const deepest = 64;
/** Errors of the XML that are read over; a file with more of them is not XML. */
const mostErrors = 10_000;
const chunkLength = 256 * 1024;

/**
 * The items of a Merchant feed in RSS 2.0 or Atom. Entities beyond XML's five stay as they are written, a document that
 * declares its own is refused. `passTurn` runs between chunks. Errors: `file_unreadable`, and what `passTurn` throws.
 */
export async function merchantXmlItems(
  name: string,
  text: string,
  passTurn: () => Promise<void>,
): Promise<readonly RawItem[]> {
  const reading = new Reading(name);
  for (let start = 0; start < text.length; start += chunkLength) {
    reading.parser.write(text.slice(start, start + chunkLength));
    await passTurn();
  }
  reading.parser.close();
  reading.endWithinItem();
  return reading.items;
}

type OpenItem = {
  readonly depth: number;
  readonly fields: Map<string, string[]>;
  readonly details: { name: string; text: string }[];
  isBroken: boolean;
};

/** What an element of an item holds so far. */
type OpenField = { readonly depth: number; readonly name: string; text: string; readonly parts: Map<string, string> };

class Reading {
  readonly items: RawItem[] = [];
  readonly parser: SAXParser;
  private depth = 0;
  private errors = 0;
  private item: OpenItem | null = null;
  private field: OpenField | null = null;
  private part = '';
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
    // `strictEntities`, which the types of sax leave out, keeps HTML's entities from being expanded.
    const options = { strictEntities: true, position: false } as { position: boolean };
    this.parser = sax.parser(true, options);
    Object.assign(this.parser, {
      ondoctype: (doctype: string) => {
        if (doctype.includes('[')) throw unreadableFeed(name, 'too_large_inside', 'declares entities of its own.');
      },
      onopentag: (tag: Tag) => this.open(plainName(tag.name), tag.attributes),
      onclosetag: () => this.close(),
      ontext: (text: string) => this.add(text),
      oncdata: (text: string) => this.add(text),
      onerror: () => this.readOn(),
    });
  }

  private open(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (this.depth > deepest) throw unreadableFeed(this.name, 'too_deep', 'nests deeper than a product feed does.');
    if (this.item === null) {
      if (name !== 'item' && name !== 'entry') return;
      if (this.items.length >= mostItems) throw unreadableFeed(this.name, 'too_many', 'holds too many products.');
      this.item = { depth: this.depth, fields: new Map(), details: [], isBroken: false };
    } else if (this.field === null) {
      this.field = { depth: this.depth, name, text: '', parts: new Map() };
      // An Atom link is an attribute.
      if (name === 'link') this.field.text = attributes['rel'] === 'self' ? '' : (attributes['href'] ?? '');
    } else {
      this.part = name;
    }
  }

  private add(text: string): void {
    const { field } = this;
    if (field === null) return;
    if (field.text.length + text.length > longestField) {
      if (this.item !== null) this.item.isBroken = true;
      return;
    }
    field.text += text;
    if (this.part !== '') field.parts.set(this.part, (field.parts.get(this.part) ?? '') + text);
  }

  private close(): void {
    const { item, field } = this;
    this.part = '';
    if (item !== null && field !== null && field.depth === this.depth) {
      keep(item, field);
      this.field = null;
    } else if (item !== null && item.depth === this.depth) {
      const { fields, details, isBroken } = item;
      this.items.push({ row: this.items.length + 1, fields, details, isBroken });
      this.item = null;
    }
    this.depth--;
  }

  /** The last item of a file that breaks off. */
  endWithinItem(): void {
    if (this.item === null) return;
    const { fields, details } = this.item;
    this.items.push({ row: this.items.length + 1, fields, details, isBroken: true });
    this.item = null;
  }

  /** An error of the XML, as a bare "&", is read over. */
  private readOn(): void {
    this.parser.error = null as unknown as Error;
    this.errors++;
    if (this.errors > mostErrors) throw unreadableFeed(this.name, 'broken', 'is no XML that can be read.');
  }
}

const mostValues = 50;

function keep(item: OpenItem, field: OpenField): void {
  const detail = field.parts.get('attribute_name')?.trim() ?? '';
  if (field.name === 'product_detail') {
    const text = field.parts.get('attribute_value')?.trim() ?? '';
    if (detail !== '' && text !== '' && item.details.length < 200) item.details.push({ name: detail, text });
    return;
  }
  // A structured title or description holds the text beside how it was made.
  const text = field.parts.get('content') ?? field.text;
  const values = item.fields.get(field.name);
  if (values === undefined) item.fields.set(field.name, [text]);
  else if (values.length < mostValues) values.push(text);
}

/** "g:Sale_Price" and "sale price" are one field. */
function plainName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
