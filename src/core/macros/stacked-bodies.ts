import { answerOfMacro } from '../knowledge/macro-text.ts';

/** What stands before and behind the place where macros are put; empty: nothing. */
export type Surroundings = { readonly before: string; readonly after: string };

/** How the store greets and closes here; empty: not at all. */
export type Frame = { readonly greeting: string; readonly closing: string };

/**
 * The bodies of macros that are to stand one after the other: one greeting at the head and one closing at the end, and
 * none of either where the reply has it already. What a macro answers is never touched.
 */
export function stackedBodies(
  bodies: readonly string[],
  { before, after }: Surroundings,
  { greeting, closing }: Frame,
): readonly string[] {
  const isGreeted =
    before.trim() !== '' ||
    (greeting !== '' && after.trimStart().startsWith(greeting)) ||
    cutOf(after).opening.trim() !== '';
  const isClosed =
    after.trim() !== '' || (closing !== '' && before.trimEnd().endsWith(closing)) || cutOf(before).ending.trim() !== '';
  return bodies.map((body, i) => {
    const { opening, core, asWritten, ending } = cutOf(body);
    if (core === '') return body.trim();
    const head = isGreeted || i > 0 ? core : opening + asWritten;
    const tail = isClosed || i < bodies.length - 1 ? '' : ending;
    return head + tail;
  });
}

type Cut = {
  readonly opening: string;
  /** With a capital at its head where the greeting before it is taken off. */
  readonly core: string;
  readonly asWritten: string;
  readonly ending: string;
};

/** A reply around what it answers; all of it is `core` where that cannot be told apart. */
function cutOf(body: string): Cut {
  const text = body.replace(/\r\n?/g, '\n').trim();
  const said = answerOfMacro(text);
  const start = said === '' ? -1 : text.indexOf(said.slice(1)) - 1;
  if (start < 0) {
    const core = said === '' ? '' : text;
    return { opening: '', core, asWritten: core, ending: '' };
  }
  const end = start + said.length;
  return {
    opening: text.slice(0, start),
    core: start === 0 ? said : capital(said),
    asWritten: text.slice(start, end),
    ending: text.slice(end),
  };
}

/** After "Hi Marta," a sentence may go on in small letters; an address or a name of its own spelling stays. */
function capital(text: string): string {
  return /^\p{Ll}[\p{Ll}'’]*[\s,]/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
