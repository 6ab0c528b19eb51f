import conversationsText from '../../../resources/sample-store/conversations.jsonl?raw';
import knowledgeText from '../../../resources/sample-store/knowledge.jsonl?raw';
import ordersText from '../../../resources/sample-store/orders.json?raw';
import storeText from '../../../resources/sample-store/store.json?raw';

export type SampleTurn = {
  readonly role: 'customer' | 'agent';
  readonly at: string;
  readonly text: string;
  readonly attachments?: ReadonlyArray<{ readonly name: string; readonly size: number; readonly contentType: string }>;
  readonly automatic?: boolean;
};

export type SampleConversation = {
  readonly id: string;
  readonly customer: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly language: 'en' | 'zh' | 'ja';
  readonly turns: readonly SampleTurn[];
  readonly expects: ReadonlyArray<{
    readonly ask: string;
    readonly entryIds?: readonly string[];
    readonly order?: string;
    readonly silent?: boolean;
  }>;
};

export type SampleEntry = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly topic?: string;
  readonly title?: string;
  readonly language: 'en' | 'zh' | 'ja';
  readonly scope?: readonly string[];
};

function linesOf<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

export const sampleConversations = linesOf<SampleConversation>(conversationsText);
export const sampleEntries = linesOf<SampleEntry>(knowledgeText);
export const sampleStore = JSON.parse(storeText) as {
  readonly name: string;
  readonly settings: Record<string, unknown>;
};
export const sampleOrders = JSON.parse(ordersText) as ReadonlyArray<Record<string, unknown>>;

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "-25m" as a time. */
export function momentAt(offset: string, now: number): number {
  const match = /^([+-])(\d+)([mhd])$/.exec(offset);
  if (match === null) return now;
  const span = Number(match[2]) * units[match[3] as keyof typeof units];
  return match[1] === '-' ? now - span : now + span;
}

let nextNumber = 1;

/** An id that looks like any other. */
export function newId(): string {
  return `0195c0de-0000-7000-8000-${(nextNumber++).toString(16).padStart(12, '0')}`;
}

/** A number from 0 to 1 that only looks like chance. */
export function share(seed: number): number {
  return ((seed * 9301 + 49_297) % 233_280) / 233_280;
}

/** Who works at the made-up desk besides its owner. */
export const samplePeople = [
  { id: newId(), name: 'Mika' },
  { id: newId(), name: 'Tomás' },
  { id: newId(), name: 'Yun' },
] as const;
