const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'message/rfc822': 'eml',
};

const fixedNames: Readonly<Record<string, string>> = {
  'text/calendar': 'invite.ics',
  'application/ics': 'invite.ics',
  'application/ms-tnef': 'winmail.dat',
  'application/pgp-signature': 'signature.asc',
  'application/pgp-encrypted': 'encryption.asc',
  'application/pkcs7-signature': 'smime.p7s',
  'message/delivery-status': 'delivery-status.txt',
};

/** A name to show for an attachment: its own without any path or control character, else one made from its type. */
export function attachmentName(given: string | undefined, contentType: string, position: number): string {
  const name = (given ?? '')
    // Control characters and the bidi overrides that can disguise an extension.
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .slice(0, 200);
  if (name) {
    return name;
  }
  const kind = contentType.startsWith('image/') ? 'image' : contentType === 'message/rfc822' ? 'message' : 'attachment';
  return fixedNames[contentType] ?? `${kind}-${position}.${extensions[contentType] ?? 'bin'}`;
}
