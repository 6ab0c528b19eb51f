import type { LanguageModel, ModelCall } from '#core/ports/language-model.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import type { ModelProbeCheck, ModelProbeReport } from '#shared/model/language-model.ts';

type Probed = Pick<LanguageModel, 'write' | 'models'> & { readonly model: string };

const names = ['reachable', 'key', 'model', 'answer'] as const satisfies readonly ModelProbeCheck['name'][];

/**
 * Lists the models and asks for one word; what fails is told by the step it belongs to. A server that lists nothing, or
 * not this model, is asked all the same: many answer to names they do not list.
 */
export async function probeModel(probed: Probed, call: ModelCall): Promise<ModelProbeReport> {
  try {
    await looked(probed, call);
    const { text } = await probed.write({ ...call, ...oneWord });
    return {
      isOk: true,
      checks: names.map((name) => passed(name, name === 'answer' ? text.trim().slice(0, 200) : null)),
    };
  } catch (error) {
    const step = stepOf(error);
    const checks = names.slice(0, names.indexOf(step)).map((name) => passed(name, null));
    return { isOk: false, checks: [...checks, { name: step, isOk: false, problem: problemOf(error), note: null }] };
  }
}

const oneWord = {
  system: 'You answer with one word.',
  turns: [{ role: 'user', text: 'Are you there? Answer: yes' }],
  shape: null,
  // Models that think first need room for it.
  maxTokens: 2048,
  onText: null,
} as const;

/** Throws what would meet the question too. */
async function looked({ models }: Probed, call: ModelCall): Promise<void> {
  try {
    await models(call);
  } catch (error) {
    const isOnlyList =
      error instanceof AppError && /^(?:not_found|answer_malformed|refused_by_server)$/.test(error.code);
    if (!isOnlyList) throw error;
  }
}

function stepOf(error: unknown): ModelProbeCheck['name'] {
  switch (problemOf(error).code) {
    case 'unreachable':
    case 'not_found':
    case 'host_not_named':
    case 'cancelled':
    case 'engine_missing':
      return 'reachable';
    case 'refused_credentials':
    case 'refused_permission':
      return 'key';
    case 'model_unknown':
    case 'model_file_unusable':
      return 'model';
    default:
      return 'answer';
  }
}

function passed(name: ModelProbeCheck['name'], note: string | null): ModelProbeCheck {
  return { name, isOk: true, problem: null, note };
}
