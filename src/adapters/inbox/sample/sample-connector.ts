import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '#core/ports/clock.ts';
import type { IdSource } from '#core/ports/id-source.ts';
import type { InboxConnector, IncomingMessage, OutgoingReply, PulledPage } from '#core/ports/inbox-connector.ts';
import type { Order } from '#shared/model/order.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';
import { type SampleConversation, type SampleStore, instantOf, readSampleStore } from './sample-store.ts';

export type SampleConnectorOptions = {
  readonly resourcesFolder: string;
  /** The file that stands for the far side: replies that have left, a JSON object a line. Null keeps them in memory. */
  readonly sentFile: string | null;
  readonly clock: Clock;
  readonly ids: IdSource;
};

/** When the sample began, and how many conversations have come. */
const Cursor = z.object({ base: z.number(), taken: z.number() });
const pageSize = 25;

/** The sample store as an inbox: its conversations come as if they had just been written, its replies go to a file. */
export function openSampleConnector(options: SampleConnectorOptions): InboxConnector {
  const { sentFile } = options;
  const inMemory = new Set<string>();
  let store: SampleStore | null = null;
  const sample = (): SampleStore => (store ??= readSampleStore(options.resourcesFolder));
  return {
    capabilities: { provesUnsent: true, canWatch: false },
    replyRules: () => ({ maxLength: 25_000, windowMs: null, files: deskFileRules }),
    helpdesk: null,
    readThread: null,
    async probe() {
      const names = ['receive', 'send'] as const;
      return { isOk: true, checks: names.map((name) => ({ name, isOk: true, problem: null, note: null })) };
    },
    async pull(cursor) {
      return pulledPage(sample(), cursor, options.clock.now());
    },
    newRemoteId: () => `sample-${options.ids.newId()}`,
    async send(reply, _signal, onLeaving) {
      onLeaving();
      if (sentFile === null) {
        inMemory.add(reply.remoteId);
        return reply.remoteId;
      }
      mkdirSync(path.dirname(sentFile), { recursive: true });
      appendFileSync(sentFile, `${lineBreakOwed(sentFile)}${lineOf(reply)}\n`, { flush: true });
      return reply.remoteId;
    },
    async findSent(reply) {
      const hasLeft =
        sentFile === null
          ? inMemory.has(reply.remoteId)
          : sentReplies(sentFile).some((sent) => sent.remoteId === reply.remoteId);
      return hasLeft ? reply.remoteId : null;
    },
    async waitForNews(maxMs, signal) {
      await sleep(maxMs, undefined, { signal }).catch(() => undefined);
    },
    async close() {},
  };
}

/** A reply as the far side has it, what is in its files as base64. */
function lineOf(reply: OutgoingReply): string {
  const files = reply.files.map(({ name, contentType, bytes }) => ({
    name,
    contentType,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  return JSON.stringify({ ...reply, files });
}

/** Replies that have reached the far side of the sample store. A line cut off by a crash never left. */
export function sentReplies(sentFile: string): readonly Pick<OutgoingReply, 'remoteId' | 'body' | 'threadId'>[] {
  if (!existsSync(sentFile)) return [];
  return readFileSync(sentFile, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as OutgoingReply];
      } catch {
        return [];
      }
    });
}

/** Half a line that a crash left is ended first: a reply written on to it could never be read again. */
function lineBreakOwed(sentFile: string): '' | '\n' {
  const isWhole = !existsSync(sentFile) || (readFileSync(sentFile).at(-1) ?? 10) === 10;
  return isWhole ? '' : '\n';
}

function pulledPage(store: SampleStore, cursor: string | null, now: number): PulledPage {
  const { base, taken } = cursor === null ? { base: now, taken: 0 } : Cursor.parse(JSON.parse(cursor));
  const page = store.conversations.slice(taken, taken + pageSize);
  return {
    messages: page.flatMap((conversation) => messagesOf(conversation, base)),
    undelivered: [],
    orders: taken === 0 ? store.orders.map((order) => orderOf(order, base, now)) : [],
    cursor: JSON.stringify({ base, taken: taken + page.length }),
    hasMore: taken + page.length < store.conversations.length,
    progress: null,
  };
}

function messagesOf(conversation: SampleConversation, base: number): IncomingMessage[] {
  return conversation.turns.map((turn, i) => ({
    remoteId: `${conversation.id}/${i + 1}`,
    references: [],
    threadId: conversation.id,
    role: turn.role,
    authorName: turn.role === 'customer' ? conversation.customer.name : '',
    authorAddress: turn.role === 'customer' ? conversation.customer.address : '',
    customerAddress: conversation.customer.address,
    customerName: conversation.customer.name,
    subject: conversation.subject,
    text: turn.text,
    attachments: turn.attachments ?? [],
    automatic: turn.automatic === true ? 'auto_reply' : null,
    channel: 'email',
    sentAt: instantOf(turn.at, base),
  }));
}

function orderOf(order: SampleStore['orders'][number], base: number, now: number): Order {
  return {
    ...order,
    placedAt: instantOf(order.placedAt, base),
    promisedAt: order.promisedAt == null ? null : instantOf(order.promisedAt, base),
    carrier: order.carrier ?? null,
    trackingNumber: order.trackingNumber ?? null,
    trackingUrl: order.trackingUrl ?? null,
    parcels: order.status === 'shipped' || order.status === 'delivered' ? 1 : 0,
    source: { kind: 'sample', name: '' },
    readAt: now,
  };
}
