const longest = 120;

/** The start of a text as a person would recognise it: one line, at most 120 characters. */
export function excerptOf(text: string): string {
  const line = [...text.slice(0, 1_000).replace(/\s+/gu, ' ').trim()];
  return line.length <= longest ? line.join('') : `${line.slice(0, longest - 1).join('')}…`;
}
