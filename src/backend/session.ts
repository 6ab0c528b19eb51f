import { isShared } from '#core/profiles/keep-profiles.ts';
import { LockAfter, type Presence, type Profile } from '#shared/model/profile.ts';
import type { Desk } from './desk.ts';

/** Who is signed in at the windows of a desk: one person for all of them, or nobody. */
export type Session = {
  /** Null while it is locked. */
  profile(): Profile | null;
  presence(): Presence;
  signIn(profileId: string): void;
  /** Nobody is signed in any more; what runs goes on. */
  lock(): void;
  /** Somebody's name, role or state has changed. */
  refresh(): void;
  /** A person uses a window. */
  touch(): void;
  /** Locks where nobody has used a window for as long as the owner set. */
  lockIfIdle(): void;
  setLockAfter(minutes: number | null): void;
  stop(): void;
};

const lockAfterSetting = 'lock-after';

/** A desk that is shared begins locked, also when its backend had to be started again. */
export function createSession(desk: Desk): Session {
  const { deps } = desk;
  const mustSignIn = (): boolean => isShared(deps.profiles.list());
  const lockAfter = (): number | null => LockAfter.safeParse(deps.settings.get(lockAfterSetting)).data ?? null;
  let isLocked = mustSignIn();
  let usedAt = deps.clock.now();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const tell = (): void => deps.emit('profile.changed', {});

  function lock(): void {
    if (isLocked) return;
    isLocked = true;
    lockIn(null);
    tell();
  }

  /** What is left until it locks itself, ms; null: it does not. */
  function idleLeft(): number | null {
    const minutes = lockAfter();
    if (minutes === null || isLocked || !mustSignIn()) return null;
    return usedAt + minutes * 60_000 - deps.clock.now();
  }

  function lockIfIdle(): void {
    const left = idleLeft();
    if (left !== null && left <= 0) lock();
    else lockIn(left);
  }

  function lockIn(ms: number | null): void {
    if (timer !== null) clearTimeout(timer);
    timer = ms === null ? null : setTimeout(lockIfIdle, ms);
    timer?.unref();
  }

  function used(): void {
    usedAt = deps.clock.now();
    lockIn(idleLeft());
  }

  used();
  return {
    profile: () => (isLocked ? null : desk.present()),
    presence: () => ({
      profile: isLocked ? null : desk.present(),
      lastId: desk.present().id,
      isShared: mustSignIn(),
      lockAfter: lockAfter(),
    }),
    signIn(profileId) {
      desk.setProfile(profileId);
      isLocked = false;
      used();
      tell();
    },
    lock,
    refresh() {
      const { id } = desk.present();
      if (deps.profiles.get(id).state === 'retired') return lock();
      desk.setProfile(id);
      lockIn(idleLeft());
      tell();
    },
    touch: used,
    lockIfIdle,
    setLockAfter(minutes) {
      deps.settings.set(lockAfterSetting, minutes);
      used();
      tell();
    },
    stop: () => lockIn(null),
  };
}
