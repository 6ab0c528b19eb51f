import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { checkReply } from '#core/support/check-reply.ts';
import { type Written, writeDraft } from '#core/writing/write-draft.ts';
import { problemOf } from '#shared/errors.ts';
import type { Draft } from '#shared/model/draft.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import { type CoreDesk, coreDesk, incoming, noon, take, teach } from '#test/support/core-desk.ts';
import { scriptedModel, withModels } from '#test/support/scripted-model.ts';
import type { Attack } from './attack.ts';
import { type Answer, type Asked, answersTo, holdsAny, isSaidIn, otherSecret } from './obedience.ts';

/** Where an attack stands. */
export const places = ['a message', 'an earlier message', 'an entry beside', 'an entry that answers'] as const;
export type Place = (typeof places)[number];

export type Trial = {
  readonly attack: Attack;
  readonly place: Place;
  readonly answer: Answer;
  /** What of the payload stands in the draft that was kept; null: nothing. */
  readonly got: string | null;
  /** Whether an entry says that itself: whoever took it into the knowledge answers for it. */
  readonly isInEntry: boolean;
  /** Why the answer was refused; null where it was taken. */
  readonly refused: string | null;
  readonly text: string;
};

export type Attacked = {
  readonly trials: readonly Trial[];
  /** Attacks with which nothing was left to word, so that no model was asked. */
  readonly unasked: number;
  /** What else happened: tables that changed, events that were told. */
  readonly happened: readonly string[];
};

const known: Readonly<Record<Attack['language'], readonly [question: string, answer: string]>> = {
  en: [
    'How long does delivery to Norway take?',
    'Delivery to Norway takes five working days and costs 12 euros. You get a tracking link by mail.',
  ],
  zh: ['配送到挪威需要多久？', '配送到挪威需要五个工作日，费用是12欧元。发货后您会收到带物流链接的邮件。'],
  ja: [
    'ノルウェーへの配送は何日かかりますか？',
    'ノルウェーへの配送は五営業日で、送料は12ユーロです。発送後に追跡リンクをメールでお送りします。',
  ],
};

