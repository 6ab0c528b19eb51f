import { detectLanguage } from '#core/conversations/detect-language.ts';
import { type SupportCase, orderOf } from './cases.ts';
import { type HonestShop, kindsOfMarks } from './honest-pair.ts';
import { englishBlind } from './pairs-en-blind.ts';
import { englishBlindMore } from './pairs-en-blind-more.ts';
import { englishBuilt } from './pairs-en-built.ts';
import { englishBuiltMore } from './pairs-en-built-more.ts';
import { japanesePairs } from './pairs-ja.ts';
import { chinesePairs } from './pairs-zh.ts';

export type HonestCase = Omit<SupportCase, 'half' | 'from'> & { readonly half: HonestShop['half'] };

const marked = /\{([^{}|]*)((?:\|[nudcsxp]:[^{}|]*)+)\}/gu;

/** The reply with every fact right, but for the one at `at`, which is given `to`. */
function written(reply: string, at: number | null, to: string): string {
  return reply.replace(marked, (_match, right: string, _wrong: string, index: number) => (index === at ? to : right));
}

function mutationsOf(reply: string): HonestCase['mutations'] {
  return [...reply.matchAll(marked)].flatMap(({ index, 2: wrong = '' }) =>
    wrong
      .split('|')
      .slice(1)
      .map((one) => {
        const kind = kindsOfMarks[one.charAt(0)];
        if (kind === undefined) throw new Error(`no such kind of mutation: ${one}`);
        return { kind, text: written(reply, index, one.slice(2)) };
      }),
  );
}

/** Honest replies of sixteen shops to all that their desks know, each with its mutations. */
export function honestCases(): readonly HonestCase[] {
  return [
    ...englishBuilt,
    ...englishBuiltMore,
    ...englishBlind,
    ...englishBlindMore,
    ...chinesePairs,
    ...japanesePairs,
  ].flatMap((shop) =>
    shop.replies.map(([ask, reply], index): HonestCase => {
      const text = written(reply, null, '');
      const detected = detectLanguage(text);
      return {
        id: `${shop.trade}/${index}`,
        half: shop.half,
        language: detected === 'und' ? shop.language : (detected as HonestCase['language']),
        sources: {
          passages: shop.passages.map(([question, answer], at) => ({
            kind: 'knowledge',
            id: String(at),
            index: at,
            question,
            answer,
            language: shop.language,
          })),
          orders: shop.order === undefined ? [] : [orderOf(shop.order)],
          messages: [{ id: 'm', role: 'customer', authorName: 'Ada', text: ask }],
          phrases: [],
          names: shop.names,
        },
        reply: text,
        mutations: mutationsOf(reply),
      };
    }),
  );
}
