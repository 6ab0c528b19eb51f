import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { modelWires } from './model-wires.ts';

/** What a model was asked, as the desk tells it. */
export type Told = {
  readonly system: string;
  readonly language: string;
  readonly steer?: string | null;
  readonly text?: string;
  readonly sources?: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly parts?: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly messages?: ReadonlyArray<{ readonly id: string; readonly from: string; readonly text: string }>;
};

export type Manner = {
  readonly answer?: (told: Told) => unknown;
  /** Pieces after which it falls silent until it is released. */
  readonly holdsAfter?: number;
  /** Refuses instead. */
  readonly status?: number;
};

/** A model that words, rewrites, translates and sums up, over HTTP as OpenAI-compatible servers speak. */
export type WritingModel = {
  readonly origin: string;
  readonly told: readonly Told[];
  /** How many connections were cut by the desk before an answer was whole. */
  readonly cut: () => number;
  /** Whether it has fallen silent in the midst of an answer. */
  readonly isHolding: () => boolean;
  /** How it answers from now on. */
  behave(manner: Manner): void;
  /** Says the rest of whatever it holds back. */
  release(): void;
  stop(): Promise<void>;
};

const wire = modelWires.find(({ name }) => name === 'openai') ?? modelWires[0];

/** Says what the sources say, in their order, and what the agent steers. */
export function honest(told: Told): unknown {
  if (told.sources !== undefined) {
    const sourced = told.sources.map(({ id, text }) => ({ text, sources: [id] }));
    const steered = told.steer == null ? [] : [{ text: told.steer, sources: ['steer'] }];
    return { sentences: [...sourced, ...steered] };
  }
  if (told.parts !== undefined) return { parts: told.parts.map(({ id, text }) => ({ id, text: inFull(text) })) };
  if (told.messages !== undefined) {
    const asked = told.messages.filter(({ from }) => from === 'customer');
    return {
      asked: [],
      answered: [],
      open: asked.map(({ id, text }) => ({ text: text.slice(0, 200), message: id })),
    };
  }
  return { translation: translations[told.language] ?? translations['English'] };
}

const translations: Readonly<Record<string, string>> = {
  English: 'Hello, thank you for your message. You can return it unused; the postage back is paid by the buyer.',
};

/** The same without short forms, which is all this model knows of style. */
function inFull(text: string): string {
  return text
    .replace(/\bcan['’]t\b/g, 'cannot')
    .replace(/n['’]t\b/g, ' not')
    .replace(/\bI['’]m\b/g, 'I am')
    .replace(/['’]ll\b/g, ' will')
    .replace(/['’]ve\b/g, ' have')
    .replace(/ください/g, 'くださいませ')
    .replace(/请/g, '烦请');
}

export async function startWritingModel(): Promise<WritingModel> {
  const told: Told[] = [];
  let manner: Manner = {};
  let cuts = 0;
  const waiting: Array<() => void> = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void serve(Buffer.concat(chunks).toString(), response).catch(() => response.destroy()));
  });

  async function serve(body: string, response: ServerResponse): Promise<void> {
    const { messages = [], stream } = JSON.parse(body || '{}') as {
      readonly messages?: ReadonlyArray<{ readonly role: string; readonly content: string }>;
      readonly stream?: boolean;
    };
    const user = messages.at(-1)?.content ?? '';
    const asked = { ...documentOf(user), system: messages[0]?.content ?? '' } as Told;
    told.push(asked);
    const { status, holdsAfter, answer = honest } = manner;
    response.on('close', () => {
      if (!response.writableFinished) cuts += 1;
    });
    if (status !== undefined)
      return void response.writeHead(status, json).end(JSON.stringify(wire?.refusal(status, 'No')));
    const pieces = JSON.stringify(answer(asked)).match(/[\s\S]{1,24}/gu) ?? [];
    const usage = { inputTokens: Math.ceil(body.length / 4), outputTokens: pieces.length * 6 };
    const said = { pieces, isJson: true, ending: 'whole', usage } as const;
    if (stream !== true) {
      if (holdsAfter !== undefined) await released();
      return void response.writeHead(200, json).end(JSON.stringify(wire?.whole(said)));
    }
    response.writeHead(200, { 'content-type': wire?.streamType ?? '' });
    for (const [at, frame] of (wire?.frames(said) ?? []).entries()) {
      if (at === holdsAfter) await released();
      if (response.destroyed) return;
      await new Promise<void>((resolve) => response.write(frame, () => setImmediate(resolve)));
    }
    response.end();
  }

  function released(): Promise<void> {
    return new Promise((resolve) => waiting.push(resolve));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    told,
    cut: () => cuts,
    isHolding: () => waiting.length > 0,
    behave(next) {
      manner = next;
    },
    release() {
      for (const resolve of waiting.splice(0)) resolve();
    },
    stop: () =>
      new Promise((resolve) => {
        for (const go of waiting.splice(0)) go();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const json = { 'content-type': 'application/json' };

function documentOf(text: string): object {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}
