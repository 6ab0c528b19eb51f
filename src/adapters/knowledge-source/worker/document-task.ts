import type { KnowledgeFile } from '#core/ports/knowledge-reader.ts';
import type { Problem } from '#shared/errors.ts';
import type { HtmlInput, HtmlPage } from '../html/html-page.ts';

/** What the worker is asked. */
export type DocumentTask =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'page'; readonly name: string; readonly input: HtmlInput };

/** What it answers to each. */
export type DocumentResult = { readonly file: KnowledgeFile; readonly page: HtmlPage };

export type DocumentAnswer =
  | { readonly isRead: true; readonly value: DocumentResult[keyof DocumentResult] }
  | { readonly isRead: false; readonly problem: Problem };
