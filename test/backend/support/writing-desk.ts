import { writeSync } from 'node:fs';
import { ModelSettings } from '#shared/model/language-model.ts';
import { eventually, settled, startTestDesk } from '#test/support/test-desk.ts';

/** What the child is told, as JSON in its first argument. */
export type WritingDeskOptions = {
  readonly isLocalOnly: boolean;
  /** Models, the first one first; what is not loopback is far. */
  readonly models: readonly ModelSettings[];
};

/** What it says at its end, as JSON: that it has done what it was to do, and what became of it. */
export type WritingDeskReport = {
  /** Entries that a page from a file became. */
  readonly imported: number;
  readonly drafts: number;
  readonly writtenBy: string | null;
  /** Why models gave nothing: name of the model and code; of a draft, a translation, a rewriting and a summary. */
  readonly problems: readonly string[];
  readonly translated: string | null;
  readonly learned: number;
  readonly sent: number;
  readonly farLines: number;
  readonly errors: readonly string[];
};

const options = JSON.parse(process.argv[2] ?? '') as WritingDeskOptions;
const desk = await startTestDesk();
const { client } = desk;
const { deps } = desk.desk;
const storeId = (await client.call('store.list', {}))[0]?.id ?? '';
await settled(desk);

for (const [i, settings] of options.models.entries())
  await client.call('model.save', { modelId: null, name: `Model ${i + 1}`, settings, secret: `sk-${i}-secret` });
const ids = (await client.call('model.list', {})).map(({ id }) => id);
const chains = { draft: ids, rewrite: ids, translate: ids, summarise: ids };
await client.call('writing.save', {
  storeId,
  writing: { isLocalOnly: options.isLocalOnly, isAhead: false, chains },
});

/** A page that asks whoever shows it to fetch things. */
const page = `<!doctype html><html><head><link rel="stylesheet" href="https://styles.example/a.css">
<script src="https://scripts.example/a.js"></script></head><body><h1>Visits</h1>
<h2>Can I visit your workshop?</h2><p>The workshop is open to visitors on the first Saturday of a month.</p>
<img src="https://pixels.example/seen.png"><iframe src="https://frames.example/"></iframe></body></html>`;
const imported = await importPage();

const [inbox] = deps.inboxes.list(storeId);
const conversationId = deps.conversations.findByThreadId(inbox?.id ?? '', 'c-007') ?? '';
const written = await client.call('draft.write', { conversationId, steer: null, writingId: deps.ids.newId() });
const others = options.isLocalOnly ? await otherTasks(written.draft.text) : null;

const { messages, draft } = await client.call('conversation.get', { conversationId });
const draftId = draft?.id ?? null;
const text = (draft?.text ?? '').replace('about every 10 weeks', 'about every 16 weeks, as the kiln is being relined');
const marks = await client.call('draft.check', { conversationId, draftId, text });
const { learned } = await client.call('draft.accept', {
  conversationId,
  draftId,
  lastMessageId: messages.at(-1)?.id ?? '',
  text,
  // The agent knows it better than the entry.
  confirmed: marks.map(({ kind, said }) => ({ kind, said })),
});
await eventually('the reply has left', () => deps.outbox.pending().length === 0);
await desk.loops.index.settled();
await desk.loops.drafts.settled();

const report: WritingDeskReport = {
  imported,
  drafts: deps.conversations.list({ offset: 0, limit: 500 }).items.filter(({ id }) => deps.drafts.current(id) !== null)
    .length,
  writtenBy: written.draft.writer?.modelName ?? null,
  problems: [written, ...(others === null ? [] : Object.values(others))]
    .flatMap(({ problems }) => problems)
    .map(({ modelName, problem }) => `${modelName}: ${problem.code}`),
  translated: others?.translated.translation?.sentences.map(({ lead, text: one }) => lead + one).join('') ?? null,
  learned: learned.length,
  sent: deps.conversations.messages(conversationId).filter(({ role }) => role === 'agent').length,
  farLines: deps.ledger.list({ storeId: null, isLocal: false, before: null, limit: 100 }).length,
  errors: desk.errors,
};
await desk.end();
writeSync(1, JSON.stringify(report));
process.exit();

/** What else models are asked for. */
async function otherTasks(text: string) {
  const tool = { conversationId, text, selection: null, language: null, tool: 'friendlier' } as const;
  return {
    translated: await client.call('draft.translated', { conversationId, text, to: 'zh' }),
    rewritten: await client.call('writing.apply', tool),
    summary: await client.call('writing.summary', { conversationId, language: 'en' }),
  };
}

async function importPage(): Promise<number> {
  const place = { storeId, setId: null };
  const { id: sourceId } = await client.call('source.add', { place, name: 'Visits', settings: { kind: 'given' } });
  const files = [{ name: 'visits.html', bytes: new TextEncoder().encode(page) }];
  const plan = await client.call('source.read', { sourceId, files });
  const choice = { kinds: ['added' as const], takesUnsure: true, flipped: [] };
  const { added } = await client.call('source.take', { planId: plan.id, choice, why: 'Read' });
  await desk.loops.index.settled();
  return added;
}
