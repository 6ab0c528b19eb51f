import path from 'node:path';
import { type OpenedModel, openFolderModel } from '#adapters/embedder/folder-model/folder-embedder.ts';
import { bytesOfModel } from '#adapters/embedder/folder-model/model-layout.ts';
import { glossingEmbedder } from '#adapters/embedder/gloss/glossing-embedder.ts';
import { miniLmFolderName, modelFiles } from '#adapters/embedder/minilm/inspect-model.ts';
import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import { prepareMiniLm } from '#adapters/embedder/minilm/prepare-model.ts';
import { rememberingEmbedder } from '#adapters/embedder/remembering-embedder.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { Glosses } from '#core/ports/glosses.ts';
import type { DeskSettingRepository } from '#core/ports/repositories/stores.ts';
import {
  type ModelChoice,
  builtIn,
  modelSetting,
  saveModelSetting,
  saveSoleEmbedderId,
} from '#core/search-model/model-setting.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { type Problem, problemOf } from '#shared/errors.ts';
import type { EmbedderState } from '#shared/model/desk.ts';
import type { SearchModel } from '#shared/model/search-model.ts';

/** A model that is open. */
type Held = { readonly choice: ModelChoice; readonly embedder: Embedder; readonly about: SearchModel };

/** The models of the desk as they stand. */
export type HeldModels = {
  readonly current: SearchModel | null;
  readonly next: SearchModel | null;
  readonly missing: { readonly folder: string; readonly problem: Problem } | null;
};

/** The embedder as the backend holds it: it may be loading, absent, or under repair, and the desk works all the same. */
export type EmbedderHolder = {
  readonly state: () => EmbedderState;
  /** Null until it is ready. */
  readonly current: () => Embedder | null;
  /** The one that is to take its place, once every text has a vector of it; null: none. */
  readonly next: () => Embedder | null;
  readonly models: () => HeldModels;
  /** Never rejects: what went wrong is in the state. A folder that cannot be used leaves the built-in model in its place. */
  load(): Promise<void>;
  /** Makes the files of the built-in model anew, then loads them. */
  repair(): Promise<void>;
  /** Opens a model and lets it become the next. Errors: `model_unusable`, `embedder_unavailable`; nothing has changed then. */
  choose(choice: ModelChoice): Promise<void>;
  /** The next becomes the current one, within this turn; false where it is not the next any more. */
  takeOver(embedder: Embedder): boolean;
  /** The id of the only embedder whose vectors are of use; null while there are others. */
  soleId(): string | null;
  close(): Promise<void>;
};

/** Told when the current embedder came (`current`), and when there is something else to do for the index (`others`). */
export type OnEmbedderChange = (what: 'current' | 'others') => void;

export type HolderOptions = {
  readonly modelsFolder: string;
  /** Through which the built-in model, which knows English alone, is given other languages; null: as they are. */
  readonly glosses: Glosses | null;
  readonly settings: DeskSettingRepository;
  readonly emit: EmitEvent;
  readonly onChange: OnEmbedderChange;
  /** How long drafts that were begun with the former model may still use it, ms. */
  readonly graceMs?: number;
};

const usualGraceMs = 60_000;

