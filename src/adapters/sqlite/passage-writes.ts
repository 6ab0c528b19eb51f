import type { Passage, PassageIndex } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { OwnTerms } from './own-terms.ts';
import type { PassageAudiences } from './passage-audiences.ts';
import { type GoingText, countedText } from './passage-words.ts';
import { passageTexts } from './passage-texts.ts';

type Parts = {
  readonly audiences: PassageAudiences;
  readonly lexical: LexicalIndex;
  readonly own: OwnTerms;
  /** Texts of everybody's that are about to go. */
  readonly onGoing: (texts: readonly GoingText[]) => void;
  readonly onChange: (passageId: number) => void;
};

/** How passages enter and leave both legs at once. */
export function passageWrites(
  connection: Connection,
  { audiences, lexical, own, onGoing, onChange }: Parts,
): Pick<PassageIndex, 'put' | 'remove'> {
  const find = connection.prepare<{ id: number; audience_id: number }>(
    'SELECT id, audience_id FROM passage WHERE owner_id = ?',
  );
  const insert = connection.prepare<{ id: number }>(`
    INSERT INTO passage (kind, owner_id, version_id, audience_id, language, matter, overlays_id, corrects_id,
      supersedes_id)
    VALUES (@kind, @ownerId, @versionId, @audienceId, @language, @matter, @overlaysId, @correctsId,
      @supersedesId) RETURNING id`);
  const update = connection.prepare(`
    UPDATE passage
       SET kind = @kind, version_id = @versionId, audience_id = @audienceId, language = @language, matter = @matter,
           overlays_id = @overlaysId, corrects_id = @correctsId, supersedes_id = @supersedesId
     WHERE owner_id = @ownerId`);
  const counted = connection.prepare<GoingText>(`
    SELECT t.id, t.content FROM passage_text t JOIN passage p ON p.id = t.passage_id
      JOIN passage_audience a ON a.id = p.audience_id WHERE t.passage_id = ? AND ${countedText}`);
  const remove = connection.prepare('DELETE FROM passage WHERE id = ?');
  const texts = passageTextStatements(connection);
  const termsBy = (audienceId: number): Pick<LexicalIndex, 'put' | 'remove'> =>
    audiences.isOwn(audienceId) ? own : lexical;

  const written = (passage: Passage): number => {
    const values = { ...passage, audienceId: audiences.idFor(passage) };
    const known = find.get(passage.ownerId);
    if (known === undefined) return insert.get(values)?.id ?? 0;
    onGoing(counted.all(known.id));
    termsBy(known.audience_id).remove(known.id);
    update.run(values);
    if (values.audienceId !== known.audience_id) audiences.dropUnheard(known.audience_id);
    return known.id;
  };

  return {
    put: (passage) => {
      connection.transaction(() => {
        const passageId = written(passage);
        const terms = passage.profileIds === null ? lexical : own;
        terms.put(passageId, `${passage.heading} ${passage.question}`, passage.answer);
        texts.replace(passageId, passage);
        onChange(passageId);
      });
    },
    remove: (ownerId) => {
      connection.transaction(() => {
        const passage = find.get(ownerId);
        if (passage === undefined) return;
        onGoing(counted.all(passage.id));
        termsBy(passage.audience_id).remove(passage.id);
        texts.replace(passage.id, { heading: '', question: '', answer: '' });
        remove.run(passage.id);
        audiences.dropUnheard(passage.audience_id);
        onChange(passage.id);
      });
    },
  };
}

type TextStatements = { replace(passageId: number, passage: Pick<Passage, 'heading' | 'question' | 'answer'>): void };

function passageTextStatements(connection: Connection): TextStatements {
  const hashes = connection.prepare<{ content_hash: Uint8Array }>(
    'SELECT content_hash FROM passage_text WHERE passage_id = ?',
  );
  const clear = connection.prepare('DELETE FROM passage_text WHERE passage_id = ?');
  const insert = connection.prepare(
    'INSERT INTO passage_text (passage_id, field, number, content_hash, content) VALUES (?, ?, ?, ?, ?)',
  );
  // The vector of a text that no passage says any more would tell what it said.
  const dropOrphan = connection.prepare(`
    DELETE FROM embedding
     WHERE content_hash = @hash AND NOT EXISTS (SELECT 1 FROM passage_text WHERE content_hash = @hash)`);

  return {
    replace: (passageId, passage) => {
      const before = hashes.all(passageId);
      clear.run(passageId);
      for (const { field, number, content, hash } of passageTexts(passage))
        insert.run(passageId, field, number, hash, content);
      for (const { content_hash: hash } of before) dropOrphan.run({ hash });
    },
  };
}
