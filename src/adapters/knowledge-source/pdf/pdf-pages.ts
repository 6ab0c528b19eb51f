import { unreadable } from '../document/unreadable.ts';
import { type PdfJs, loadPdfJs, pdfJsFolders } from './load-pdfjs.ts';
import { plainLetters } from './plain-letters.ts';
import { type PdfPage, type TextRun, segmentsOf } from './segment.ts';

/** A PDF's text, and the titles of its outline (bookmarks) with their depth, 1 being the outermost. */
export type PdfText = {
  readonly title: string;
  readonly pages: readonly PdfPage[];
  readonly outline: readonly { readonly title: string; readonly depth: number }[];
};

/* A handbook has hundreds of pages; one of more is made to keep its reader busy. */
const mostPages = 5_000;
const mostOutlineTitles = 5_000;

type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

/** Errors: `file_unreadable` (`broken`, `encrypted`, `too_large_inside`). */
export async function pdfText(name: string, bytes: Uint8Array): Promise<PdfText> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), ...textOnly, ...pdfJsFolders() });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw unreadable(name, 'too_large_inside');
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await pageOf(pdfjs, document, number));
    return { title: await titleOf(document), pages, outline: await outlineOf(document) };
  } catch (error) {
    throw unreadableOf(name, error);
  } finally {
    await task.destroy();
  }
}

const textOnly = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 1,
};

async function pageOf(pdfjs: PdfJs, document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs = content.items.flatMap((item): TextRun[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = pdfjs.Util.transform(
      viewport.transform,
      item.transform as number[],
    );
    // Text that runs up or aslant is a stamp or a mark across the page.
    if (Math.abs(b) > Math.abs(a) * 0.2 && item.str.trim() !== '') return [];
    return [{ text: plainLetters(item.str), x, right: x + item.width, y, size: Math.hypot(c, d), font: item.fontName }];
  });
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, segments: segmentsOf(runs) };
}

async function titleOf(document: PdfDocument): Promise<string> {
  const { info } = await document.getMetadata();
  const title = (info as Readonly<Record<string, unknown>>)['Title'];
  return typeof title === 'string' ? title.trim() : '';
}

async function outlineOf(document: PdfDocument): Promise<PdfText['outline']> {
  type Item = { readonly title: string; readonly items: readonly Item[] };
  const titles: { title: string; depth: number }[] = [];
  // Its own copy is nested; a hostile one is nested deep.
  const left = ((await document.getOutline().catch(() => null)) ?? [])
    .map((item: Item) => ({ item, depth: 1 }))
    .reverse();
  for (let next = left.pop(); next !== undefined && titles.length < mostOutlineTitles; next = left.pop()) {
    const { item, depth } = next;
    titles.push({ title: item.title, depth });
    for (let index = item.items.length - 1; index >= 0; index -= 1) {
      const inner = item.items[index];
      if (inner !== undefined) left.push({ item: inner, depth: depth + 1 });
    }
  }
  return titles;
}

function unreadableOf(name: string, error: unknown): unknown {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'AppError') return error;
  if (error instanceof RangeError) return unreadable(name, 'too_deep', error);
  return unreadable(name, kind === 'PasswordException' ? 'encrypted' : 'broken', error);
}
