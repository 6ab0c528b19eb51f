import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

/** The page's address. An origin of its own: history, storage and module scripts without the rights of file://. */
export const pageOrigin = 'app://deskside';

const pageFolder = path.join(import.meta.dirname, '../renderer');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** To be called before the app is ready: Electron takes schemes no later. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Answers the page's requests from the built files, each with the policy that lets nothing else in. */
export function servePage(): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = fileFor(decodeURIComponent(pathname));
    const contentType = contentTypes[path.extname(file)];
    const isOurs = host === 'deskside' && file.startsWith(pageFolder + path.sep);
    const body = isOurs && contentType ? await readFile(file).catch(() => undefined) : undefined;
    if (!body || !contentType) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

/** A path without an ending is a place inside the app: the page itself reads it. */
function fileFor(pathname: string): string {
  return path.join(pageFolder, path.extname(pathname) === '' ? 'index.html' : pathname);
}
