import { readSources } from '#core/support/source-text.ts';
import { supportMap } from '#core/support/support-map.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import type { SupportMark } from '#shared/model/support.ts';

/** What the real desk would mark, from what the made-up one has. */
export function fakeMarks(text: string, { conversation, messages, orders, draft }: Thread): SupportMark[] {
  const sources = readSources({
    passages: (draft?.evidence ?? []).map((evidence, index) => ({ ...evidence, index })),
    orders,
    messages,
    phrases: (draft?.sentences ?? []).flatMap((one) => (one.part === 'answer' || one.part === 'gap' ? [] : [one.text])),
    names: [conversation.customerName],
  });
  return [...supportMap({ text, language: draft?.language ?? conversation.language, sources })];
}
