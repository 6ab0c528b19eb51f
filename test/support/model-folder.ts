import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resourcesFolder } from './test-desk.ts';

const builtIn = path.join(resourcesFolder, 'models/all-MiniLM-L6-v2');

/**
 * Lays the built-in weights out as a model of the owner's: the Hugging Face layout, under another name. By default it is
 * one of the E5 family, that reads questions and answers otherwise.
 */
export async function makeModelFolder(
  folder: string,
  options: { readonly name?: string; readonly linksWeights?: boolean } = {},
): Promise<string> {
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  const config = JSON.parse(await readFile(path.join(builtIn, 'config.json'), 'utf8')) as Record<string, unknown>;
  const named = { ...config, _name_or_path: options.name ?? 'example/multilingual-e5-tiny', vocab_size: 250_037 };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(named));
  for (const file of ['tokenizer.json', 'tokenizer_config.json'])
    await copyFile(path.join(builtIn, file), path.join(folder, file));
  const weights = path.join(builtIn, 'onnx/model.onnx');
  const target = path.join(folder, 'onnx/model.onnx');
  await (options.linksWeights === false ? copyFile(weights, target) : symlink(weights, target));
  return folder;
}
