import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Where pdf.js keeps its tables of characters; each with a slash at its end, as it wants them. */
type PdfJsFolders = { readonly cMapUrl: string; readonly standardFontDataUrl: string };

/** The folders of the installed pdf.js, which may lie inside the app's archive. */
export function pdfJsFolders(): PdfJsFolders {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return { cMapUrl: `${root}/cmaps/`, standardFontDataUrl: `${root}/standard_fonts/` };
}

/**
 * pdf.js for text alone. It tells Node from a browser by `process.type`, which Electron sets, and would load a native
 * canvas to draw with, which we neither need nor ship.
 */
export async function loadPdfJs(): Promise<PdfJs> {
  const { getBuiltinModule } = process;
  if ('type' in process) Object.defineProperty(process, 'type', { value: undefined, configurable: true });
  process.getBuiltinModule = ((id: string) => (id === 'module' ? {} : getBuiltinModule(id))) as typeof getBuiltinModule;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
}
