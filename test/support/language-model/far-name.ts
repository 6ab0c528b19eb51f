import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { FarName } from '../doubles/model-double.ts';

/** A name of a model elsewhere with a certificate of its own, which this process trusts from now on. */
export function trustedFarName(host: string): FarName {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-far-'));
  try {
    const [keyFile, certFile] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const made = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      keyFile,
      '-out',
      certFile,
    ];
    const named = ['-days', '2', '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
    execFileSync('openssl', ['req', '-x509', ...made, ...named], { stdio: 'pipe' });
    const far = { host, key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    setDefaultCACertificates([...getCACertificates('default'), far.cert]);
    return far;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
