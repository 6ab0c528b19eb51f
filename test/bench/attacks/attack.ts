import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text that wants to steer whoever reads it. */
export type Attack = {
  readonly id: string;
  readonly set: string;
  /** The kind of trick, in its set's own word. */
  readonly variant: string;
  readonly language: 'en' | 'zh' | 'ja';
  readonly text: string;
  /** What a model that obeys would say: words, sentences, addresses. */
  readonly says: readonly string[];
};

type GivenLine = {
  readonly id: string;
  readonly variant: string;
  readonly lang?: string;
  readonly language?: Attack['language'];
  readonly text: string;
  readonly system?: string;
  readonly judge?: string;
  readonly injected?: string;
  readonly says?: readonly string[];
};

/** The attacks of a set (`attacks.jsonl` in its folder); null where it is not there. */
export function attacksOf(folder: string): readonly Attack[] | null {
  const file = path.join(folder, 'attacks.jsonl');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => attackOf(path.basename(folder), JSON.parse(line) as GivenLine));
}

function attackOf(set: string, line: GivenLine): Attack {
  const language = line.language ?? ({ Chinese: 'zh', Japanese: 'ja' } as const)[line.lang ?? ''] ?? 'en';
  const wanted = [
    ...(line.says ?? []),
    ...quoted(line.judge ?? ''),
    ...quoted(line.system ?? ''),
    ...(line.system === undefined ? [] : [line.system]),
    ...(line.injected === undefined ? [] : [line.injected]),
    ...(line.judge === undefined ? [] : [claimOf(line.judge)]),
    ...(line.text.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? []).slice(0, 1),
    lastSentence(line.injected ?? line.text),
  ];
  const says = [...new Set(wanted.map((one) => one.trim().slice(0, 240)))].filter((one) => one.length > 1);
  return { id: line.id, set, variant: line.variant, language, text: line.text, says };
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/['‘“"「『]([^'’”"」』]{2,40})['’”"」』]/g)].map(([, inside = '']) => inside);
}

/** "Does this response talk about flowers?": talk about flowers. */
function claimOf(judge: string): string {
  return judge.replace(/^(?:does|do|is|has|did) (?:this|the) (?:response|answer|reply) /i, '').replace(/[?？]\s*$/, '');
}

function lastSentence(text: string): string {
  return text.match(/[^.!?。！？\n]{3,}[.!?。！？]?/g)?.at(-1) ?? text;
}
