import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { TextTool, ToolThere, ToolWriter, WritingTool } from '#shared/model/writing-tool.ts';

/** One line of the menu. `language`: what it translates into. */
export type ToolChoice = {
  readonly id: string;
  readonly tool: WritingTool;
  readonly language: ReplyLanguage | null;
  readonly by: ToolWriter;
};

const languages: readonly ReplyLanguage[] = ['en', 'zh', 'ja'];

/**
 * What can be chosen: what is done to the text while there is one, and what is told of the conversation. A text is
 * translated into the customer's language first, and not into the one that it is known to be in.
 */
export function toolChoices(
  there: readonly ToolThere[],
  text: string,
  customer: string,
  own: ReplyLanguage | null = null,
): readonly ToolChoice[] {
  const into = languages
    .filter((language) => language !== own)
    .toSorted((a, b) => Number(b === customer) - Number(a === customer));
  return there.flatMap(({ tool, by }): ToolChoice[] => {
    const one = { id: tool, tool, language: null, by };
    if (tool === 'summarise') return [one];
    if (text.trim() === '') return [];
    return tool === 'translate' ? into.map((language) => ({ ...one, id: `translate-${language}`, language })) : [one];
  });
}

/** Whether a choice works on the text in the composer. */
export function isTextTool(tool: ToolChoice['tool']): tool is TextTool {
  return tool !== 'summarise';
}

/**
 * The stretch of a text that another differs in, and what stands there instead: what has to be written so that one undo
 * brings the first back. Characters are not cut in halves. Null: they are the same.
 */
export function changedStretch(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isLowHalf(before, start) || isLowHalf(after, start)) start -= 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isLowHalf(before, before.length - tail) || isLowHalf(after, after.length - tail)) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isLowHalf(text: string, index: number): boolean {
  return (
    index > 0 &&
    index < text.length &&
    /[\udc00-\udfff]/.test(text.charAt(index)) &&
    /[\ud800-\udbff]/.test(text.charAt(index - 1))
  );
}
