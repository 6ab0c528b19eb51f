import type { DraftDeps } from '#core/drafting/draft-reply.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { type Figure, figureOf } from './measure.ts';

const parts = ['take', 'embed', 'vector leg', 'lexical leg', 'texts', 'term statistics', 'writes'] as const;
type Part = (typeof parts)[number];

/** Adds up where the time of a draft goes, port by port; what no port took is the desk's own deciding and composing. */
export class Stopwatch {
  readonly #sums = new Map<Part, number>();
  readonly #samples = new Map<Part | 'decide and compose', number[]>();

  begin(): void {
    this.#sums.clear();
  }

  end(whole: number): void {
    let known = 0;
    for (const part of parts) {
      const sum = this.#sums.get(part) ?? 0;
      known += sum;
      this.#keep(part, sum);
    }
    this.#keep('decide and compose', whole - known);
  }

  timed<T>(part: Part, work: () => T): T {
    const from = performance.now();
    try {
      return work();
    } finally {
      this.#add(part, performance.now() - from);
    }
  }

  /** The same ports, watched. */
  over(deps: DraftDeps): DraftDeps {
    const { passages, knowledge, learned } = deps;
    return {
      ...deps,
      embedder: () => this.#watched(deps.embedder()),
      passages: {
        ...passages,
        searchVector: (...input) => this.timed('vector leg', () => passages.searchVector(...input)),
        searchTerms: (...input) => this.timed('lexical leg', () => passages.searchTerms(...input)),
        termStatistics: (terms, scope) => this.timed('term statistics', () => passages.termStatistics(terms, scope)),
        questionVector: (...input) => this.timed('texts', () => passages.questionVector(...input)),
      },
      knowledge: { ...knowledge, get: (id) => this.timed('texts', () => knowledge.get(id)) },
      learned: { ...learned, get: (id) => this.timed('texts', () => learned.get(id)) },
      transaction: (work) => this.timed('writes', () => deps.transaction(work)),
    };
  }

  figures(): Figure[] {
    return [...this.#samples].map(([part, samples]) => figureOf(`  of which ${part}`, samples));
  }

  #watched(embedder: Embedder | null): Embedder | null {
    if (embedder === null) return null;
    return {
      ...embedder,
      embed: async (texts, signal) => {
        const from = performance.now();
        const vectors = await embedder.embed(texts, signal);
        this.#add('embed', performance.now() - from);
        return vectors;
      },
    };
  }

  #add(part: Part, ms: number): void {
    this.#sums.set(part, (this.#sums.get(part) ?? 0) + ms);
  }

  #keep(part: Part | 'decide and compose', ms: number): void {
    const samples = this.#samples.get(part) ?? [];
    samples.push(ms);
    this.#samples.set(part, samples);
  }
}
