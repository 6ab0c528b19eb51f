import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors.ts';

/** A name in a folder that nothing bears yet: a number from the second on. Errors: `file_unwritable`. */
export function freeName(folder: string, name: string, ending: string): string {
  const taken = new Set(namesIn(folder));
  for (let number = 1; ; number++) {
    const free = `${name}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!taken.has(free)) return path.join(folder, free);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new AppError('file_unwritable', `${folder} cannot be read`, { cause, detail: { file: folder } });
  }
}