export function createEmbedderHolder(options: HolderOptions): EmbedderHolder {
  const { settings, emit, onChange, modelsFolder } = options;
  let current: Held | null = null;
  let next: Held | null = null;
  let missing: { readonly choice: ModelChoice; readonly problem: Problem } | null = null;
  let state: EmbedderState = { phase: 'loading', id: null, problem: null };
  const retired = new Map<Embedder, ReturnType<typeof setTimeout>>();
  let isClosed = false;
  /** One choice after the other. */
  let choosing: Promise<unknown> = Promise.resolve();

  function become(reached: EmbedderState): void {
    state = reached;
    emit('desk.statusChanged', {});
  }

  function ready(held: Held): void {
    current = held;
    become({ phase: 'ready', id: held.embedder.id, problem: null });
  }

  async function openCurrent(choice: ModelChoice): Promise<void> {
    if (choice.kind === 'folder') {
      try {
        return ready(await open(choice, options));
      } catch (error) {
        missing = { choice, problem: problemOf(error) };
      }
    }
    try {
      ready(await open(builtIn, options));
    } catch (error) {
      become({ phase: 'absent', id: null, problem: problemOf(error) });
    }
  }

  /** A change that the last start left unfinished goes on. */
  async function openNext(choice: ModelChoice): Promise<void> {
    try {
      const opened = await open(choice, options);
      if (isClosed) return void (await opened.embedder.close());
      next = opened;
    } catch (error) {
      // Where the current one cannot be had either, that is what there is to say.
      missing ??= { choice, problem: problemOf(error) };
    }
    emit('desk.statusChanged', {});
    onChange('others');
  }

  async function load(): Promise<void> {
    if (current !== null) return;
    become({ phase: 'loading', id: null, problem: null });
    const { answering, wanted } = modelSetting(settings);
    await openCurrent(answering);
    if (missing !== null || wanted !== null) saveSoleEmbedderId(settings, null);
    onChange('current');
    // The desk does not wait for it.
    if (wanted !== null && next === null) choosing = choosing.then(() => openNext(wanted));
  }

  /** `held` is what answers from now on, by the owner's will. */
  function answerBy(held: Held): void {
    saveModelSetting(settings, { answering: held.choice, wanted: null });
    missing = null;
    ready(held);
  }

  async function dropNext(): Promise<void> {
    const dropped = next;
    next = null;
    await dropped?.embedder.close();
  }

  async function chooseNow(choice: ModelChoice): Promise<void> {
    const opened = await open(choice, options);
    const isFirst = current === null;
    if (current === null || current.embedder.id === opened.embedder.id) {
      if (current !== null) await opened.embedder.close();
      answerBy(current === null ? opened : { ...opened, embedder: current.embedder });
      await dropNext();
    } else if (next?.embedder.id === opened.embedder.id) {
      await opened.embedder.close();
    } else {
      await dropNext();
      saveSoleEmbedderId(settings, null);
      saveModelSetting(settings, { answering: modelSetting(settings).answering, wanted: choice });
      missing = null;
      next = opened;
      emit('desk.statusChanged', {});
    }
    onChange(isFirst ? 'current' : 'others');
  }

  return {
    state: () => state,
    current: () => current?.embedder ?? null,
    next: () => next?.embedder ?? null,
    models: () => ({
      current: current?.about ?? null,
      next: next?.about ?? null,
      missing: missing && {
        folder: missing.choice.kind === 'folder' ? missing.choice.folder : '',
        problem: missing.problem,
      },
    }),
    load,
    async repair() {
      if (current !== null || state.phase === 'repairing') return;
      become({ phase: 'repairing', id: null, problem: null });
      const progress = (done: number, isFinished: boolean): void =>
        emit('progress.changed', { task: 'repair', subject: '', done, total: 2, isFinished });
      try {
        progress(0, false);
        await prepareMiniLm({ modelsFolder });
        progress(1, false);
        await load();
      } catch (error) {
        become({ phase: 'absent', id: null, problem: problemOf(error) });
      } finally {
        progress(2, true);
      }
    },
    choose(choice) {
      const chosen = choosing.then(() => chooseNow(choice));
      choosing = chosen.catch(() => undefined);
      return chosen;
    },
    takeOver(embedder) {
      if (next === null || next.embedder !== embedder) return false;
      const former = current?.embedder;
      const held = next;
      next = null;
      answerBy(held);
      if (former !== undefined) {
        const close = (): void => {
          retired.delete(former);
          void former.close();
          onChange('others');
        };
        retired.set(former, setTimeout(close, options.graceMs ?? usualGraceMs));
      }
      return true;
    },
    soleId: () =>
      next === null && missing === null && retired.size === 0 && current !== null ? current.embedder.id : null,
    async close() {
      isClosed = true;
      await choosing;
      for (const timer of retired.values()) clearTimeout(timer);
      const open = [current?.embedder, next?.embedder, ...retired.keys()];
      retired.clear();
      current = null;
      next = null;
      await Promise.all(open.map((embedder) => embedder?.close()));
    },
  };
}

type Opening = Pick<HolderOptions, 'modelsFolder' | 'glosses'>;

async function open(choice: ModelChoice, opening: Opening): Promise<Held> {
  const model = choice.kind === 'folder' ? await openFolderModel(choice.folder) : await openBuiltIn(opening);
  const embedder = rememberingEmbedder(model.embedder);
  return {
    choice,
    embedder,
    about: {
      kind: choice.kind,
      name: model.name,
      folder: choice.kind === 'folder' ? choice.folder : null,
      id: embedder.id,
      bytes: model.bytes,
      dimensions: embedder.dimensions,
      languages: model.languages,
    },
  };
}

type Opened = Omit<OpenedModel, 'languages'> & Pick<SearchModel, 'languages'>;

async function openBuiltIn({ modelsFolder, glosses }: Opening): Promise<Opened> {
  const bare = await openMiniLmEmbedder({ modelsFolder });
  const embedder = glosses === null ? bare : glossingEmbedder(bare, glosses);
  const folder = path.join(modelsFolder, miniLmFolderName);
  const bytes = await bytesOfModel({ folder, files: modelFiles });
  return { embedder, name: miniLmFolderName, bytes, languages: 'english' };
}
