import type { Dialect } from './dialect.ts';

/** Cuts bytes as they come into the JSON documents they hold. Throws SyntaxError where one is none. */
export type DocumentReader = {
  /** The documents that became whole with these bytes. */
  take(bytes: Uint8Array): readonly unknown[];
  /** What is left at the end. */
  end(): readonly unknown[];
};

/** Reads what `framing` says (WHATWG server-sent events; one JSON document a line). `[DONE]` is no document. */
export function createDocumentReader(framing: Dialect['framing']): DocumentReader {
  const decoder = new TextDecoder();
  const takeLine = framing === 'sse' ? eventLines() : jsonLine;
  let rest = '';
  const read = (text: string, isEnd: boolean): readonly unknown[] => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = isEnd ? '' : (lines.pop() ?? '');
    return lines.flatMap(takeLine);
  };
  return {
    take: (bytes) => read(decoder.decode(bytes, { stream: true }), false),
    // The empty line ends an event that nothing else has ended.
    end: () => read(`${decoder.decode()}\n`, true),
  };
}

function jsonLine(line: string): readonly unknown[] {
  return line.trim() === '' ? [] : [JSON.parse(line)];
}

function eventLines(): (line: string) => readonly unknown[] {
  let data: string[] = [];
  return (line) => {
    if (line.startsWith('data:')) data.push(line.slice(5).trim());
    if (line !== '' || data.length === 0) return [];
    const text = data.join('\n');
    data = [];
    return text === '[DONE]' || text === '' ? [] : [JSON.parse(text)];
  };
}
