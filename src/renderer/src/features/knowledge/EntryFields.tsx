import { useText } from '../../i18n/TextProvider.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/Field.tsx';
import { AttributeRows } from './AttributeRows.tsx';
import type { EntryWork } from './use-entry-work.ts';

const titles = { pair: 'knowledge.question', article: 'knowledge.heading', product: 'knowledge.title' } as const;
const texts = { pair: 'knowledge.answer', article: 'knowledge.text', product: 'knowledge.description' } as const;

/** What an entry says: its words, what kind it is, and a product's attributes. */
export function EntryFields({ work, isNew }: { readonly work: EntryWork; readonly isNew: boolean }) {
  const { t } = useText();
  const { content, change } = work;
  return (
    <>
      <Field label={t(titles[content.kind])}>
        {(parts) => (
          <TextArea
            {...parts}
            autoFocus={isNew && content.question === ''}
            lang={content.language}
            maxLength={2000}
            data-testid="knowledge-question"
            value={content.question}
            onChange={(event) => change({ question: event.target.value })}
            isShort
          />
        )}
      </Field>
      <Field label={t(texts[content.kind])}>
        {(parts) => (
          <TextArea
            {...parts}
            lang={content.language}
            maxLength={20000}
            autoFocus={isNew && content.question !== ''}
            data-testid="knowledge-answer"
            value={content.answer}
            onChange={(event) => change({ answer: event.target.value })}
          />
        )}
      </Field>
      {content.kind === 'product' && (
        <AttributeRows values={content.attributes} onChange={(attributes) => change({ attributes })} />
      )}
      <div className="flex flex-wrap gap-3">
        <Field label={t('knowledge.topic')} className="min-w-36 flex-1" hint={t('knowledge.topicHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              maxLength={200}
              value={content.topic ?? ''}
              onChange={(event) => change({ topic: event.target.value || null })}
            />
          )}
        </Field>
        <Field label={t('knowledge.kind')} className="w-32">
          {(parts) => (
            <Select
              id={parts.id}
              value={content.kind}
              onChange={(kind) => change({ kind })}
              options={(['pair', 'article', 'product'] as const).map((value) => ({
                value,
                label: t(`knowledge.kind.${value}`),
              }))}
            />
          )}
        </Field>
        <Field label={t('knowledge.language')} className="w-24">
          {(parts) => (
            <Select
              id={parts.id}
              value={content.language}
              onChange={(value) => change({ language: value })}
              options={(['en', 'zh', 'ja', 'und'] as const).map((value) => ({
                value,
                label: t(`language.${value}`),
              }))}
            />
          )}
        </Field>
      </div>
    </>
  );
}
