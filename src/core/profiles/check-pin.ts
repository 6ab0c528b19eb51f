import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { PinHasher } from '../ports/pin-hasher.ts';
import type { Database } from '../ports/repositories/index.ts';

export type PinDeps = Pick<Database, 'profiles' | 'settings'> & { readonly clock: Clock; readonly pins: PinHasher };

const triesSetting = 'pin-tries';
const Tries = z.record(z.string(), z.object({ wrong: z.number(), at: z.number() }));
type Tries = z.infer<typeof Tries>;

/** Wrong PINs in a row before the first pause. */
const freeTries = 4;
const firstPauseMs = 5_000;
/** Nobody is kept out for longer: a person who remembers gets in, and a machine needs months for four digits. */
const longestPauseMs = 15 * 60_000;

/** How long to wait after so many wrong PINs in a row, ms: nothing, then 5 s, doubled by each to 15 minutes. */
export function pauseAfter(wrong: number): number {
  return wrong < freeTries ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (wrong - freeTries));
}

/**
 * Lets a PIN through that is the profile's, or any where it has none. Errors: `wrong_pin`; `pin_paused`
 * (`detail.seconds`), in which the PIN is not looked at; `not_found`.
 */
export async function checkPin(deps: PinDeps, profileId: string, pin: string | null): Promise<void> {
  const kept = deps.profiles.pinOf(profileId);
  if (kept === null) return;
  const left = pauseLeft(triesOf(deps)[profileId], deps.clock.now());
  if (left > 0) {
    const seconds = Math.ceil(left / 1_000);
    throw new AppError('pin_paused', `The next PIN is taken in ${seconds} s`, { detail: { seconds } });
  }
  // Counted before it is looked at: tries at the same time are as many, and one that is cut short is one.
  countTry(deps, profileId);
  if (pin === null || !(await deps.pins.matches(pin, kept))) throw new AppError('wrong_pin', 'This is not the PIN');
  forgetTries(deps, profileId);
}

/** The count of wrong PINs begins anew. */
export function forgetTries(deps: Pick<PinDeps, 'settings'>, profileId: string): void {
  const { [profileId]: _gone, ...others } = triesOf(deps);
  deps.settings.set(triesSetting, others);
}

function countTry(deps: PinDeps, profileId: string): void {
  const tries = triesOf(deps);
  const wrong = (tries[profileId]?.wrong ?? 0) + 1;
  deps.settings.set(triesSetting, { ...tries, [profileId]: { wrong, at: deps.clock.now() } } satisfies Tries);
}

/** A clock that was set back makes no pause longer than it was. */
function pauseLeft(tries: Tries[string] | undefined, now: number): number {
  if (tries === undefined) return 0;
  const pause = pauseAfter(tries.wrong);
  return Math.min(pause, tries.at + pause - now);
}

function triesOf({ settings }: Pick<PinDeps, 'settings'>): Tries {
  return Tries.safeParse(settings.get(triesSetting)).data ?? {};
}
