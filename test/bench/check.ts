import { draftReply } from '#core/drafting/draft-reply.ts';
import { checkReply } from '#core/support/check-reply.ts';
import { prepareCheck } from '#core/support/prepare-check.ts';
import { realEmbedder } from '#test/core/support/measured/real-nearness.ts';
import { writtenEntries } from '#test/core/support/measured/reworded.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

/*
 * How long a check takes while a reply is typed by hand, with the desk's own model: node test/bench/check.ts
 * `view`: against what is in view, by words alone; `whole`: with meaning and with what is looked up; each at a sentence more.
 */
const embedder = await realEmbedder();
const bare = coreDesk();
const desk = { ...bare, deps: { ...bare.deps, embedder: () => embedder } } as unknown as typeof bare;
const entries = writtenEntries('a').filter(({ language }) => language === 'en');
for (const { question, answer } of entries) await teach(desk, question, answer);

const times: Record<'view' | 'whole', number[]> = { view: [], whole: [] };
for (const [at, { question }] of entries.slice(0, 20).entries()) {
  const conversation = take(desk, incoming({ text: question }));
  const draft = await draftReply(desk.deps, { conversationId: conversation.id });
  let text = draft.text;
  for (const other of [7, 13, 29, 41]) {
    text = `${text} ${entries[(at + other) % entries.length]?.answer ?? ''}`;
    const input = { conversationId: conversation.id, draftId: draft.id, text };
    let started = performance.now();
    checkReply(desk.deps, input);
    times.view.push(performance.now() - started);
    started = performance.now();
    checkReply(desk.deps, input, await prepareCheck(desk.deps, input));
    times.whole.push(performance.now() - started);
  }
}
await embedder.close();
for (const [name, all] of Object.entries(times)) {
  const sorted = all.toSorted((a, b) => a - b);
  const share = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`${name}: median ${share(0.5)} ms, 95 % within ${share(0.95)} ms, of ${all.length}`);
}
