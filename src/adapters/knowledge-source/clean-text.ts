/**
 * Text as it is stored and compared: NFC, line ends as `\n`, no control or zero-width characters, no spaces at the ends
 * of lines, trimmed. A joiner inside an emoji or an Arabic or Indic word stays: without it they are other characters.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u200C\u200D]/gu, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Whether part of a text was lost before it got here: a replacement character or half a surrogate pair. */
export function hasLostCharacters(text: string): boolean {
  return text.includes('\uFFFD') || !text.isWellFormed();
}

/** The start of a row as a person would recognise it: one line, at most 120 characters. */
export function excerptOf(text: string): string {
  const line = cleanText(text.slice(0, 1_000)).replace(/\s+/gu, ' ');
  return line.length <= 120
    ? line
    : `${line
        .slice(0, 119)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')}…`;
}
