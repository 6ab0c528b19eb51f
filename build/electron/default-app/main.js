// Takes the place of the application Electron shows when none is given: loads the one named in argv.
// A module with a top-level await, so that "ready" waits for the application's own first lines.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!named) {
  console.error('Name the application to start: electron path/to/app');
  process.exit(1);
}
const folder = path.resolve(named);
const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
await import(pathToFileURL(path.join(folder, manifest.main)).href);
