import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';

const Scope = z.union([z.string(), z.array(z.string())]).nullish();

const KnowledgeLine = z.object({
  id: z.string(),
  question: z.string().nullish(),
  answer: z.string(),
  title: z.string().nullish(),
  topic: z.string().nullish(),
  scope: Scope,
});
export type KnowledgeLine = z.infer<typeof KnowledgeLine>;

const QueryLine = z.object({
  id: z.string(),
  text: z.string(),
  history: z.array(z.object({ role: z.string(), text: z.string() })).nullish(),
  scope: Scope,
  topic: z.string().nullish(),
  gold_ids: z.array(z.string()).nullish(),
  oos: z.boolean().nullish(),
  replies: z.array(z.string()).nullish(),
});
export type QueryLine = z.infer<typeof QueryLine>;

/** The queries of a measuring set, in order of arrival; at most `limit`. */
export async function readQueries(file: string, limit: number): Promise<readonly QueryLine[]> {
  return readLines(file, QueryLine, limit);
}

/** The knowledge of a measuring set, for what is right; the desk itself reads the file by its own import. */
export async function readKnowledgeLines(file: string): Promise<readonly KnowledgeLine[]> {
  return readLines(file, KnowledgeLine, Number.POSITIVE_INFINITY);
}

/** A scope as the retrieval takes it: null where nothing is known. */
export function scopeOf(line: {
  readonly scope?: string | readonly string[] | null | undefined;
}): readonly string[] | null {
  if (line.scope == null) return null;
  return typeof line.scope === 'string' ? [line.scope] : line.scope;
}

async function readLines<T extends z.ZodType>(file: string, schema: T, limit: number): Promise<z.output<T>[]> {
  const result: z.output<T>[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++;
      if (line.trim() === '') continue;
      if (result.length >= limit) break;
      result.push(schema.parse(JSON.parse(line)));
    }
  } catch (error) {
    throw new AppError(
      'file_unreadable',
      `${file}, line ${number}: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
        detail: { file, line: number },
      },
    );
  }
  return result;
}
