import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Passage, readSources } from '#core/support/source-text.ts';
import { supportMap } from '#core/support/support-map.ts';
import type { SupportMark } from '#shared/model/support.ts';

/*
 * Real replies against their evidence: node test/bench/support.ts FOLDER [errors]
 * FOLDER holds hetpqa_evidence_to_reply/pairs.jsonl and amazon_pqa/{kb,queries}.jsonl. The replies are known to be
 * supported, so every mark without a source is a false alarm – or something a person added to the evidence. Each reply
 * with a number is then given another number: that one has to be flagged.
 */
type Case = {
  readonly id: string;
  readonly question: string;
  readonly reply: string;
  readonly passages: readonly Passage[];
};

const [folder = '', shown = '0'] = process.argv.slice(2);

function linesOf<T>(file: string): readonly T[] {
  const full = path.join(folder, file);
  if (!existsSync(full)) {
    console.log(`${full} is not there: skipped`);
    return [];
  }
  return readFileSync(full, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

const passage = (id: string, question: string, answer: string, index: number): Passage => ({
  kind: 'knowledge',
  id,
  index,
  question,
  answer,
  language: 'en',
});

function pairs(): readonly Case[] {
  return linesOf<{ id: string; text: string; evidence: string; reply: string }>(
    'hetpqa_evidence_to_reply/pairs.jsonl',
  ).map(({ id, text, evidence, reply }) => ({ id, question: text, reply, passages: [passage(id, '', evidence, 0)] }));
}

function productQuestions(): readonly Case[] {
  const entries = new Map(
    linesOf<{ id: string; answer: string; title?: string }>('amazon_pqa/kb.jsonl').map((one) => [one.id, one]),
  );
  return linesOf<{ id: string; text: string; gold_ids?: string[]; replies?: string[] }>(
    'amazon_pqa/queries.jsonl',
  ).flatMap(({ id, text, gold_ids: gold = [], replies = [] }) => {
    const passages = gold.flatMap((entryId, index) => {
      const entry = entries.get(entryId);
      return entry === undefined ? [] : [passage(entryId, entry.title ?? '', entry.answer, index)];
    });
    return passages.length === 0
      ? []
      : replies.map((reply, at) => ({ id: `${id}/${at}`, question: text, reply, passages }));
  });
}

function marksOf({ question, passages }: Case, text: string): readonly SupportMark[] {
  const messages = [{ id: 'm', role: 'customer' as const, authorName: '', text: question }];
  return supportMap({
    text,
    language: 'en',
    sources: readSources({ passages, messages, orders: [], phrases: [], names: [] }),
  }).filter(({ verdict }) => verdict !== 'supported');
}

function withOtherNumber(reply: string): string | null {
  const match = /(?<![\w.,/-])[1-9]\d{0,3}(?![\w.,/-]*\d|[a-z])/i.exec(reply);
  if (match === null) return null;
  return reply.slice(0, match.index) + String(Number(match[0]) * 3 + 1) + reply.slice(match.index + match[0].length);
}

function report(name: string, cases: readonly Case[]): void {
  if (cases.length === 0) return;
  const kinds = new Map<string, number>();
  let [marked, asked, mutated, flagged, printed] = [0, 0, 0, 0, 0];
  const started = performance.now();
  for (const one of cases) {
    const marks = marksOf(one, one.reply);
    if (marks.length > 0) marked += 1;
    if (marks.some(({ asks }) => asks)) asked += 1;
    for (const { kind, verdict } of marks) kinds.set(`${kind} ${verdict}`, (kinds.get(`${kind} ${verdict}`) ?? 0) + 1);
    const other = withOtherNumber(one.reply);
    if (other !== null) {
      mutated += 1;
      const added = marksOf(one, other).some(
        (mark) => !marks.some(({ kind, said }) => kind === mark.kind && said === mark.said),
      );
      if (added) flagged += 1;
    }
    if (marks.some(({ asks }) => asks) && printed < Number(shown)) {
      printed += 1;
      console.log(`- ${one.id} ${JSON.stringify(one.question)}\n  reply: ${one.reply}`);
      for (const { answer } of one.passages.slice(0, 3)) console.log(`  evidence: ${answer.slice(0, 260)}`);
      for (const { kind, said, verdict, says } of marks)
        console.log(`  ${verdict} ${kind} “${said}”${says === null ? '' : ` – says “${says}”`}`);
    }
  }
  const share = (part: number, of: number): string =>
    `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)} %)`;
  console.log(`${name}: replies with a mark ${share(marked, cases.length)}, asked about ${share(asked, cases.length)}`);
  console.log(
    `  marks: ${[...kinds]
      .toSorted((a, b) => b[1] - a[1])
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );
  console.log(`  another number in the reply: flagged ${share(flagged, mutated)}`);
  console.log(
    `  ${((performance.now() - started) / cases.length).toFixed(2)} ms a reply, its mutation and both readings of its sources`,
  );
}

report('hetpqa_evidence_to_reply', pairs());
report('amazon_pqa', productQuestions());
