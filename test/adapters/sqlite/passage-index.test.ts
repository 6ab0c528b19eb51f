import { expect, test } from 'vitest';
import { termsOf } from '#core/retrieval/terms.ts';
import type { PassageIndex, SearchScope } from '#core/ports/passage-index.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { aPassage } from './a-passage.ts';
import { addStore, errorFrom, newId, openDesk } from './desk.ts';

const embedder = 'small@1';

/** A vector that points along the given axes of four. */
function along(...weights: readonly number[]): Float32Array {
  return Float32Array.from([0, 1, 2, 3], (axis) => weights[axis] ?? 0);
}

/** Gives every text that waits the vector that `vectorOf` makes of it. */
function embed(passages: PassageIndex, vectorOf: (text: string) => Float32Array, embedderId = embedder): void {
  const waiting = passages.unembedded(embedderId, 1_000);
  passages.putVectors(
    embedderId,
    waiting.map(({ hash, text }) => ({ hash, vector: vectorOf(text) })),
  );
}

function withDesk(work: (db: Database, all: SearchScope) => void): void {
  const db = openDesk();
  const storeId = addStore(db);
  work(db, { storeId, about: null, channel: null, at: 1_000 });
  db.close();
}

function ownersByTerms(db: Database, text: string, scope: SearchScope): readonly string[] {
  return db.passages.searchTerms(termsOf(text), scope, 10).map((hit) => hit.ownerId);
}

function ownersByVector(db: Database, vector: Float32Array, scope: SearchScope): readonly string[] {
  return db.passages.searchVector(embedder, vector, scope, 10).map((hit) => hit.ownerId);
}

test('bug: a two-character Chinese or Japanese word is not found', () => {
  withDesk((db, all) => {
    const zh = aPassage({ question: '如何申请退款？', answer: '联系我们。' });
    const ja = aPassage({ question: '注文後の返品はできますか', answer: 'はい。' });
    const other = aPassage({ question: '配送', answer: '三天' });
    for (const one of [zh, ja, other]) db.passages.put(one);
    expect(ownersByTerms(db, '退款', all)).toEqual([zh.ownerId]);
    expect(ownersByTerms(db, '返品', all)).toEqual([ja.ownerId]);
    expect(ownersByTerms(db, '換貨', all)).toEqual([]);
  });
});

test('bug: terms of other scripts are cut or folded on their way in, so that their counts are 0', () => {
  withDesk((db, all) => {
    const question = 'Où est ma commande, Χρήστος? हिन्दी में Größe naïve ١٢٣ 退款 コーヒー';
    db.passages.put(aPassage({ question }));
    const terms = termsOf(question);
    const { counts } = db.passages.termStatistics(terms);
    expect(terms.filter((term) => counts.get(term) !== 1)).toEqual([]);
    expect(terms.filter((term) => db.passages.searchTerms([term], all, 1).length !== 1)).toEqual([]);
  });
});

test('bug: a term with the search language in it breaks or bends the search', () => {
  withDesk((db, all) => {
    const passage = aPassage({ question: 'refund' });
    db.passages.put(passage);
    const hostile = [
      '"',
      '""',
      'refund"',
      'NEAR(',
      'question:refund',
      '*',
      'AND',
      'a OR',
      '\0',
      '^',
      '-',
      '',
      '退款"*',
      '{}',
    ];
    expect(() => db.passages.searchTerms(hostile, all, 5)).not.toThrow();
    for (const term of hostile) db.passages.searchTerms([term], all, 5);
    expect(db.passages.searchTerms([...hostile, 'refund'], all, 5).map((hit) => hit.ownerId)).toEqual([
      passage.ownerId,
    ]);
    expect(db.passages.searchTerms([], all, 5)).toEqual([]);
  });
});

test('bug: a word in an answer counts as much as one in the question, or a score is not above 0', () => {
  withDesk((db, all) => {
    const inAnswer = aPassage({ question: 'other words here', answer: 'refund' });
    const inQuestion = aPassage({ question: 'refund', answer: 'other words here' });
    for (const one of [inAnswer, inQuestion]) db.passages.put(one);
    const hits = db.passages.searchTerms(['refund'], all, 5);
    expect(hits.map((hit) => hit.ownerId)).toEqual([inQuestion.ownerId, inAnswer.ownerId]);
    expect(hits.every((hit) => hit.score > 0)).toBe(true);
  });
});

