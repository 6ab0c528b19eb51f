import { fixedText } from '#core/writing/tools/fix-text.ts';
import { shortenedText } from '#core/writing/tools/shorten-text.ts';
import { extractedSummary } from '#core/writing/tools/summarise-thread.ts';
import { type ToolWriter, WritingTool } from '#shared/model/writing-tool.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';

type ToolName = Extract<keyof Handlers, `writing.${'tools' | 'apply' | 'summary'}`>;

const desk: ToolWriter = { kind: 'desk' };
const model: ToolWriter = { kind: 'model', modelName: 'Qwen at home', isLocal: true };
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

/** The desk's own tools as they are, and a model that is slow and says everything a little friendlier. */
export function fakeToolHandlers({ world }: FakeState): Pick<Handlers, ToolName> {
  const threadOf = (conversationId: string) => {
    const thread = world.threads.get(conversationId);
    return { conversation: thread?.conversation ?? { customerName: '' }, messages: thread?.messages ?? [] };
  };
  return {
    'writing.tools': () =>
      WritingTool.options.map((tool) => ({ tool, by: ['fix', 'shorten', 'summarise'].includes(tool) ? desk : model })),
    'writing.apply': async ({ tool, text, selection }) => {
      const { start, end } = selection ?? { start: 0, end: text.length };
      const part = text.slice(start, end);
      const isDesk = tool === 'fix' || tool === 'shorten';
      if (!isDesk) await pause();
      const done =
        tool === 'fix'
          ? fixedText(part, null)
          : tool === 'shorten'
            ? shortenedText(part, 'en')
            : part.replace(/\bwe will\b|\byou can\b/giu, (found) => `${found} gladly`);
      const whole = text.slice(0, start) + done + text.slice(end);
      return { text: whole, changed: whole !== text, by: isDesk ? desk : model, problems: [] };
    },
    'writing.summary': ({ conversationId }) => {
      const { conversation, messages } = threadOf(conversationId);
      return { ...extractedSummary(conversation, messages), by: desk, problems: [] };
    },
  };
}
