/** What a span of personal data is. `number` is a long number that names somebody or something, and does not say what. */
export const personalKinds = [
  'name',
  'address',
  'phone',
  'email',
  'card',
  'iban',
  'id',
  'passport',
  'ip',
  'order',
  'tracking',
  'birth',
  'link',
  'number',
] as const;

export type PersonalKind = (typeof personalKinds)[number];

/** UTF-16 offsets into the text; `end` is the first after it. */
export type PersonalSpan = { readonly start: number; readonly end: number; readonly kind: PersonalKind };

/** What the desk itself knows of who writes: found in every form it is commonly written in. */
export type KnownPersonalData = {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly orderNumbers: readonly string[];
  readonly trackingNumbers: readonly string[];
};

/** What a finder reads at `[start, end)` of the folded text; null: it only looks like personal data. */
export type Found = { readonly start: number; readonly end: number; readonly kind: PersonalKind | null };

/** Where a pattern's group `value` stands, or all of the match where it has none. The pattern needs the flags g and d. */
export function foundBy(
  text: string,
  pattern: RegExp,
  kind: PersonalKind | null,
  isRight: (value: string, match: RegExpExecArray) => boolean = () => true,
): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const place = match.indices?.groups?.['value'] ?? match.indices?.[0];
    if (place === undefined || place[0] === place[1]) continue;
    if (isRight(text.slice(...place), match)) found.push({ start: place[0], end: place[1], kind });
  }
  return found;
}
