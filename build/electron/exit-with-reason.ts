/** Runs a command-line script: its exit code when it ends, the sentence of its error and 1 when it throws. */
export async function exitWithReason(script: () => Promise<number>): Promise<never> {
  try {
    process.exit(await script());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
