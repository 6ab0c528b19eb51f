import type { RequestInput } from '#shared/contract/index.ts';
import type { SourceChange, SourcePlan } from '#shared/model/source.ts';

/** Changes that write something. */
export const takenKinds = ['added', 'changed', 'gone'] as const;
export type TakenKind = (typeof takenKinds)[number];

/** What of a plan is ticked: by kind, by whether it is sure, and one by one. */
export type Choice = {
  readonly kinds: ReadonlySet<TakenKind>;
  readonly takesUnsure: boolean;
  /** Those that are not as their kind is. */
  readonly flipped: ReadonlyMap<number, Pick<SourceChange, 'change' | 'isUnsure'>>;
};

export const firstChoice: Choice = { kinds: new Set(takenKinds), takesUnsure: false, flipped: new Map() };

export function isTakenKind(change: SourceChange['change']): change is TakenKind {
  return takenKinds.some((kind) => kind === change);
}

/** Whether a change is ticked; one that writes nothing never is. */
export function isTaken(choice: Choice, change: Pick<SourceChange, 'id' | 'change' | 'isUnsure'>): boolean {
  return isTakenKind(change.change) && isTakenByKind(choice, change) !== choice.flipped.has(change.id);
}

function isTakenByKind(choice: Choice, change: Pick<SourceChange, 'change' | 'isUnsure'>): boolean {
  return isTakenKind(change.change) && choice.kinds.has(change.change) && (choice.takesUnsure || !change.isUnsure);
}

export function withFlipped(choice: Choice, { id, change, isUnsure }: SourceChange): Choice {
  if (!isTakenKind(change)) return choice;
  const flipped = new Map(choice.flipped);
  if (!flipped.delete(id)) flipped.set(id, { change, isUnsure });
  return { ...choice, flipped };
}

/** All of a kind at once, whatever was ticked one by one. */
export function withKind(choice: Choice, kind: TakenKind, isIn: boolean): Choice {
  const kinds = new Set(choice.kinds);
  if (isIn) kinds.add(kind);
  else kinds.delete(kind);
  return { ...choice, kinds, flipped: new Map([...choice.flipped].filter(([, { change }]) => change !== kind)) };
}

/** All unsure ones at once, whatever was ticked one by one. */
export function withUnsure(choice: Choice, takesUnsure: boolean): Choice {
  return { ...choice, takesUnsure, flipped: new Map([...choice.flipped].filter(([, { isUnsure }]) => !isUnsure)) };
}

/** How many changes are ticked. */
export function countTaken(choice: Choice, { counts, unsure }: Pick<SourcePlan, 'counts' | 'unsure'>): number {
  let taken = 0;
  for (const kind of choice.kinds) taken += counts[kind] - (choice.takesUnsure ? 0 : unsure[kind]);
  for (const change of choice.flipped.values()) taken += isTakenByKind(choice, change) ? -1 : 1;
  return taken;
}

export function askedChoice({ kinds, takesUnsure, flipped }: Choice): RequestInput<'source.take'>['choice'] {
  return { kinds: [...kinds], takesUnsure, flipped: [...flipped.keys()] };
}
