import { gapsIn } from '#shared/gaps.ts';
import type { MacroPart } from '#shared/model/macro.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { likeness, wordsOf } from '../learning/kept-share.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';

/** A sentence that is less alike is another one. */
const sameFrom = 0.5;

/** Counts the macros that still stand in a reply, in whatever words. One that is not known any more counts nowhere. */
export function recordUses(
  deps: Pick<Database, 'macros'> & { readonly clock: Clock; readonly ids: IdSource },
  input: { readonly outcomeId: string; readonly text: string; readonly inserted: readonly MacroPart[] },
): void {
  if (input.inserted.length === 0) return;
  const known = new Map(deps.macros.list().map((macro) => [macro.id, macro]));
  const counted = new Set<string>();
  for (const { macroId, versionId, text } of input.inserted) {
    const versions = known.has(macroId) ? deps.macros.versions(macroId) : [];
    const isKnown = versions.some((version) => version.versionId === versionId);
    if (!isKnown || counted.has(macroId) || !standsIn(text, input.text)) continue;
    counted.add(macroId);
    deps.macros.addUse({
      id: deps.ids.newId(),
      macroId,
      versionId,
      outcomeId: input.outcomeId,
      text,
      isEdited: !standsWhole(text, input.text),
      at: deps.clock.now(),
    });
  }
}

/** A text without the sentences that macros brought, also where they were reworded. */
export function withoutInserted(text: string, inserted: ReadonlyArray<Pick<MacroPart, 'text'>>): string {
  const brought = inserted.flatMap((macro) => sentencesOf(macro.text));
  return sentencesOf(text)
    .filter((sentence) => !brought.some((one) => likeness(one.text, sentence.text) >= sameFrom))
    .map(({ lead, text: said }) => lead + said)
    .join('')
    .trim();
}

function standsIn(inserted: string, text: string): boolean {
  const sent = sentencesOf(text);
  return sentencesOf(inserted).some((one) => sent.some((other) => likeness(one.text, other.text) >= sameFrom));
}

/** Word for word, but for the gaps in it that the agent has filled. */
function standsWhole(inserted: string, text: string): boolean {
  const sent = ` ${wordsOf(text).join(' ')} `;
  let from = 0;
  return betweenGaps(inserted).every((piece) => {
    const wanted = wordsOf(piece).join(' ');
    const at = wanted === '' ? from : sent.indexOf(` ${wanted} `, from);
    if (at >= 0 && wanted !== '') from = at + wanted.length;
    return at >= 0;
  });
}

function betweenGaps(text: string): readonly string[] {
  let from = 0;
  const pieces = gapsIn(text).map(({ start, end }) => {
    const piece = text.slice(from, start);
    from = end;
    return piece;
  });
  return [...pieces, text.slice(from)];
}
