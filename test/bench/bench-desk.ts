import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { composeDesk } from '#backend/compose.ts';
import type { Desk } from '#backend/desk.ts';
import { takeMessages } from '#core/inbox/take-messages.ts';
import { addEntry } from '#core/knowledge/save-knowledge.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { readKnownWords } from '#core/retrieval/read-known-words.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { writtenHere } from '#shared/model/knowledge.ts';
import { plainSettings } from '#shared/model/store.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { modelsFolder } from '#test/support/sample-resources.ts';
import type { FaqEntry } from './faq.ts';

/** A desk on a real file with the real embedder and one store; no loop runs, so that only what is measured works. */
export type BenchDesk = {
  readonly desk: Desk;
  readonly inbox: Inbox;
  /** Entry ids, in the order of the entries. */
  readonly entryIds: readonly string[];
  /** A customer's message comes in; returns its conversation. */
  take(text: string): string;
  /** Adds entries whose vectors are made up: near those of real texts, so that a search has as much to weigh. */
  grow(entries: readonly FaqEntry[], seed: number): void;
  /** Is told what the desk emits from now on. */
  listen(listener: EmitEvent): void;
  close(): Promise<void>;
};

const entriesATransaction = 500;

export async function benchDesk(
  entries: readonly FaqEntry[],
  resources: string,
  onProgress: (done: number, total: number) => void,
): Promise<BenchDesk> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'deskside-bench-'));
  const options = { version: '', dataFolder, resourcesFolder: resources, modelsFolder };
  let listener: EmitEvent = () => undefined;
  const emit: EmitEvent = (name, payload) => listener(name, payload);
  const desk = composeDesk({ ...options, host: noKeychainHost(), emit });
  const { deps } = desk;
  await desk.embedders.load();
  const inbox = storeWithInbox(desk);
  const entryIds: string[] = [];
  const add = (more: readonly FaqEntry[]): void => {
    for (let start = 0; start < more.length; start += entriesATransaction) {
      deps.transaction(() => {
        for (const { content } of more.slice(start, start + entriesATransaction)) {
          const source = { ...writtenHere, origin: 'import' as const, file: 'faq.csv', row: entryIds.length + 2 };
          const place = { storeId: inbox.storeId, setId: null };
          entryIds.push(addEntry(deps, place, content, source, { who: '', why: '' }).id);
        }
      });
    }
  };
  add(entries);
  await embedPassages(deps, undefined, onProgress);
  await readKnownWords(deps);
  desk.setModel(inbox.storeId, await learnModel(deps, inbox.storeId));
  let taken = 0;
  return {
    desk,
    inbox,
    entryIds,
    take(text) {
      const message = incoming(text, ++taken, deps.clock.now());
      const [conversationId] = deps.transaction(() => takeMessages(deps, inbox, [message])).changed;
      return conversationId ?? '';
    },
    grow(more, seed) {
      const embedderId = desk.embedders.current()?.id ?? '';
      const real = entryIds.flatMap((id) => deps.passages.questionVector(embedderId, id) ?? []);
      add(more);
      madeUpVectors(desk, embedderId, real, seed);
    },
    listen(next) {
      listener = next;
    },
    async close() {
      await desk.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

/** Gives every text that waits a real vector with noise of the same length on it: about as near to it as a paraphrase. */
function madeUpVectors({ deps }: Desk, embedderId: string, real: readonly Float32Array[], seed: number): void {
  const random = seededRandom(seed);
  for (;;) {
    const waiting = deps.passages.unembedded(embedderId, 2_000);
    if (waiting.length === 0) return;
    const vectors = waiting.map(({ hash }) => {
      const base = random.pick(real);
      const noise = 1.7 / Math.sqrt(base.length);
      return { hash, vector: base.map((value) => value + noise * (2 * random.next() - 1)) };
    });
    deps.passages.putVectors(embedderId, vectors);
  }
}

function storeWithInbox({ deps }: Desk): Inbox {
  const at = deps.clock.now();
  const settings = { name: 'Bench', ...plainSettings };
  const store = deps.stores.add({ id: deps.ids.newId(), versionId: deps.ids.newId(), settings, at });
  return deps.inboxes.add({
    id: deps.ids.newId(),
    storeId: store.id,
    name: 'Bench',
    settings: { kind: 'sample' },
    createdAt: at,
  });
}

function incoming(text: string, number: number, sentAt: number): Parameters<typeof takeMessages>[2][number] {
  const address = `customer${number}@example.com`;
  return {
    remoteId: `bench-${number}`,
    references: [],
    threadId: null,
    role: 'customer',
    authorName: `Customer ${number}`,
    authorAddress: address,
    customerAddress: address,
    customerName: `Customer ${number}`,
    subject: `Question ${number}`,
    text,
    attachments: [],
    automatic: null,
    channel: 'email',
    sentAt,
  };
}
