import { ModelSettings } from '#shared/model/language-model.ts';

/** A provider as a person knows it; several speak one tongue. */
export type ModelKind = {
  readonly id: string;
  /** Not translated: a product's name. */
  readonly name: string;
  readonly kind: ModelSettings['kind'];
  readonly baseUrl: string;
  /** A model of theirs, to begin with. */
  readonly model: string;
  readonly needsKey: boolean;
};

/** What can be connected. The address may be changed for whatever speaks the same. */
export const modelKinds: readonly ModelKind[] = [
  {
    id: 'openai',
    name: 'OpenAI',
    kind: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5-mini',
    needsKey: true,
  },
  {
    id: 'anthropic',
    name: 'Anthropic',
    kind: 'anthropic',
    baseUrl: 'https://api.anthropic.com',
    model: 'claude-sonnet-4-5',
    needsKey: true,
  },
  {
    id: 'gemini',
    name: 'Google Gemini',
    kind: 'gemini',
    baseUrl: 'https://generativelanguage.googleapis.com',
    model: 'gemini-2.5-flash',
    needsKey: true,
  },
  { id: 'ollama', name: 'Ollama', kind: 'ollama', baseUrl: 'http://127.0.0.1:11434', model: '', needsKey: false },
  {
    id: 'compatible',
    name: 'OpenAI-compatible',
    kind: 'openai',
    baseUrl: 'http://127.0.0.1:8080/v1',
    model: '',
    needsKey: false,
  },
  { id: 'gguf', name: 'GGUF', kind: 'gguf', baseUrl: '', model: '', needsKey: false },
];

/** What stands in the form, as typed. */
export type EnteredModel = {
  readonly kindId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly path: string;
  readonly secret: string;
  readonly inputPrice: string;
  readonly outputPrice: string;
  readonly currency: string;
};

export function kindOf(kindId: string): ModelKind {
  const found = modelKinds.find((kind) => kind.id === kindId) ?? modelKinds[0];
  if (found === undefined) throw new Error('There is no kind of model');
  return found;
}

/** Whose a connected model is: several speak one tongue, and are told apart by their address. */
export function kindOfSettings(settings: ModelSettings): ModelKind {
  const isThere = (kind: ModelKind): boolean => settings.kind !== 'gguf' && kind.baseUrl === settings.baseUrl;
  const ofKind = modelKinds.filter((kind) => kind.kind === settings.kind);
  return ofKind.find(isThere) ?? ofKind.at(-1) ?? kindOf('compatible');
}

/** A form that nothing was entered into yet. */
export function emptyModel(kindId: string): EnteredModel {
  const { baseUrl, model } = kindOf(kindId);
  return { kindId, name: '', baseUrl, model, path: '', secret: '', inputPrice: '', outputPrice: '', currency: 'USD' };
}

/** What was entered for a model that is connected. */
export function enteredOf(name: string, settings: ModelSettings): EnteredModel {
  const kind = kindOfSettings(settings);
  const { price } = settings;
  return {
    kindId: kind.id,
    name,
    baseUrl: settings.kind === 'gguf' ? '' : settings.baseUrl,
    model: settings.model,
    path: settings.kind === 'gguf' ? settings.path : '',
    secret: '',
    inputPrice: price === null ? '' : String(price.inputPerMillion),
    outputPrice: price === null ? '' : String(price.outputPerMillion),
    currency: price?.currency ?? 'USD',
  };
}

/** The settings that were entered, over those that are known; null while something is missing or wrong. */
export function settingsOf(entered: EnteredModel, known: ModelSettings | null): ModelSettings | null {
  const { kind } = kindOf(entered.kindId);
  const price = priceOf(entered);
  if (price === undefined) return null;
  const own =
    kind === 'gguf'
      ? { path: entered.path, model: fileNameOf(entered.path) }
      : { baseUrl: entered.baseUrl.trim().replace(/\/+$/, ''), model: entered.model.trim() };
  const parsed = ModelSettings.safeParse({ ...(known?.kind === kind ? known : {}), kind, ...own, price });
  return parsed.success ? parsed.data : null;
}

/** Null: no price was entered; undefined: half of one, or no number. */
function priceOf({ inputPrice, outputPrice, currency }: EnteredModel): ModelSettings['price'] | undefined {
  if (inputPrice.trim() === '' && outputPrice.trim() === '') return null;
  const [inputPerMillion, outputPerMillion] = [inputPrice, outputPrice].map((text) => Number(text.replace(',', '.')));
  if (inputPrice.trim() === '' || outputPrice.trim() === '') return undefined;
  if (inputPerMillion === undefined || outputPerMillion === undefined) return undefined;
  if (!Number.isFinite(inputPerMillion) || !Number.isFinite(outputPerMillion)) return undefined;
  return { inputPerMillion, outputPerMillion, currency: currency.trim().toUpperCase() };
}

function fileNameOf(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return (
    name
      .replace(/\.gguf$/i, '')
      .replace(/[^\w.:@-]+/g, '-')
      .replace(/^[^\w:@-]+/, '') || 'model'
  );
}
