import { parseTemplate } from '#shared/macro-template.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** A macro as an agent reads it: what is filled in stands as its name, what is asked as the question. */
export function MacroPreview({ body, lang }: { readonly body: string; readonly lang: string }) {
  const { t } = useText();
  return (
    <figure className="rounded-lg border border-line bg-canvas p-3">
      <figcaption className="mb-1.5 text-xs font-semibold text-ink-2">{t('macro.preview')}</figcaption>
      <div className="prose-mail text-sm" lang={lang}>
        {parseTemplate(body).parts.map((part, index) => {
          if (part.kind === 'text') return <span key={index}>{part.text}</span>;
          const isAsked = part.kind === 'ask';
          return (
            <span
              key={index}
              className={`rounded-[3px] px-1 ${isAsked ? 'bg-amber-soft text-amber' : 'bg-accent-soft text-accent-ink'}`}
            >
              {isAsked ? part.ask.label : t(`macro.variable.${part.name}`)}
            </span>
          );
        })}
      </div>
    </figure>
  );
}
