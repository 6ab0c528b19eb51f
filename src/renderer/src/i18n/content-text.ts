import type { KnowledgeContent, SourcePlace } from '#shared/model/knowledge.ts';
import type { AttributeValue } from '#shared/model/product-attribute.ts';
import type { Validity } from '#shared/model/validity.ts';
import { assertNever } from '#shared/errors.ts';
import { validityTime } from '#shared/validity-time.ts';
import type { Formats } from './formats.ts';
import { type Translate, type UiLanguage, localeOf } from './translate.ts';

/** Where something stands in what it was read from: file, then page or row, then the headings above it. */
export function placeParts(t: Translate, { file, page, row, headings }: SourcePlace & { file: string }): string[] {
  const at = page === null ? (row === null ? '' : t('plan.row', { row })) : t('plan.page', { page });
  return [file, at, headings.join(' › ')].filter((part) => part !== '');
}

/** What is known of a product, in words. */
export function attributeText(t: Translate, format: Pick<Formats, 'number' | 'money'>, value: AttributeValue): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'quantity':
      return `${format.number(value.amount)}${value.unit === '' ? '' : ` ${value.unit}`}`;
    case 'money':
      return format.money(value.amount, value.currency);
    case 'yesNo':
      return t(value.isTrue ? 'attribute.yes' : 'attribute.no');
    case 'link':
      return value.url;
    default:
      return assertNever(value);
  }
}

/** The channels, in words; empty for all. */
export function channelsText(t: Translate, channels: KnowledgeContent['channels']): string {
  return channels.map((channel) => t(`channel.${channel}`)).join(', ');
}

/** A time on the clock of a place, as it is written there. */
function localText(local: string, language: UiLanguage): string {
  const at = new Date(`${local}:00Z`);
  return at.toLocaleString(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

/** "10 Nov 2026, 20:00 – 12 Nov 2026, 00:00 · Asia/Shanghai"; empty for always. */
export function validityText(language: UiLanguage, validity: Validity | null): string {
  if (validity === null) return '';
  const { from, until, zone } = validity;
  return `${spanned(
    from && localText(from, language),
    until && localText(until, language),
  )} · ${zone.replaceAll('_', ' ')}`;
}

function spanned(from: string | null, until: string | null): string {
  return `${from ?? '…'} – ${until ?? '…'}`;
}

/** The same by the clock of the machine. */
export function ownTimeText(format: Pick<Formats, 'full'>, validity: Validity): string {
  const { validFrom, validUntil } = validityTime(validity);
  return spanned(
    validFrom === null ? null : format.full(validFrom),
    validUntil === null ? null : format.full(validUntil),
  );
}
