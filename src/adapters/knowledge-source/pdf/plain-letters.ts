/*
 * Writers that name letters by their shapes (Skia among them) take a radical for the character that looks the same. NFKC
 * knows the Kangxi radicals; of the supplement these are the ones that are characters of their own
 * (Unicode, EquivalentUnifiedIdeograph.txt).
 */
const radicals: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻲': '亀',
  '⻳': '龟',
};

/**
 * A run's text with radicals as the characters they stand for. A letter that the document cannot name (U+0000, private
 * use) becomes U+FFFD, so that a passage with a hole in it is refused instead of read without it.
 */
export function plainLetters(text: string): string {
  return text
    .replace(/[\u2E80-\u2EFF]/gu, (letter) => radicals[letter] ?? letter)
    .replace(/[\u2F00-\u2FDF\uFB00-\uFB06]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/[\0\uE000-\uF8FF]/gu, '\uFFFD');
}
