import { parseArgs } from 'node:util';
import { listAlarms } from '#core/insights/drift/list-alarms.ts';
import { createOutcomeFacts } from '#core/insights/outcome-facts.ts';
import { reportInsights } from '#core/insights/report-insights.ts';
import { InsightQuery } from '#shared/model/insight.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

/* npx node test/bench/insight-scale.ts [--outcomes N]: how long figures and alarms take over so many outcomes. */
const { values } = parseArgs({ options: { outcomes: { type: 'string', default: '100000' } } });
const count = Number(values.outcomes);
const random = seededRandom(5);
const desk = coreDesk();
const words = 'you can send it back within thirty days of delivery if it is unused and in its box and we pay '.split(
  ' ',
);
const prose = (length: number): string => Array.from({ length }, () => random.pick(words)).join(' ');
const entries = Array.from({ length: 200 }, (_, i) => ({ id: newId(), topic: `topic ${i % 20}`, text: prose(50) }));
const conversation = take(desk, incoming());
const [message] = desk.db.conversations.messages(conversation.id);
if (message === undefined) throw new Error('There is no message');
const owner = { id: newId(), role: 'owner' } as const;

const dayMs = 86_400_000;
desk.db.transaction(() => {
  for (let i = 0; i < count; i++) {
    const shown = [random.pick(entries), random.pick(entries), random.pick(entries)];
    const asks = shown.slice(0, random.whole(1, 2));
    const sentences = asks.map(({ text }, ask) => ({
      part: 'answer' as const,
      text,
      lead: '\n\n',
      evidence: ask,
      ask,
    }));
    const text = sentences.map((sentence) => sentence.text).join('\n\n');
    const createdAt = noon - Math.floor(((count - i) / count) * 360 * dayMs);
    const draftId = newId();
    desk.db.drafts.add({
      id: draftId,
      conversationId: conversation.id,
      messageId: message.id,
      state: 'accepted',
      language: 'en',
      asks: asks.map((_entry, ask) => ({
        text: prose(12),
        context: prose(20),
        evidence: ask,
        silence: null,
        confidence: 0.8,
        candidates: [{ evidence: ask, confidence: 0.8 }],
        judged: {
          ownerId: newId(),
          regime: 'spaced/vectors',
          features: Array.from({ length: 9 }, () => random.next()),
        },
      })),
      evidence: shown.map((entry) => ({
        kind: 'knowledge',
        id: entry.id,
        versionId: newId(),
        question: prose(10),
        answer: entry.text,
        topic: entry.topic,
        language: 'en',
        correctsEntryId: null,
        confidence: 0.8,
        cosine: 0.8,
        overlap: 0.5,
      })),
      sentences,
      text,
      confidence: 0.8,
      silence: null,
      learnedItemIds: [],
      embedderId: null,
      createdAt,
    });
    const isEdited = random.next() < 0.3;
    desk.db.outcomes.append(
      anOutcome(desk.storeId, {
        conversationId: newId(),
        draftId,
        act: isEdited ? 'edited' : 'accepted',
        draftText: text,
        sentText: isEdited ? text.replace('thirty', 'forty') : text,
        keptShare: isEdited ? 0.9 : 1,
        createdAt,
        waitedMs: random.whole(1, 1e7),
        profileId: owner.id,
      }),
    );
  }
});

const deps = { ...desk.deps, passTurn: () => new Promise<void>((resolve) => setImmediate(resolve)) };
const withFacts = { ...deps, facts: createOutcomeFacts(deps) };
async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${name.padEnd(44)} ${(performance.now() - from).toFixed(0)} ms`);
}
const query = (days: number, by: string | null) =>
  InsightQuery.parse({
    storeId: desk.storeId,
    from: noon - days * dayMs,
    to: noon,
    utcOffset: 0,
    by,
    unit: days > 31 ? 'week' : 'day',
  });
console.log(`${count} outcomes`);
await timed('the first report reads all of them', () => reportInsights(withFacts, query(30, 'topic'), owner));
await timed('30 days by topic', () => reportInsights(withFacts, query(30, 'topic'), owner));
await timed('90 days by entry', () => reportInsights(withFacts, query(90, 'entry'), owner));
await timed('alarms', () => listAlarms(withFacts, desk.storeId, owner));
