import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The repository's root: build scripts must not depend on the folder they are called from. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Where prepared programs are kept: outside the tree git sees, gone with `node_modules`. */
export const cacheFolder = path.join(projectRoot, 'node_modules/.cache/deskside')

/** The version field of an installed package. */
export async function installedVersion(packageName: string): Promise<string> {
  const manifest = path.join(projectRoot, 'node_modules', packageName, 'package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  return version
}
