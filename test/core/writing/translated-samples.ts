import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { translateText } from '#core/writing/translate-text.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { Glosses } from '#core/ports/glosses.ts';
import { ReplyLanguage } from '#shared/model/basics.ts';
import { coreDesk, incoming, take } from '#test/support/core-desk.ts';
import { scriptedModel, withModels } from '#test/support/scripted-model.ts';

const Sample = z.object({
  /** `de`: a language of which the desk has few words. */
  from: z.enum(['en', 'zh', 'ja', 'de']),
  to: ReplyLanguage,
  sentences: z.array(z.object({ before: z.string(), after: z.string() })),
});
export type TranslationSample = z.infer<typeof Sample>;

/** Messages and replies with an honest translation of each sentence. `built`: what the rules were made with. */
export function translationSamples(name: 'built' | 'unseen'): readonly TranslationSample[] {
  const file = path.join(import.meta.dirname, '..', '..', 'resources', 'translations', `${name}.jsonl`);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Sample.parse(JSON.parse(line)));
}

export type Knowing = { readonly embedder: Embedder | null; readonly glosses: Glosses | null };

/** What is shown of translations by a model that answers `afterOf` for each sentence; null: nothing. */
export async function shownTranslations(
  samples: readonly TranslationSample[],
  { embedder, glosses }: Knowing,
  afterOf: (sentence: TranslationSample['sentences'][number], sample: TranslationSample) => string = ({ after }) =>
    after,
) {
  const desk = coreDesk();
  try {
    const { id: conversationId } = take(desk, incoming());
    let sample: TranslationSample | null = null;
    const model = scriptedModel(
      (told) => ({
        parts: z
          .object({ parts: z.array(z.object({ id: z.string(), text: z.string() })) })
          .parse(JSON.parse(told))
          .parts.map(({ id, text }) => {
            const found = sample?.sentences.find(({ before }) => before === text);
            return { id, text: sample === null || found === undefined ? '' : afterOf(found, sample) };
          }),
      }),
      { isLocal: true },
    );
    const deps = { ...withModels(desk, [model]), embedder: () => embedder, glosses };
    const shown = [];
    for (sample of samples) {
      const text = sample.sentences.map(({ before }) => before).join('\n');
      const input = { conversationId, text, to: sample.to, signal: new AbortController().signal };
      shown.push({ sample, ...(await translateText(deps, input)) });
    }
    return shown;
  } finally {
    desk.db.close();
  }
}
