import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** How often a file has been begun to load and never been done; `stamp` is its size and time, so that another is another. */
const Mark = z.object({ path: z.string(), stamp: z.string(), begun: z.number().int() });

/* Once may be a desk that was closed while it loaded. */
const mostBegun = 2;

export type LoadMarks = {
  /** Notes that a file is about to be loaded; false where it was so twice and never came to an end. */
  begin(path: string): Promise<boolean>;
  /** It was loaded and has answered, or failed as files may. */
  end(): Promise<void>;
};

/**
 * llama.cpp ends the whole process over some damaged files. What was being loaded when that happened stands in a file
 * of the data folder, so that the next process does not fall over it for ever. Null: nothing is noted.
 */
export function createLoadMarks(file: string | null): LoadMarks {
  if (file === null) return { begin: () => Promise.resolve(true), end: () => Promise.resolve() };
  return {
    begin: async (path) => {
      const { size, mtimeMs } = await stat(path);
      const stamp = `${size} ${mtimeMs}`;
      const before = await readMark(file);
      const begun = before?.path === path && before.stamp === stamp ? before.begun : 0;
      if (begun >= mostBegun) return false;
      await writeFile(file, JSON.stringify({ path, stamp, begun: begun + 1 }));
      return true;
    },
    end: () => rm(file, { force: true }),
  };
}

/** Null where there is none that can be read: then nothing speaks against a try. */
async function readMark(file: string): Promise<z.infer<typeof Mark> | null> {
  try {
    return Mark.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
