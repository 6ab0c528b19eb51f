/** A file as it arrived. */
export type DoubleFile = { readonly name: string; readonly contentType: string; readonly bytes: Buffer };

/** What came in a form: texts and files by field, in order. */
export type PostedForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: ReadonlyArray<DoubleFile & { readonly field: string }>;
};

/** Reads `multipart/form-data`. */
export async function readForm(body: Buffer<ArrayBuffer>, contentType: string): Promise<PostedForm> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  const fields: Record<string, string> = {};
  const files: Array<DoubleFile & { readonly field: string }> = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') fields[field] = value;
    else
      files.push({
        field,
        name: value.name,
        contentType: value.type,
        bytes: Buffer.from(await value.arrayBuffer()),
      });
  }
  return { fields, files };
}

export type FileShelf = {
  /** Leaves a file to be attached later; returns its number. */
  leave(file: DoubleFile, at: number): number;
  /** Those that wait under these numbers and are not older: each can be taken once, others are passed over. */
  claim(numbers: readonly number[], notBefore?: number): readonly DoubleFile[];
  attach(threadId: string, files: readonly DoubleFile[]): void;
  /** Of the replies that came in by the API, in order. */
  filesIn(threadId: string): readonly DoubleFile[];
};

/** Files of one account: those that wait to be attached, and those that are. */
export function fileShelf(): FileShelf {
  const waiting = new Map<number, { readonly file: DoubleFile; readonly at: number }>();
  const attached = new Map<string, DoubleFile[]>();
  let last = 70;
  return {
    leave(file, at) {
      waiting.set((last += 2), { file, at });
      return last;
    },
    claim: (numbers, notBefore = 0) =>
      numbers.flatMap((number) => {
        const found = waiting.get(number);
        waiting.delete(number);
        return found === undefined || found.at < notBefore ? [] : [found.file];
      }),
    attach(threadId, files) {
      attached.set(threadId, [...(attached.get(threadId) ?? []), ...files]);
    },
    filesIn: (threadId) => attached.get(threadId) ?? [],
  };
}
