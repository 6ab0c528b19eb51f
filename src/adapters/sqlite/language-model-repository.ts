import type { ConnectedModel, LanguageModelRepository } from '#core/ports/repositories/writing.ts';
import { ModelSettings } from '#shared/model/language-model.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson } from './stored-json.ts';

type ModelRow = { id: string; name: string; settings: string; sealed_secret: Uint8Array | null; created_at: number };

/** The language models of one database. */
export function languageModelRepository(connection: Connection): LanguageModelRepository {
  const list = connection.prepare<ModelRow>(
    'SELECT * FROM language_model WHERE removed_at IS NULL ORDER BY created_at, id',
  );
  const one = connection.prepare<ModelRow>('SELECT * FROM language_model WHERE id = ? AND removed_at IS NULL');
  const insert = connection.prepare(
    'INSERT INTO language_model (id, name, settings, created_at) VALUES (@id, @name, @settings, @createdAt)',
  );
  const update = connection.prepare('UPDATE language_model SET name = ?, settings = ? WHERE id = ?');
  const remove = connection.prepare('UPDATE language_model SET removed_at = ?, sealed_secret = NULL WHERE id = ?');
  const setSecret = connection.prepare('UPDATE language_model SET sealed_secret = ? WHERE id = ?');
  const row = (modelId: string): ModelRow => found(one.get(modelId), 'language model', modelId);

  return {
    list: () => list.all().map(modelOf),
    find: (modelId) => {
      const known = one.get(modelId);
      return known === undefined ? null : modelOf(known);
    },
    add: (model) => {
      insert.run({ ...model, settings: JSON.stringify(model.settings) });
    },
    save: (modelId, name, settings) => {
      row(modelId);
      update.run(name, JSON.stringify(settings), modelId);
    },
    remove: (modelId, at) => {
      row(modelId);
      remove.run(at, modelId);
    },
    sealedSecret: (modelId) => row(modelId).sealed_secret,
    setSealedSecret: (modelId, sealed) => {
      row(modelId);
      setSecret.run(sealed, modelId);
    },
  };
}

function modelOf(row: ModelRow): ConnectedModel {
  return {
    id: row.id,
    name: row.name,
    settings: checkedJson(ModelSettings, row.settings, 'language_model.settings'),
    createdAt: row.created_at,
  };
}
