import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import type { DocumentReader } from '../file-reader.ts';
import { lastPart } from './file-name.ts';
import type { OpenResponse } from './open-response.ts';
import { robotsTag } from './robots-rules.ts';
import { bytesOf, type SiteVisits } from './site-visits.ts';
import { conditionalHeaders, type Validators, validatorsOf } from './validators.ts';

export type FetchedPage = {
  readonly title: string;
  readonly rows: readonly KnowledgeFileRow[];
  /** As the page spells them, absolute. */
  readonly links: readonly string[];
  readonly canonical: string | null;
  readonly isNoIndex: boolean;
  readonly validators: Validators;
};

/** What an address turned out to be. */
export type Fetched =
  | { readonly kind: 'page'; readonly page: FetchedPage }
  /** As it was when the validators were given. */
  | { readonly kind: 'same' }
  /** `to` null: it does not say where. */
  | { readonly kind: 'moved'; readonly to: URL | null; readonly isForGood: boolean }
  | { readonly kind: 'missing' }
  /** An image, a program: nothing to read. */
  | { readonly kind: 'other' };

const mostPageBytes = 5 * 1024 * 1024;
const mostDocumentBytes = 20 * 1024 * 1024;
const documentEnding = /\.(pdf|docx)$/i;

/** One page of a site. Errors: those of `visit`, `refused_by_server` for another 4xx, those of the reader of documents. */
export function fetchPage(
  visits: SiteVisits,
  documents: DocumentReader,
  url: URL,
  known: Validators,
  signal: AbortSignal,
): Promise<Fetched> {
  const bytes = documentEnding.test(url.pathname) ? mostDocumentBytes : mostPageBytes;
  const headers = {
    accept: 'text/html,application/xhtml+xml,application/pdf;q=0.8,*/*;q=0.1',
    ...conditionalHeaders(known),
  };
  return visits.visit(url, { headers, limits: { bytes } }, (response) => fetchedOf(documents, url, response, signal));
}

async function fetchedOf(
  documents: DocumentReader,
  url: URL,
  response: OpenResponse,
  signal: AbortSignal,
): Promise<Fetched> {
  const { status, headers } = response;
  if (status === 304) return { kind: 'same' };
  if (status >= 300 && status < 400) {
    const to = URL.parse(headers.get('location') ?? '', url.href);
    return { kind: 'moved', to, isForGood: status === 301 || status === 308 };
  }
  if (status === 404 || status === 410) return { kind: 'missing' };
  if (status !== 200 && status !== 203) {
    throw new AppError('refused_by_server', `${url.host} answered ${status}`, { detail: { host: url.host, status } });
  }
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const document = documentType(type, url);
  if (document !== null) return { kind: 'page', page: await documentPage(documents, url, document, response, signal) };
  if (type !== 'text/html' && type !== 'application/xhtml+xml' && type !== '') return { kind: 'other' };
  return { kind: 'page', page: await htmlPage(documents, url, response, signal) };
}

function documentType(type: string, url: URL): 'pdf' | 'docx' | null {
  if (type === 'application/pdf') return 'pdf';
  if (type === 'application/vnd.openxmlformats-officedocument.wordprocessingml.document') return 'docx';
  const ending = documentEnding.exec(url.pathname)?.[1]?.toLowerCase();
  return type === 'application/octet-stream' && (ending === 'pdf' || ending === 'docx') ? ending : null;
}

async function htmlPage(
  documents: DocumentReader,
  url: URL,
  response: OpenResponse,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const html = await bytesOf(response);
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  const input = { name: lastPart(url), html, url: url.href, ...(charset === undefined ? {} : { charset }) };
  const page = await documents.readPage(input, signal);
  const tag = robotsTag(response.headers);
  return {
    title: page.title,
    rows: page.rows,
    links: page.isNoFollow || tag.isNoFollow ? [] : page.links,
    canonical: canonicalHeader(response.headers, url) ?? page.canonical,
    isNoIndex: page.isNoIndex || tag.isNoIndex,
    validators: validatorsOf(response.headers),
  };
}

async function documentPage(
  documents: DocumentReader,
  url: URL,
  ending: 'pdf' | 'docx',
  response: OpenResponse,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const bytes = await bytesOf(response);
  const name = documentName(url, ending);
  const { rows } = await documents.read({ name, bytes }, signal);
  return {
    title: name,
    rows: rows.map((row) => ({ ...row, place: { ...row.place, url: url.href } })),
    links: [],
    canonical: canonicalHeader(response.headers, url),
    isNoIndex: robotsTag(response.headers).isNoIndex,
    validators: validatorsOf(response.headers),
  };
}

function documentName(url: URL, ending: string): string {
  const name = lastPart(url);
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name === '' ? url.hostname : name}.${ending}`;
}

/** `Link: <…>; rel="canonical"` (RFC 6596). */
function canonicalHeader(headers: Headers, url: URL): string | null {
  const link = /<([^>]{1,2000})>\s*;\s*rel="?canonical"?/i.exec(headers.get('link') ?? '')?.[1];
  return link === undefined ? null : (URL.parse(link, url.href)?.href ?? null);
}