test("bug: a search returns another store's passage, one about something else, or one that was to be left out", () => {
  withDesk((db, all) => {
    const [base, own, lamp, left] = [
      aPassage(),
      aPassage({ storeId: all.storeId }),
      aPassage({ storeId: all.storeId, scope: ['lamp', 'bulb'] }),
      aPassage(),
    ];
    const foreign = aPassage({ storeId: addStore(db) });
    for (const one of [base, own, lamp, left, foreign]) db.passages.put({ ...one, question: 'refund' });
    embed(db.passages, () => along(1));
    const except = new Set([left.ownerId]);
    for (const find of [
      (scope: SearchScope) => ownersByTerms(db, 'refund', scope),
      (scope: SearchScope) => ownersByVector(db, along(1), scope),
    ]) {
      expect(find({ ...all, except }).toSorted()).toEqual([base.ownerId, own.ownerId, lamp.ownerId].toSorted());
      expect(find({ ...all, except, about: ['bulb', 'x'] }).toSorted()).toEqual(
        [base.ownerId, own.ownerId, lamp.ownerId].toSorted(),
      );
      expect(find({ ...all, except, about: [] }).toSorted()).toEqual([base.ownerId, own.ownerId].toSorted());
      expect(find({ ...all, except, about: ['table'] }).toSorted()).toEqual([base.ownerId, own.ownerId].toSorted());
    }
  });
});

test('bug: passages left out take the places of those that should come', () => {
  withDesk((db, all) => {
    const passages = Array.from({ length: 6 }, (_, i) => aPassage({ question: `refund ${i}`, answer: `answer ${i}` }));
    for (const one of passages) db.passages.put(one);
    embed(db.passages, (text) => along(1, Number(text.at(-1)) / 10));
    const except = new Set(passages.slice(0, 3).map((one) => one.ownerId));
    const rest = passages.slice(3).map((one) => one.ownerId);
    const byVector = db.passages.searchVector(embedder, along(1), { ...all, except }, 3).map((hit) => hit.ownerId);
    expect(byVector).toEqual(rest);
    expect(db.passages.searchTerms(['refund'], { ...all, except }, 3)).toHaveLength(3);
  });
});

test('bug: after a change both the old and the new text are found, or neither', () => {
  withDesk((db, all) => {
    const old = aPassage({ question: 'refund', answer: 'yes' });
    db.passages.put(old);
    embed(db.passages, (text) => (text === 'refund' ? along(1) : along(0, 1)));
    expect(ownersByVector(db, along(1), all)).toEqual([old.ownerId]);

    const changed = { ...old, versionId: newId(), question: 'shipping' };
    db.passages.put(changed);

    expect(ownersByTerms(db, 'refund', all)).toEqual([]);
    expect(db.passages.searchTerms(['ship'], all, 5)).toMatchObject([
      { ownerId: old.ownerId, versionId: changed.versionId },
    ]);
    expect(db.passages.termStatistics(['refund', 'ship'])).toEqual({
      counts: new Map([
        ['refund', 0],
        ['ship', 1],
      ]),
      passages: 1,
    });
    // The vectors of the old question, and of the answer under it, are gone; the new ones wait.
    expect(db.passages.searchVector(embedder, along(0, 1), all, 5)).toEqual([]);
    expect(db.passages.unembedded(embedder, 9).map((one) => one.text)).toEqual(['shipping', 'shipping\nyes']);
    expect(db.passages.questionVector(embedder, old.ownerId)).toBeNull();
  });
});

test('bug: a removed passage is still found, counted or embedded', () => {
  withDesk((db, all) => {
    const [gone, kept] = [
      aPassage({ question: 'refund', answer: 'gone' }),
      aPassage({ question: 'refund', answer: 'kept' }),
    ];
    for (const one of [gone, kept]) db.passages.put(one);
    embed(db.passages, () => along(1));
    db.passages.remove(gone.ownerId);
    db.passages.remove(gone.ownerId);
    expect(ownersByTerms(db, 'refund', all)).toEqual([kept.ownerId]);
    expect(ownersByVector(db, along(1), all)).toEqual([kept.ownerId]);
    expect(db.passages.questionVector(embedder, kept.ownerId)).toEqual(along(1));
    expect(db.passages.count(embedder)).toEqual({ passages: 1, toEmbed: 0 });
  });
});

