import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { portPair } from '#shared/rpc/port.ts';
import { type DeathPoint, dieAt } from './step-counter.ts';

/** What the child is told, as JSON in its first argument. */
export type AcceptingDeskOptions = {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly modelsFolder: string;
  readonly death: DeathPoint | null;
};

/** What the child says, a JSON object a line: a reply that the desk has answered it took; that none is left to answer. */
export type AcceptingDeskReport =
  | { readonly kind: 'accepted'; readonly conversationId: string; readonly remoteId: string; readonly body: string }
  | { readonly kind: 'idle' };

const report = (line: AcceptingDeskReport): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const options = JSON.parse(process.argv[2] ?? '') as AcceptingDeskOptions;
if (options.death !== null) dieAt(options.death);

// Loaded after the watching has begun, as the program would load it.
const { runDesk } = await import('#backend/run-desk.ts');
// A killed process writes no cache at its end, and the next child starts twice as fast with one.
flushCompileCache();
const { server } = await runDesk({
  ...options,
  version: '',
  host: noKeychainHost(),
  undoMs: 0,
  seedsSample: true,
  onError(context, error) {
    console.error(context, error);
    process.exit(1);
  },
});
const [near, far] = portPair();
server.serve(far);
const client = createRpcClient(near);

// Accepts for as long as it lives: the draft, an edited draft, or words of its own where there is none.
for (let count = 0; ; count++) {
  const { items } = await client.call('conversation.list', { status: 'unanswered', limit: 1 });
  const conversationId = items[0]?.id;
  if (conversationId === undefined) {
    // None yet, or none any more.
    const { total } = await client.call('conversation.list', { limit: 1 });
    if (total > 0) report({ kind: 'idle' });
    await sleep(20);
    continue;
  }
  const { messages, draft } = await client.call('conversation.get', { conversationId });
  const isWhole = draft !== null && draft.state === 'open' && draft.sentences.every(({ part }) => part !== 'gap');
  const whole = isWhole && draft.text !== '' ? draft.text : 'We look into it and write again today.';
  const text = count % 3 === 0 ? `${whole}\n\nThe paper bag is on us this time.` : whole;
  const draftId = isWhole ? draft.id : null;
  const marks = await client.call('draft.check', { conversationId, draftId, text });
  const { outbox } = await client.call('draft.accept', {
    conversationId,
    draftId,
    lastMessageId: messages.at(-1)?.id ?? '',
    text,
    isLanguageMeant: true,
    confirmed: marks.map(({ kind, said }) => ({ kind, said })),
  });
  report({ kind: 'accepted', conversationId, remoteId: outbox.remoteId, body: outbox.body });
}
