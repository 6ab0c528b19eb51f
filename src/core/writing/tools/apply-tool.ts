import { AppError } from '#shared/errors.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { TextTool, ToolResult } from '#shared/model/writing-tool.ts';
import { detectLanguage } from '../../conversations/detect-language.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { knownPersonOf } from '../../privacy/known-person.ts';
import { fixedText } from './fix-text.ts';
import { type RewriteDeps, rewrittenByModel } from './rewrite-by-model.ts';
import { shortenedText } from './shorten-text.ts';
import { type TextPlace, placeBetween } from './text-place.ts';
import { tools } from './tool-table.ts';
import { writerOf } from './tools-there.ts';

export type ApplyToolDeps = RewriteDeps & Pick<Database, 'conversations' | 'orders' | 'words'>;

export type ApplyToolInput = {
  readonly conversationId: string;
  readonly tool: TextTool;
  readonly text: string;
  /** UTF-16 units, `end` the first that is not chosen; null: all of it. */
  readonly selection: { readonly start: number; readonly end: number } | null;
  /** What to translate into; for the other tools null, they keep the language of the text. */
  readonly language: ReplyLanguage | null;
};

/**
 * Does one thing to a text, or to a part of it, and gives the whole text back; nothing is kept. A model does it where the
 * store names one; where none could, the desk does what it can by itself. Errors: `unsupported` where nobody can,
 * `invalid_input` (`detail.reason` `no_language`, `too_long`), `cancelled`.
 */
export async function applyTool(deps: ApplyToolDeps, input: ApplyToolInput, signal: AbortSignal): Promise<ToolResult> {
  const conversation = deps.conversations.get(input.conversationId);
  const { start, end } = stretchOf(input);
  const part = input.text.slice(start, end);
  const whole = (text: string): string => input.text.slice(0, start) + text + input.text.slice(end);
  const from = languageOf(part, input.text);
  const to = input.tool === 'translate' ? input.language : from;
  const writer = await writerOf(deps, conversation.storeId, input.tool);
  if (writer === null) throw new AppError('unsupported', 'Nobody can do this here');
  // Without letters there is nothing to do; in the language already there is nothing to translate.
  if (from === null || (input.tool === 'translate' && from === to))
    return { text: input.text, changed: false, by: writer, problems: [] };
  if (to === null) throw new AppError('invalid_input', 'Into which language?', { detail: { reason: 'no_language' } });
  const known = knownPersonOf(deps, conversation);
  const rewriting = { ...input, storeId: conversation.storeId, text: part, from, to, known, signal };
  const result =
    writer.kind === 'model' ? await rewrittenByModel(deps, rewriting) : { text: part, by: null, problems: [] };
  if (result.by === null && tools[input.tool].hasDeskWay) {
    const text = whole(
      byDesk(deps, input.tool, part, from, placeBetween(input.text.slice(0, start), input.text.slice(end))),
    );
    return { text, changed: text !== input.text, by: { kind: 'desk' }, problems: result.problems };
  }
  const text = whole(result.text);
  return { ...result, text, changed: text !== input.text };
}

function byDesk(
  deps: Pick<Database, 'words'>,
  tool: TextTool,
  text: string,
  language: ReplyLanguage,
  place: TextPlace,
): string {
  const done = tool === 'fix' ? fixedText(text, deps.words.vocabulary(), place) : shortenedText(text, language);
  return done.trim() === '' ? text : done;
}

/** A chosen part without the white space around it, as people choose generously. */
function stretchOf({ text, selection }: ApplyToolInput): { readonly start: number; readonly end: number } {
  const [from, to] = selection === null ? [0, text.length] : [selection.start, Math.min(selection.end, text.length)];
  const chosen = text.slice(from, to);
  if (chosen.trim() === '') return { start: 0, end: text.length };
  return { start: from + chosen.length - chosen.trimStart().length, end: from + chosen.trimEnd().length };
}

/** The language of a part, else of what it stands in; null: there are no letters, or those of another language. */
function languageOf(part: string, whole: string): ReplyLanguage | null {
  const own = detectLanguage(part);
  const language = own === 'und' ? detectLanguage(whole) : own;
  return language === 'und' ? null : language;
}
