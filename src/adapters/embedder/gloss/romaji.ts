/** Words that are Japanese in Latin letters and no English: a text with one of them may be. */
const markers =
  /\b(?:desu|desuka|masu|masuka|masen|mashita|kudasai|onegai\w*|arigat\w+|sumimasen|konnichiwa|konbanwa|henpin|henkin|soury?ou|haisou|hassou|todok\w+|chuumon|ryoushuusho|itsu|ikura|dekimasu\w*|shitai|hoshii|nihongo)\b/i;
const syllable = /^(?:[kgszjtdnhbpmyrwf]|ky|gy|sh|sy|ch|ty|ts|ny|hy|by|py|my|ry|j)?[aiueo]$/;
const consonants = /^(?:ky|gy|sh|sy|ch|cy|ty|ts|ny|hy|by|py|my|ry|jy|[kgszjtdnhbpmyrwf])/;

const kana = new Map<string, string>();
{
  const rows: Record<string, string> = {
    '': 'あいうえお',
    k: 'かきくけこ',
    g: 'がぎぐげご',
    s: 'さしすせそ',
    z: 'ざじずぜぞ',
    t: 'たちつてと',
    d: 'だぢづでど',
    n: 'なにぬねの',
    h: 'はひふへほ',
    b: 'ばびぶべぼ',
    p: 'ぱぴぷぺぽ',
    m: 'まみむめも',
    y: 'や ゆ よ',
    r: 'らりるれろ',
    w: 'わ   を',
  };
  for (const [consonant, row] of Object.entries(rows))
    [...'aiueo'].forEach((vowel, i) => kana.set(consonant + vowel, (row[i] ?? '').trim()));
  for (const [consonant, first] of Object.entries({
    ky: 'き',
    gy: 'ぎ',
    sh: 'し',
    sy: 'し',
    j: 'じ',
    jy: 'じ',
    ch: 'ち',
    cy: 'ち',
    ty: 'ち',
    ny: 'に',
    hy: 'ひ',
    by: 'び',
    py: 'ぴ',
    my: 'み',
    ry: 'り',
  }))
    for (const [vowel, small] of [
      ['a', 'ゃ'],
      ['u', 'ゅ'],
      ['o', 'ょ'],
    ] as const)
      kana.set(consonant + vowel, first + small);
  for (const [own, sign] of Object.entries({
    shi: 'し',
    chi: 'ち',
    tsu: 'つ',
    ji: 'じ',
    fu: 'ふ',
    she: 'しぇ',
    che: 'ちぇ',
    je: 'じぇ',
  }))
    kana.set(own, sign);
}

const romanWord = /[a-zāīūēō']+/g;

/** Whether a text is Japanese in Latin letters: it has a word of its own, and most words are made of its syllables. */
export function isRomanised(text: string): boolean {
  if (!markers.test(text)) return false;
  const words = text.toLowerCase().match(romanWord) ?? [];
  return words.filter((word) => kanaOfWord(word) !== null).length * 4 >= words.length * 3;
}

/** The text with those words in hiragana. */
export function kanaOf(text: string): string {
  return text
    .toLowerCase()
    .replace(romanWord, (word) => kanaOfWord(word) ?? word)
    .replace(/(?<=\p{Script=Hiragana})\s+(?=\p{Script=Hiragana})/gu, '');
}

function kanaOfWord(word: string): string | null {
  let rest = word
    .replace(/[ā]/g, 'aa')
    .replace(/[ī]/g, 'ii')
    .replace(/[ū]/g, 'uu')
    .replace(/[ē]/g, 'ee')
    .replace(/[ō]/g, 'ou')
    .replaceAll("'", '');
  let read = '';
  while (rest !== '') {
    const doubled = /^([kstpcgdbzj])(?=\1)|^t(?=ch)/.exec(rest);
    const syllabic = /^n(?![aiueoy])/.exec(rest);
    if (doubled !== null || syllabic !== null) {
      read += doubled === null ? 'ん' : 'っ';
      rest = rest.slice(1);
      continue;
    }
    const opening = consonants.exec(rest)?.[0] ?? '';
    const cut = rest.slice(0, opening.length + 1);
    const sign = kana.get(cut);
    if (sign === undefined || sign === '' || !(syllable.test(cut) || kana.has(cut))) return null;
    read += sign;
    rest = rest.slice(cut.length);
  }
  return read;
}
