import { simplifiedCharacters } from './simplified-characters.ts';

const simpler = new Map<string, string>();
{
  const characters = [...simplifiedCharacters];
  for (let i = 0; i + 1 < characters.length; i += 2) simpler.set(characters[i] ?? '', characters[i + 1] ?? '');
}

const finalLength = /(?<=[\p{Script=Katakana}ー]{3})ー(?![\p{Script=Katakana}ー])/gu;
const han = /\p{Script=Han}/gu;

/**
 * A text for comparing: one width, small letters, simplified characters for the traditional and Japanese ones,
 * "コンピューター" as "コンピュータ".
 */
export function foldedScript(text: string): string {
  return foldedBy(simpler, text);
}

/** The same by another table of characters. */
export function foldedBy(table: ReadonlyMap<string, string>, text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'");
  return folded.replace(han, (one) => table.get(one) ?? one).replace(finalLength, '');
}
