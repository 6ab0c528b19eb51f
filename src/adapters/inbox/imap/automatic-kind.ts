import type { AutomaticKind } from '#shared/model/conversation.ts';

/** Raw header values by lower-case name; several of one name are joined by a line feed. */
export type RawHeaders = ReadonlyMap<string, string>;

/**
 * Why nobody waits for an answer to this mail, or null. After RFC 3834 (Auto-Submitted), RFC 3464 (delivery
 * reports), RFC 2369/2919 (lists) and what mail programs set beside them.
 * `ownAddress`: a support address run as a mailing group puts list headers over every customer's mail.
 */
export function automaticKind(headers: RawHeaders, authorAddress: string, ownAddress: string): AutomaticKind | null {
  const valueOf = (name: string): string => (headers.get(name) ?? '').trim().toLowerCase();
  const contentType = valueOf('content-type');
  if (/^multipart\/report\b/.test(contentType)) {
    return /disposition-notification/.test(contentType) ? 'auto_reply' : 'bounce';
  }
  if (/^(mailer-daemon|mail-daemon|postmaster)(@|$)/.test(authorAddress)) {
    return 'bounce';
  }
  const submitted = valueOf('auto-submitted');
  if (submitted.startsWith('auto-replied') || isAutoReply(valueOf)) {
    return 'auto_reply';
  }
  if (isBulk(valueOf, ownAddress)) {
    return 'bulk';
  }
  if (submitted !== '' && !/^no\b/.test(submitted)) {
    return 'auto_reply';
  }
  return valueOf('return-path').replace(/\s/g, '') === '<>' ? 'bounce' : null;
}

function isAutoReply(valueOf: (name: string) => string): boolean {
  const suppress = valueOf('x-auto-response-suppress');
  const precedence = valueOf('precedence');
  return (
    isSaid(valueOf('x-autoreply')) ||
    isSaid(valueOf('x-autorespond')) ||
    isSaid(valueOf('x-autoresponder')) ||
    precedence === 'auto_reply' ||
    /\b(all|oof|autoreply)\b/.test(suppress)
  );
}

function isSaid(value: string): boolean {
  return value !== '' && value !== 'no' && value !== 'false' && value !== '0';
}

function isBulk(valueOf: (name: string) => string, ownAddress: string): boolean {
  if (/mailto:/.test(valueOf('list-post')) && valueOf('list-post').includes(ownAddress)) {
    return false;
  }
  return (
    /^(bulk|list|junk)\b/.test(valueOf('precedence')) || valueOf('list-id') !== '' || valueOf('list-unsubscribe') !== ''
  );
}
