/**
 * Characters that people do not see and machines read: tag characters, variation selectors in rows, zero-width and
 * turning marks, and controls. Joiners stay, which some scripts and emoji need.
 */
const unseen =
  /[\p{Cc}--[\n\t]]|[\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E0FFF}]|[\uFE00-\uFE0F]{2,}/gv;
/** What a page or a mail keeps from its reader. */
const comments = /<!--[\s\S]*?(?:-->|$)/g;
/** What models are steered by: the marks between turns of their own formats. */
const turnMarks = /<\|[^<>|\n]{1,40}\|>|<\/?s>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>/gi;

/** A foreign text as a model may see it: what a person would read of it, and no more than so many characters. */
export function plainData(text: string, longest: number): string {
  const seen = text.replace(comments, ' ').replace(unseen, '').replace(turnMarks, ' ').trim();
  const characters = [...seen];
  return characters.length <= longest ? seen : `${characters.slice(0, longest).join('')} […]`;
}
