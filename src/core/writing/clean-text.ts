import { plainData } from './plain-data.ts';

const longest = 6_000;

/** What a model wrote as plain sentences: without what nobody sees, pictures, emphasis and list marks. */
export function cleanText(text: string): string {
  return plainData(text, longest)
    .replace(/\s*(?:(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\uFE0F\u200D])+/gu, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+(?=\S)/gm, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
