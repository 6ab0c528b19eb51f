import type { Language } from '#shared/model/basics.ts';
import { otherLanguageIn } from '#shared/model/store.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type RetrievalDeps, evidenceFor, preparedTexts } from '../retrieval/retrieve-evidence.ts';
import type { OpenAsk } from './open-asks.ts';

/** Asks of a group that are asked again beside the one that says it best. */
const others = 2;

/** Whether the knowledge of this moment answers most of what a group asks, and not by what an agent refused as wrong. */
export async function isAnsweredByNow(
  deps: RetrievalDeps & Pick<Database, 'stores'> & { readonly clock: Clock },
  storeId: string,
  best: OpenAsk,
  members: readonly OpenAsk[],
): Promise<boolean> {
  const offersOtherLanguage = otherLanguageIn(deps.stores.get(storeId).settings) === 'draft';
  const asked = [best, ...members.filter(({ text }) => text !== best.text).slice(0, others)];
  const refused = new Set(members.flatMap(({ wrongVersionId }) => wrongVersionId ?? []));
  const prepared = await preparedTexts(
    deps,
    asked.flatMap(({ text, context }) => [text, context]),
    { storeId, about: null },
  );
  const answered = asked.filter(({ text, context }) => {
    const { silence, evidence } = evidenceFor(deps, prepared, {
      storeId,
      question: text,
      context,
      about: null,
      channel: null,
      at: deps.clock.now(),
      language: languageOf(context),
      offersOtherLanguage,
    });
    const versionId = evidence[0]?.versionId ?? null;
    return silence === null && versionId !== null && !refused.has(versionId);
  });
  return answered.length * 2 > asked.length;
}

/** Null where it is none that the desk speaks: any answer will do. */
function languageOf(text: string): Language | null {
  const language = detectLanguage(text);
  return language === 'und' ? null : language;
}
