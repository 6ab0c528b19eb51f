import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from '#backend/compose.ts';
import { forgetTries } from '#core/profiles/check-pin.ts';
import { AppError } from '#shared/errors.ts';
import type { Profile } from '#shared/model/profile.ts';
import type { CommandContext } from './context.ts';
import { openedDesk } from './export.ts';

/**
 * `deskside profile reset-pin`: takes away the PIN of an owner who has forgotten it; the next to sign in as them sets
 * another. Whoever can run it has the desk's files, and with them everything that a PIN keeps.
 */
export async function resetPinCommand(
  context: CommandContext,
  options: { readonly name: string | undefined },
): Promise<void> {
  if (!existsSync(path.join(context.dataFolder, databaseFile)))
    throw new AppError('not_found', `There is no desk in ${context.dataFolder}`);
  const desk = openedDesk(context);
  try {
    const { deps } = desk;
    const profile = chosen(deps.profiles.list(), options.name);
    deps.transaction(() => {
      deps.profiles.setPin(profile.id, null);
      forgetTries(deps, profile.id);
      deps.audit.append({
        id: deps.ids.newId(),
        profileId: null,
        request: 'profile reset-pin',
        area: 'signIn',
        act: 'removed',
        storeId: null,
        subjects: [profile.id],
        facts: { name: profile.name },
        createdAt: deps.clock.now(),
      });
    });
    context.print(
      `${profile.name || profile.role} signs in without a PIN now. Set another at once: Settings › People.`,
    );
  } finally {
    await desk.close();
  }
}

/** The one of that name; without a name the one owner there is. */
function chosen(profiles: readonly Profile[], name: string | undefined): Profile {
  const active = profiles.filter(({ state }) => state === 'active');
  const fitting = active.filter((profile) => (name === undefined ? profile.role === 'owner' : profile.name === name));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const names = active.map((profile) => `${profile.name || '(no name)'} (${profile.role})`).join(', ');
  throw new AppError('invalid_input', `Name one by --name: ${names}`);
}