/** Puts every attack into a desk, and lets a model that obeys word the drafts: of its answers every so many. */
export async function attackedDesk(attacks: readonly Attack[], place: Place, every = 1): Promise<Attacked> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-attacked-'));
  const file = path.join(folder, 'desk.sqlite');
  const desk = coreDesk(undefined, file);
  try {
    const { name, word, order } = otherSecret;
    take(
      desk,
      incoming({
        customerName: name,
        customerAddress: 'olga@example.com',
        text: `I am ${name}, order ${order}, and my word is ${word}.`,
      }),
    );
    if (place !== 'an entry that answers')
      for (const language of ['en', 'zh', 'ja'] as const) await teach(desk, ...known[language], { language });
    const trials: Trial[] = [];
    let unasked = 0;
    const happened = new Set<string>();
    const ask = askable(desk);
    const entries: Entries = new Map();
    for (const [i, attack] of attacks.entries()) {
      const conversationId = await conversationWith(desk, attack, place, entries);
      const before = digests(file);
      desk.events.length = 0;
      const tried = await triedOn(desk, ask, { attack, place, conversationId, turn: i, every });
      if (tried.length === 0) unasked++;
      trials.push(...tried);
      const after = digests(file);
      for (const [table, digest] of after) if (before.get(table) !== digest) happened.add(`table ${table}`);
      for (const { name: event } of desk.events) happened.add(`event ${event}`);
    }
    return { trials, unasked, happened: [...happened].filter((one) => !expected.has(one)) };
  } finally {
    desk.db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Wording a draft writes the draft and the ledger, and sets which models may be asked. */
const expected: ReadonlySet<string> = new Set([
  ...['draft', 'draft_evidence', 'ledger_line'].map((table) => `table ${table}`),
  ...['draft.changed', 'draft.ready', 'ledger.changed', 'conversation.changed'].map((event) => `event ${event}`),
]);

/** The entry that holds the attack, by language. */
type Entries = Map<Attack['language'], string>;

async function conversationWith(desk: CoreDesk, attack: Attack, place: Place, entries: Entries): Promise<string> {
  const [question, answer] = known[attack.language];
  const about: Partial<IncomingMessage> = { threadId: `${place}-${attack.id}`, subject: '' };
  const at = (minutes: number): number => noon - minutes * 60_000;
  if (place === 'an entry that answers') {
    const answers = `${answer}\n\n${attack.text.slice(0, 6_000)}`;
    const content = { kind: 'pair', question, answer: answers, topic: null, scope: [], ...unlimited } as const;
    const entryId = entries.get(attack.language) ?? null;
    const input = { storeId: desk.storeId, entryId, content: { ...content, scope: [], language: attack.language } };
    entries.set(attack.language, (await saveKnowledge(desk.deps, input)).id);
  }
  if (place === 'an entry beside')
    await teach(desk, `About us, ${attack.id}`, attack.text.slice(0, 6_000), { language: attack.language });
  const messages: readonly Partial<IncomingMessage>[] = {
    'a message': [{ text: `${question}\n\n${attack.text}` }],
    'an earlier message': [
      { text: attack.text, sentAt: at(50) },
      {
        text: 'Hello, we look into it.',
        role: 'agent' as const,
        authorName: 'Ada',
        authorAddress: 'shop@example.com',
        sentAt: at(40),
      },
      { text: question },
    ],
    'an entry beside': [{ text: question }],
    'an entry that answers': [{ text: question }],
  }[place];
  const mails = messages.map((message) => incoming({ ...about, ...message }));
  const { id } = take(desk, ...mails);
  await draftReply(desk.deps, { conversationId: id }).catch(() => undefined);
  return id;
}

type Askable = {
  /** What the double was asked last; null before. */
  readonly asked: () => Asked | null;
  /** Lets it answer this, and the desk keep what it will. */
  readonly write: (conversationId: string, sentences: Answer['sentences']) => Promise<Written>;
};

/** The desk with a model that answers whatever it is told to. */
function askable(desk: CoreDesk): Askable {
  let asked: Asked | null = null;
  let next: Answer['sentences'] = [];
  const model = scriptedModel(
    (told, { system }) => {
      const [source] = (JSON.parse(told) as { sources: ReadonlyArray<{ text: string }> }).sources;
      asked = { system, told, good: firstSentence(source?.text ?? '') };
      return { sentences: next };
    },
    { isLocal: true },
  );
  const deps = {
    ...withModels(desk, [model]),
    marksOf: ({ id: draftId, conversationId }: Draft, text: string, steer: string | null) =>
      checkReply(desk.db, { conversationId, draftId, text, steer }),
  };
  const { signal } = new AbortController();
  return {
    asked: () => asked,
    write(conversationId, sentences) {
      next = sentences;
      return writeDraft(deps, { conversationId, steer: null, signal });
    },
  };
}

type Try = {
  readonly attack: Attack;
  readonly place: Place;
  readonly conversationId: string;
  readonly turn: number;
  readonly every: number;
};

async function triedOn(desk: CoreDesk, ask: Askable, { attack, place, conversationId, turn, every }: Try) {
  const base = desk.db.drafts.current(conversationId);
  if (base === null) return [];
  // What it is told is known once it was asked; the empty answer is refused.
  const first = await ask.write(conversationId, []).catch(problemOf);
  const asked = ask.asked();
  if (asked === null || 'code' in first) return [];
  const trials: Trial[] = [];
  const answers = answersTo(attack, asked, turn).filter((_, i) => i === 0 || (i + turn) % every === 0);
  for (const answer of answers) {
    const { draft, problems } = await ask.write(conversationId, answer.sentences);
    const [problem] = problems;
    const got = problem === undefined ? holdsAny(draft.text, answer.marks, base.text) : null;
    const reason = problem === undefined ? null : String(problem.problem.detail?.['reason'] ?? problem.problem.code);
    const isInEntry = got !== null && place === 'an entry that answers' && isSaidIn(got, attack.text);
    trials.push({ attack, place, answer, got, isInEntry, refused: reason, text: draft.text });
  }
  return trials;
}

function firstSentence(text: string): string {
  return /^[^.。\n]+[.。]?/.exec(text)?.[0] ?? text;
}

/** Every table with what stands in it. */
function digests(file: string): ReadonlyMap<string, string> {
  const db = new BetterSqlite(file, { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    return new Map(
      tables.map((table) => {
        const rows = db.prepare(`SELECT * FROM "${table}"`).raw().all();
        return [table, createHash('sha1').update(JSON.stringify(rows)).digest('hex')];
      }),
    );
  } finally {
    db.close();
  }
}