test('bug: what waits for its vector is found too early, never, or asked for again', () => {
  withDesk((db, all) => {
    const passage = aPassage({ question: 'refund', answer: 'x'.repeat(3_000) });
    const same = aPassage({ question: 'refund', answer: '[[order.status]]' });
    const twice = aPassage({ question: 'twice', answer: 'twice' });
    for (const one of [passage, same, twice]) db.passages.put(one);
    const waiting = db.passages.unembedded(embedder, 9);
    expect(waiting.map((one) => one.text)).toEqual(['refund', `refund\n${'x'.repeat(993)}`, 'twice']);
    expect(ownersByVector(db, along(1), all)).toEqual([]);
    expect(db.passages.count(embedder)).toEqual({ passages: 3, toEmbed: 3 });
    expect(db.passages.count(null)).toEqual({ passages: 3, toEmbed: 0 });

    embed(db.passages, (text) => (text === 'refund' ? along(3) : along(0, 1)));

    expect(ownersByVector(db, along(1), all).slice(0, 2).toSorted()).toEqual(
      [passage.ownerId, same.ownerId].toSorted(),
    );
    expect(db.passages.questionVector(embedder, same.ownerId)).toEqual(along(1));
    expect(db.passages.unembedded(embedder, 9)).toEqual([]);
    expect(db.passages.count(embedder)).toEqual({ passages: 3, toEmbed: 0 });
    const later = aPassage({ question: 'later', answer: '' });
    db.passages.put(later);
    expect(db.passages.unembedded(embedder, 9).map((one) => one.text)).toEqual(['later']);
    expect(db.passages.count(embedder).toEmbed).toBe(1);
  });
});

test('bug: a slow vector of an outdated text finds the newer one, or brings a removed passage back', () => {
  withDesk((db, all) => {
    const passage = aPassage({ question: 'old words', answer: '' });
    db.passages.put(passage);
    const waiting = db.passages.unembedded(embedder, 9);
    db.passages.put({ ...passage, question: 'new words' });
    const late = waiting.map(({ hash }) => ({ hash, vector: along(1) }));

    db.passages.putVectors(embedder, late);

    expect(ownersByVector(db, along(1), all)).toEqual([]);
    db.passages.put({ ...passage, question: 'old words' });
    expect(db.passages.unembedded(embedder, 9)).toHaveLength(1);
    db.passages.remove(passage.ownerId);
    db.passages.putVectors(embedder, late);
    expect(db.passages.count(embedder)).toEqual({ passages: 0, toEmbed: 0 });
  });
});

test('bug: vectors of two embedders meet in one search', () => {
  withDesk((db, all) => {
    const passage = aPassage({ question: 'refund', answer: '' });
    db.passages.put(passage);
    embed(db.passages, () => along(1));
    embed(db.passages, () => Float32Array.from([0, 1]), 'other@1');
    expect(db.passages.searchVector(embedder, along(1), all, 5).map((hit) => hit.score)).toEqual([1]);
    expect(db.passages.searchVector('other@1', Float32Array.from([1, 0]), all, 5).map((hit) => hit.score)).toEqual([0]);
    expect(db.passages.searchVector('none@1', along(1), all, 5)).toEqual([]);
  });
});

test('bug: a vector of another length is compared with its neighbours in memory, or one without numbers is kept', () => {
  withDesk((db, all) => {
    db.passages.put(aPassage({ question: 'refund', answer: '' }));
    const broken = db.passages.unembedded(embedder, 1).map(({ hash }) => ({ hash, vector: along(1, Number.NaN) }));
    expect(errorFrom(() => db.passages.putVectors(embedder, broken)).code).toBe('internal');
    expect(db.passages.count(embedder).toEmbed).toBe(1);
    embed(db.passages, () => along(1));
    for (let i = 0; i < 2; i++) {
      expect(errorFrom(() => db.passages.searchVector(embedder, Float32Array.from([1, 0]), all, 5)).code).toBe(
        'internal',
      );
      expect(ownersByVector(db, along(1), all)).toHaveLength(1);
    }
  });
});

test('bug: a passage comes twice, or by the farther of its texts', () => {
  withDesk((db, all) => {
    const asks = aPassage({ question: 'near', answer: 'far' });
    const answers = aPassage({ question: 'far', answer: 'near' });
    for (const one of [asks, answers]) db.passages.put(one);
    embed(db.passages, (text) => (text === 'near' ? along(1) : along(0.6, 0.8)));
    const hits = db.passages.searchVector(embedder, along(1), all, 5);
    expect(hits.map((hit) => [hit.ownerId, Number(hit.score.toFixed(4))])).toEqual([
      [asks.ownerId, 1],
      [answers.ownerId, 0.6],
    ]);
  });
});
