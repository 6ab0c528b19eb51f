/** nobody, on every Unix. */
const nobody = 65_534;

/** Runs the work as somebody whom file modes hold back: they do not hold back root. */
export async function asAnotherUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
