import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The packages of node_modules that a fresh process loads for a module of ours. */
export async function loadedPackages(specifier: string): Promise<readonly string[]> {
  const script = `
    import { registerHooks } from 'node:module';
    const names = new Set();
    registerHooks({
      resolve(specifier, context, next) {
        const found = next(specifier, context);
        const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(found.url)?.[1];
        if (name !== undefined) names.add(name);
        return found;
      },
    });
    await import(${JSON.stringify(specifier)});
    console.log(JSON.stringify([...names]));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout) as string[];
}
