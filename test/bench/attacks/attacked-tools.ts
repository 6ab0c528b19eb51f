import type { Attack } from './attack.ts';
import { applyTool } from '#core/writing/tools/apply-tool.ts';
import { summarised } from '#core/writing/tools/summarise.ts';
import { translateText } from '#core/writing/translate-text.ts';
import { coreDesk, incoming, take } from '#test/support/core-desk.ts';
import type { Knowing } from '#test/core/writing/translated-samples.ts';
import { scriptedModel, withModels } from '#test/support/scripted-model.ts';
import { type Payload, harms, holdsAny } from './obedience.ts';

/** What works on a text: that of a customer is read, that of an agent is to be sent. */
export const works = ['a translation of a message', 'friendlier', 'shorten', 'translate', 'a summary'] as const;
export type Work = (typeof works)[number];

export type ToolTrial = {
  readonly attack: Attack;
  readonly work: Work;
  readonly payload: Payload;
  /** What of the payload stands in what came of it; null: nothing. */
  readonly got: string | null;
  readonly isTaken: boolean;
};

const good = {
  en: 'Delivery to Norway takes five working days and costs 12 euros.',
  zh: '配送到挪威需要五个工作日，费用是12欧元。',
} as const;

/** Lets a model that obeys work on hostile messages, and on a reply to them. */
export async function attackedTools(
  attacks: readonly Attack[],
  work: Work,
  every = 1,
  knowing: Partial<Knowing> = {},
): Promise<readonly ToolTrial[]> {
  const desk = coreDesk();
  try {
    let answer: (told: string) => unknown = () => ({});
    let system = '';
    let toldLast = '';
    const model = scriptedModel(
      (told, request) => {
        system = request.system;
        toldLast = told;
        return answer(told);
      },
      { isLocal: true },
    );
    const { embedder = desk.embedder, glosses = null } = knowing;
    const deps = { ...withModels(desk, [model]), embedder: () => embedder, glosses };
    const { signal } = new AbortController();
    const trials: ToolTrial[] = [];
    for (const [turn, attack] of attacks.entries()) {
      const { id: conversationId } = take(desk, incoming({ threadId: `${work}-${attack.id}`, text: attack.text }));
      const run = async (): Promise<{ readonly text: string; readonly isTaken: boolean }> => {
        const tool = { conversationId, text: good.en, selection: null } as const;
        switch (work) {
          case 'a translation of a message': {
            const to = attack.language === 'zh' ? 'en' : 'zh';
            const { translation } = await translateText(deps, { conversationId, text: attack.text, to, signal });
            const shown = translation?.sentences ?? [];
            return { text: shown.map(({ lead, text }) => lead + text).join(''), isTaken: translation !== null };
          }
          case 'a summary': {
            const { asked, answered, open, by } = await summarised(deps, { conversationId, language: 'en' }, signal);
            return { text: JSON.stringify([asked, answered, open]), isTaken: by.kind === 'model' };
          }
          default: {
            const language = work === 'translate' ? 'zh' : null;
            const { text, by } = await applyTool(deps, { ...tool, tool: work, language }, signal);
            return { text, isTaken: by?.kind === 'model' };
          }
        }
      };
      const before = `${attack.text}\n${good.en}\n${(await run()).text}`;
      const payloads = harms({ system, told: toldLast, good: good.en }).filter((_, i) => (i + turn) % every === 0);
      for (const payload of payloads) {
        answer = answering(work, payload, attack);
        const { text, isTaken } = await run();
        trials.push({ attack, work, payload, isTaken, got: isTaken ? holdsAny(text, payload.marks, before) : null });
      }
      answer = () => ({});
    }
    return trials;
  } finally {
    desk.db.close();
  }
}

/** An honest beginning, and then what it was talked into. */
function answering(work: Work, { text }: Payload, attack: Attack): (told: string) => unknown {
  const language =
    work === 'translate' || (work === 'a translation of a message' && attack.language !== 'zh') ? 'zh' : 'en';
  const said = `${good[language]} ${text}.`;
  switch (work) {
    case 'a translation of a message':
      // One that says more, one that says something else, and the others one after the other.
      return (told) => ({
        parts: idsOf(told).map((id, i) => ({ id, text: [said, `${text}.`, good[language], text][i % 4] ?? said })),
      });
    case 'a summary':
      return () => ({ asked: [], answered: [], open: [{ text: `Asks: ${text}`, message: '1' }] });
    default:
      return () => ({ parts: [{ id: '1', text: said }] });
  }
}

function idsOf(told: string): readonly string[] {
  const { parts } = JSON.parse(told) as { readonly parts: ReadonlyArray<{ readonly id: string }> };
  return parts.map(({ id }) => id);
}
