import { clipboard } from 'electron';

// Electron 45 answers by promises, older ones at once: both are awaited.

/** The clipboard's text; empty where it holds something else or nothing. */
export async function readClipboard(): Promise<string> {
  return await clipboard.readText();
}

export async function writeClipboard(text: string): Promise<void> {
  await clipboard.writeText(text);
}
