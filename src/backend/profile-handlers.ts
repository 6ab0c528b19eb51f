import { writeFileSync } from 'node:fs';
import { dayOf } from '#core/portable/make-daily-backup.ts';
import { auditTable } from '#core/profiles/audit-table.ts';
import { checkPin } from '#core/profiles/check-pin.ts';
import { addProfile, isShared, saveProfile, setPin } from '#core/profiles/keep-profiles.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import { freeName } from './free-name.ts';
import type { Session } from './session.ts';

type ProfileName = Extract<keyof Handlers, `profile.${string}` | `audit.${string}`>;

/** Who works at the desk, and what they changed. */
export function profileHandlers(desk: Desk, session: Session): Pick<Handlers, ProfileName> {
  const { deps } = desk;
  return {
    'profile.list': () => {
      const role = session.profile()?.role ?? 'agent';
      return deps.profiles.list().filter(({ state }) => role !== 'agent' || state === 'active');
    },
    'profile.present': () => session.presence(),
    'profile.signIn': async ({ profileId, pin }) => {
      if (deps.profiles.get(profileId).state === 'retired')
        throw new AppError('conflict', 'This person works here no longer');
      await checkPin(deps, profileId, pin);
      session.signIn(profileId);
      return session.presence();
    },
    'profile.lock': () => {
      if (!isShared(deps.profiles.list())) throw new AppError('conflict', 'Nobody has to sign in here');
      session.lock();
      return {};
    },
    'profile.touch': () => {
      session.touch();
      return {};
    },
    'profile.add': async (input) => changed(session, await addProfile(deps, input)),
    'profile.save': (input) => changed(session, saveProfile(deps, input)),
    'profile.setPin': async (input) => {
      const isOwn = session.profile()?.id === input.profileId;
      return changed(session, await setPin(deps, { ...input, isOwn }));
    },
    'profile.setLockAfter': ({ minutes }) => {
      session.setLockAfter(minutes);
      return session.presence();
    },

    'audit.list': (query) => {
      const { items, total } = deps.audit.list(query);
      return { items: [...items], total };
    },
    'audit.export': async (query) => {
      const folder = await desk.host.fileDialog.choose({ what: 'folder' });
      if (folder === null) return null;
      const file = freeName(folder, `deskside-audit-${dayOf(deps.clock.now())}`, '.csv');
      const { items } = deps.audit.list({ ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER });
      try {
        // A spreadsheet takes a file without a mark for one of its own code page.
        writeFileSync(file, `\uFEFF${auditTable(items, deps.profiles.list())}`, { flag: 'wx' });
      } catch (cause) {
        throw new AppError('file_unwritable', `${file} cannot be written`, { cause, detail: { file } });
      }
      return file;
    },
  };
}

function changed<T>(session: Session, answer: T): T {
  session.refresh();
  return answer;
}
