import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { composeDesk } from '#backend/compose.ts';
import type { Desk } from '#backend/desk.ts';
import { takeMessages } from '#core/inbox/take-messages.ts';
import { addEntry } from '#core/knowledge/save-knowledge.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { plainSettings } from '#shared/model/store.ts';
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
  const desk = composeDesk({ ...options, host: noKeychainHost(), emit: () => undefined });
  const { deps } = desk;
  await desk.embedders.load();
  const inbox = storeWithInbox(desk);
  const entryIds: string[] = [];
  for (let start = 0; start < entries.length; start += entriesATransaction) {
    deps.transaction(() => {
      for (const { content } of entries.slice(start, start + entriesATransaction)) {
        const source = { origin: 'import', file: 'faq.csv', row: entryIds.length + 2 } as const;
        entryIds.push(addEntry(deps, inbox.storeId, content, source).id);
      }
    });
  }
  await embedPassages(deps, undefined, onProgress);
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
    async close() {
      await desk.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
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
