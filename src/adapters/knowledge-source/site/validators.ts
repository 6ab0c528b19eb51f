/** What a server gave to ask by whether something has changed (RFC 9110, 8.8). */
export type Validators = { readonly etag?: string | undefined; readonly modified?: string | undefined };

export function validatorsOf(headers: Headers): { readonly etag?: string; readonly modified?: string } {
  const etag = headers.get('etag') ?? '';
  const modified = headers.get('last-modified') ?? '';
  return {
    ...(isSendable(etag, 1_000) ? { etag } : {}),
    ...(isSendable(modified, 100) ? { modified } : {}),
  };
}

export function conditionalHeaders({ etag, modified }: Validators): Readonly<Record<string, string>> {
  return {
    ...(etag !== undefined && isSendable(etag, 1_000) ? { 'if-none-match': etag } : {}),
    ...(modified !== undefined && isSendable(modified, 100) ? { 'if-modified-since': modified } : {}),
  };
}

/** It goes back into a header: printable ASCII only. */
function isSendable(value: string, longest: number): boolean {
  return value.length <= longest && /^[\x20-\x7e]+$/.test(value);
}
