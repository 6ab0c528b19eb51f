import { AppError } from '#shared/errors.ts';
import { parseTemplate } from '#shared/macro-template.ts';
import type { Macro } from '#shared/model/macro.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';
import { newId } from './sample.ts';

type MacroName = Extract<keyof Handlers, `macro.${string}`>;

/** The macros of the made-up desk: what is filled in stands as its variable's name. */
export function fakeMacroHandlers({ world, emit }: FakeState): Pick<Handlers, MacroName> {
  const past: Macro[] = [];
  const put = (macro: Macro): Macro => {
    past.unshift(...world.macros.filter(({ id }) => id === macro.id));
    world.macros = [...world.macros.filter(({ id }) => id !== macro.id), macro];
    emit('macro.changed', {});
    return macro;
  };
  const known = (macroId: string): Macro => {
    const macro = world.macros.find(({ id }) => id === macroId);
    if (macro === undefined) throw new AppError('not_found', 'There is no such macro');
    return { ...macro, versionId: newId(), version: macro.version + 1, updatedAt: Date.now() };
  };
  return {
    'macro.list': () => world.macros,
    'macro.versions': ({ macroId }) => [...world.macros, ...past].filter(({ id }) => id === macroId),
    'macro.save': ({ macroId, content }) => {
      if (macroId !== null) return put({ ...known(macroId), content });
      const now = Date.now();
      const usage = { uses: 0, edited: 0, lastUsedAt: null };
      const made = { id: newId(), versionId: newId(), version: 1, state: 'active' as const, createdAt: now };
      return put({ ...made, content, origin: null, changedBy: '', updatedAt: now, usage });
    },
    'macro.setState': ({ macroId, state }) => put({ ...known(macroId), state }),
    'macro.offer': () => world.macros.filter(({ state }) => state === 'active'),
    'macro.fill': ({ macroIds, answers }) => {
      const parts = macroIds.map((id) => {
        const { versionId, content } = known(id);
        const said = parseTemplate(content.body).parts.map((part) => {
          if (part.kind === 'text') return part.text;
          return part.kind === 'ask' ? (answers[part.ask.label] ?? `[✎ ${part.ask.label}]`) : `‹${part.name}›`;
        });
        return { macroId: id, versionId, text: said.join('') };
      });
      const asks = macroIds.flatMap((id) =>
        parseTemplate(known(id).content.body).parts.flatMap((part) => (part.kind === 'ask' ? [part.ask] : [])),
      );
      return { text: parts.map(({ text }) => text).join('\n\n'), parts, asks, missing: [], files: [], order: null };
    },
    'macro.import': () => [],
  };
}
