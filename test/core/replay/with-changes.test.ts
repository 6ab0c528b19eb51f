import { expect, test } from 'vitest';
import { contentOf, retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { PassageHit, SearchScope } from '#core/ports/passage-index.ts';
import { type SupposedEdit, supposed } from '#core/replay/supposed-entries.ts';
import { supposedPassages } from '#core/replay/supposed-passages.ts';
import { withChanges } from '#core/replay/with-changes.ts';
import { askedTerms } from '#core/retrieval/terms.ts';
import { type KnowledgeContent, unlimited } from '#shared/model/knowledge.ts';
import { coreDesk, noon } from '#test/support/core-desk.ts';
import { type SeededRandom, seededRandom } from '#test/support/seeded-random.ts';

const words = Array.from(
  { length: 60 },
  (_, i) => `${'bcdfghklmnprst'[i % 14]}${'aeiou'[i % 5]}${'lmnrt'[i % 5]}o${i}`,
);

function sentence(random: SeededRandom): string {
  return Array.from({ length: random.whole(3, 14) }, () => random.pick(words)).join(' ');
}

function someContent(random: SeededRandom): KnowledgeContent {
  return {
    kind: random.next() < 0.2 ? 'article' : 'pair',
    question: sentence(random),
    answer: sentence(random),
    topic: null,
    scope: random.next() < 0.3 ? [random.pick(['Kettle', 'Teapot'])] : [],
    language: 'en',
    ...unlimited,
    channels: random.next() < 0.2 ? ['chat'] : [],
    validity:
      random.next() < 0.2
        ? { from: '2026-01-01T00:00', until: random.pick(['2026-03-01T00:00', null]), zone: 'UTC' }
        : null,
  };
}

test('every search finds what it would find after publishing (bug: a supposed text ranked on another scale)', async () => {
  const random = seededRandom(21);
  const desk = coreDesk();
  const { storeId, deps } = desk;
  const ids: string[] = [];
  for (let i = 0; i < 300; i++) {
    const place = { storeId: random.next() < 0.5 ? storeId : null, setId: null };
    ids.push((await saveKnowledge(deps, { storeId, entryId: null, content: someContent(random), place })).id);
  }
  const base = ids.filter((id) => desk.db.knowledge.get(id).storeId === null);
  const edits: SupposedEdit[] = [
    ...Array.from({ length: 25 }, (): SupposedEdit => ({
      kind: 'save',
      entryId: random.pick(ids),
      place: null,
      content: someContent(random),
    })),
    ...Array.from({ length: 10 }, (): SupposedEdit => ({
      kind: 'save',
      entryId: null,
      place: { storeId, setId: null },
      content: someContent(random),
    })),
    ...Array.from({ length: 5 }, (): SupposedEdit => ({
      kind: 'save',
      entryId: null,
      place: { storeId, setId: null },
      content: { ...someContent(random), overlaysEntryId: random.pick(base) },
    })),
    ...Array.from({ length: 8 }, (): SupposedEdit => ({ kind: 'retire', entryId: random.pick(ids) })),
  ];
  const supposition = supposed(deps, storeId, edits);
  const layered = withChanges(deps, supposition, await supposedPassages(deps, supposition)).passages;
  const scopes: readonly SearchScope[] = [null, 'chat' as const, 'email' as const].flatMap((channel) =>
    [null, ['Kettle']].map((about) => ({ storeId, about, channel, at: noon })),
  );
  const queries = Array.from({ length: 40 }, () => sentence(random));
  const vectors = await desk.embedder.embed(queries);
  const look = (passages: typeof layered) =>
    queries.flatMap((query, i) =>
      scopes.map((scope) => ({
        terms: passages.searchTerms(askedTerms(query), scope, 50),
        vector: passages.searchVector(desk.embedder.id, vectors[i] ?? new Float32Array(), scope, 50),
        counts: passages.termStatistics(askedTerms(query)),
        overlaid: [...passages.overlaidBy(base, scope)].map(([below, hit]) => [below, hit.ownerId] as const),
        answering: [...passages.answering(ids, scope)].toSorted(),
        subjects: passages.subjects(scope).toSorted(),
      })),
    );
  const foreseen = look(layered);

  // The new ones get ids of their own when they are published: they are known by what they say.
  const answerOf = (id: string): string => (supposition.entries.get(id) ?? desk.db.knowledge.get(id)).answer;
  for (const edit of edits) {
    if (edit.kind === 'retire') retireKnowledge(deps, edit.entryId);
    if (edit.kind === 'save')
      await saveKnowledge(deps, {
        storeId,
        entryId: edit.entryId,
        content: edit.content,
        place: edit.place ?? undefined,
      });
  }
  const real = look(deps.passages);
  const said = (hits: readonly PassageHit[], of: (id: string) => string) => hits.map(({ ownerId }) => of(ownerId));
  const now = (id: string): string => contentOf(desk.db.knowledge.get(id)).answer;
  // Which of those that lie equally near come last of fifty is nobody's concern.
  const ranked = (hits: readonly PassageHit[], of: (id: string) => string) =>
    hits
      .filter(({ score }) => score > (hits.at(-1)?.score ?? 0))
      .map(({ score, ownerId }) => `${score} ${of(ownerId)}`)
      .toSorted();
  foreseen.forEach((one, i) => {
    const other = real[i];
    if (other === undefined) throw new Error('Not as many');
    expect(ranked(one.vector, answerOf)).toEqual(ranked(other.vector, now));
    expect(one.counts).toEqual(other.counts);
    expect(one.answering).toEqual(other.answering);
    expect(one.subjects).toEqual(other.subjects);
    const overlaid = (pairs: typeof one.overlaid, of: (id: string) => string) =>
      pairs.map(([below, above]) => [below, of(above)]).toSorted();
    expect(overlaid(one.overlaid, answerOf)).toEqual(overlaid(other.overlaid, now));
    const found = new Set(said(one.terms, answerOf));
    expect(said(other.terms, now).filter((answer) => !found.has(answer))).toEqual([]);
  });
}, 60_000);
