/** Words of one meaning in the hand-written layer; `language` is null where they hold in both. */
export type ShopWords = {
  readonly meaning: string;
  readonly words: readonly string[];
  readonly language: 'zh' | 'ja' | null;
};

/** Reads `resources/glosses/shop.txt`; a meaning of "-" is empty: such words say nothing. */
export function readShopWords(text: string): readonly ShopWords[] {
  const read: ShopWords[] = [];
  let language: ShopWords['language'] = null;
  for (const line of text.split('\n')) {
    const section = /^\[(both|zh|ja)\]/.exec(line)?.[1];
    if (section === 'zh' || section === 'ja') language = section;
    if (section === 'both') language = null;
    const [meaning = '', words] = line.split(': ', 2);
    if (section !== undefined || line.startsWith('#') || words === undefined) continue;
    read.push({ meaning: meaning === '-' ? '' : meaning, words: words.trim().split(/\s+/), language });
  }
  return read;
}
