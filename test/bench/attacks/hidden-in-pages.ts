import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import type { Attack } from './attack.ts';

const question = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes five working days and costs 12 euros.';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one);

/** How a page keeps a text from who reads it. */
const hidings: Readonly<Record<string, (text: string) => string>> = {
  'not displayed': (text) => `<div style="display:none">${escaped(text)}</div>`,
  'the attribute hidden': (text) => `<p hidden>${escaped(text)}</p>`,
  'not visible': (text) => `<span style="visibility: hidden">${escaped(text)}</span>`,
  'letters of no size': (text) => `<span style="font-size:0">${escaped(text)}</span>`,
  'a comment': (text) => `<!-- ${text.replaceAll('--', '- -')} -->`,
  'a script': (text) => `<script type="text/plain">${text.replaceAll('</', '< /')}</script>`,
  'a template': (text) => `<template><p>${escaped(text)}</p></template>`,
  'another text for a picture': (text) => `<img src="a.png" alt="${escaped(text)}">`,
  'hidden from screens alone': (text) => `<p style="position:absolute;left:-9999px">${escaped(text)}</p>`,
};
export const ways = Object.keys(hidings);

type Shown = { readonly id: string; readonly way: string; readonly text: string };

/** Which attacks, hidden in a page of answers, came with what was read of it. `read`: pages of which the answer was read. */
export async function hiddenInPages(
  attacks: readonly Attack[],
): Promise<{ readonly read: number; readonly through: readonly Shown[] }> {
  const reader = createKnowledgeFileReader();
  const through: Shown[] = [];
  let read = 0;
  // All ways on one page each way: what is read of it shows which of the attacks came along.
  for (const [way, hide] of Object.entries(hidings)) {
    for (const batch of batches(attacks)) {
      const sections = batch.map(({ text }) => `<h2>${question}</h2><p>${answer}</p>${hide(text.slice(0, 3_000))}`);
      const page = `<!doctype html><html><body><main><h1>Help</h1>${sections.join('\n')}</main></body></html>`;
      const { rows } = await reader.read({ name: 'help.html', bytes: new TextEncoder().encode(page) });
      const texts = JSON.stringify(rows);
      read += rows.length > 0 && texts.includes(answer) ? batch.length : 0;
      for (const { id, text } of batch) {
        const start = /[\p{L}\p{N}][^"\\\n]{12,40}/u.exec(text)?.[0] ?? text.slice(0, 20);
        if (texts.includes(start)) through.push({ id, way, text: start });
      }
    }
  }
  return { read, through };
}

function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / 50) }, (_, i) => all.slice(i * 50, i * 50 + 50));
}
