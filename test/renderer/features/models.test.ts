import { expect, test } from 'vitest';
import { ModelSettings } from '#shared/model/language-model.ts';
import {
  enteredOf,
  kindOfSettings,
  modelKinds,
} from '../../../src/renderer/src/features/settings/models/model-kinds.ts';
import { formatsIn } from '../../../src/renderer/src/i18n/formats.ts';
import { modelProblemText } from '../../../src/renderer/src/i18n/tool-text.ts';
import { translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';
import { writingProblemText } from '../../../src/renderer/src/i18n/writing-problem.ts';

test('bug: a server of one’s own is listed as OpenAI', () => {
  const own = ModelSettings.parse({ kind: 'openai', baseUrl: 'http://127.0.0.1:9000/v1', model: 'm' });
  expect(kindOfSettings(own).name).toBe('OpenAI-compatible');
  expect(enteredOf('Mine', own).kindId).toBe('compatible');
  for (const { id, kind, baseUrl, name } of modelKinds) {
    const settings = ModelSettings.parse(
      kind === 'gguf' ? { kind, path: '/m.gguf', model: 'm' } : { kind, baseUrl, model: 'm' },
    );
    expect(kindOfSettings(settings).name, id).toBe(name);
  }
});

test('bug: a model refuses a user name or password that nobody has entered', () => {
  const refused = {
    modelName: 'Shop model',
    problem: { code: 'refused_credentials', message: '401', detail: { host: '127.0.0.1:1' } },
  } as const;
  for (const language of uiLanguages) {
    const t = translateIn(language);
    const key = t('problem.key', { product: 'Shop model' });
    expect(writingProblemText(t, [refused])).toBe(key);
    expect(modelProblemText(t, refused)).toBe(key);
  }
});

test('bug: what a model has cost is shown as nothing', () => {
  const { cost } = formatsIn('en');
  expect(cost(0.0006, 'USD')).toBe(`< ${cost(0.01, 'USD')}`);
  expect(cost(0, 'USD')).not.toContain('<');
  expect(cost(1.2, 'USD')).not.toContain('<');
});
