import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Order } from '#shared/model/order.ts';

export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

/** Another of them than `not`. */
export function pickOther<T>(random: Random, from: readonly T[], not: T): T {
  return pick(
    random,
    from.filter((one) => one !== not),
  );
}

export type Slots = Readonly<Record<string, string>>;
export type MutationKind = 'number' | 'date' | 'currency' | 'state' | 'negation' | 'product' | 'unit';

/** A fact as a passage words it, as replies word it, and how one fact of it is made wrong. */
export type Family = {
  readonly id: string;
  readonly language: ReplyLanguage;
  /** What each slot may hold. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly passage: { readonly question: string; readonly answer: string } | null;
  /** For what the shop's system says instead of a passage. */
  readonly order?: (slots: Slots) => Partial<Order>;
  readonly replies: readonly string[];
  /** Kind → the slots that are given another value, or replies that say the opposite, one for each of `replies`. */
  readonly wrong: ReadonlyArray<
    | readonly [MutationKind, string]
    | readonly [MutationKind, readonly string[]]
    | readonly [MutationKind, string, readonly string[]]
  >;
};

export function filled(template: string, slots: Slots): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? `{${name}}`);
}
