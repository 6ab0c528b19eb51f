import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { sentReplies } from '#adapters/inbox/sample/sample-connector.ts';
import { databaseFile } from '#backend/compose.ts';
import { sampleSentFile } from '#backend/connectors.ts';
import { runDesk } from '#backend/run-desk.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { sampleMessages, sampleResources } from '#test/support/sample-resources.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { killPlan } from './support/kill-plan.ts';
import { type AcceptedReply, runUntilKilled } from './support/run-child.ts';

const kills = 50;
const conversations = 400;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskside-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Catches: a reply that was promised and is gone after a crash, a reply that a customer gets twice, a thread that
// shows a reply twice or not at all, a database that a crash left broken.
test('a backend killed 50 times while it accepts and sends loses nothing and sends nothing twice', async () => {
  const seed = Number(process.env['DESKSIDE_TEST_SEED'] ?? Date.now() % 1_000_000);
  console.log(`kill test: DESKSIDE_TEST_SEED=${seed}`);
  const random = seededRandom(seed);
  const options = freshDesk();
  const promised: AcceptedReply[] = [];
  let sent = 0;
  for (const [i, kill] of killPlan(random, kills).entries()) {
    promised.push(...(await runUntilKilled(options, kill)));
    // Now and then the next backend is killed as well, while it recovers.
    if (i < kills - 1 && random.next() < 0.3) continue;
    const context = `after kill ${i + 1} (${JSON.stringify(kill)}), seed ${seed}`;
    sent = await checkedAfterDraining(options, promised, context);
  }
  console.log(`kill test: ${promised.length} replies promised, ${sent} sent`);
  // How many a child takes before its death is chance; a test in which they took hardly any would show nothing.
  expect(promised.length, 'the children accepted too little to tell').toBeGreaterThan(kills / 2);
  expect(sent).toBeGreaterThanOrEqual(promised.length);
}, 300_000);

type DeskFolders = { readonly dataFolder: string; readonly resourcesFolder: string; readonly modelsFolder: string };

function freshDesk(): DeskFolders {
  const dataFolder = path.join(folder, 'data');
  mkdirSync(dataFolder);
  const texts = sampleMessages();
  const messages = Array.from({ length: conversations }, (_, i) => texts[i % texts.length] ?? '');
  const resourcesFolder = sampleResources(path.join(folder, 'resources'), messages);
  // Without the sentence model: it has no part in this, and starting it takes longer than all the rest.
  return { dataFolder, resourcesFolder, modelsFolder: path.join(folder, 'no-models') };
}

/** Starts the desk again, lets the outbox run empty and looks at both sides. Returns how many replies have left. */
async function checkedAfterDraining(
  options: DeskFolders,
  promised: readonly AcceptedReply[],
  context: string,
): Promise<number> {
  const failures: unknown[] = [];
  const { desk, stop } = await runDesk({
    ...options,
    version: '',
    host: noKeychainHost(),
    undoMs: 0,
    seedsSample: true,
    watchesInboxes: false,
    onError: (_, error) => failures.push(error),
  });
  try {
    await drained(desk.database, context);
    const farSide = sentReplies(sampleSentFile(options.dataFolder));
    const names = farSide.map((reply) => reply.remoteId);
    const threads = farSide.map((reply) => reply.threadId);
    expect(repeated(names), `sent twice ${context}`).toEqual([]);
    expect(repeated(threads), `two replies to one customer ${context}`).toEqual([]);
    const bodies = new Map(farSide.map((reply) => [reply.remoteId, reply.body]));
    const lost = promised.filter((reply) => bodies.get(reply.remoteId) !== reply.body);
    expect(lost, `promised and not sent ${context}`).toEqual([]);
    expect(repliesInThreads(desk.database).toSorted(), `threads ${context}`).toEqual(names.toSorted());
    expect(outcomesOf(desk.database), `outcomes ${context}`).toBe(names.length);
    expect(failures, context).toEqual([]);
    return names.length;
  } finally {
    await stop();
    expectSound(path.join(options.dataFolder, databaseFile), context);
  }
}

async function drained({ outbox }: Database, context: string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (outbox.pending().length > 0) {
    if (Date.now() > giveUpAt) throw new Error(`The outbox does not run empty ${context}`);
    await sleep(5);
  }
}

/** Remote ids of everything the store said, thread by thread. */
function repliesInThreads({ conversations: threads }: Database): string[] {
  const { items } = threads.list({ offset: 0, limit: conversations });
  return items.flatMap(({ id, status }) => {
    const replies = threads.messages(id).filter((message) => message.role === 'agent');
    expect(status === 'answered', `conversation ${id} is ${status}`).toBe(replies.length > 0);
    return replies.map((message) => message.remoteId);
  });
}

function outcomesOf({ outcomes, stores }: Database): number {
  const span = { from: 0, to: Number.MAX_SAFE_INTEGER };
  return stores.list().flatMap((store) => outcomes.list({ storeId: store.id, ...span }, conversations)).length;
}

function repeated(values: readonly (string | null)[]): readonly (string | null)[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

function expectSound(file: string, context: string): void {
  const raw = new BetterSqlite(file, { readonly: true });
  try {
    expect(raw.pragma('integrity_check', { simple: true }), context).toBe('ok');
    expect(raw.pragma('foreign_key_check'), context).toEqual([]);
  } finally {
    raw.close();
  }
}
