import { Languages } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { writingProblemText } from '../i18n/writing-problem.ts';
import { useAnswer } from './queries.ts';

/**
 * A text in the language of the window, on demand and beside the text itself. Each asking may cost: what has changed
 * since is translated again only when a person says so. Show it only where a model may translate.
 */
export function TranslatedText(props: {
  readonly conversationId: string;
  readonly text: string;
  readonly className?: string;
}) {
  const { t, language } = useText();
  const [asked, setAsked] = useState<string | null>(null);
  const text = props.text.trim();
  const input = { conversationId: props.conversationId, text: asked ?? text, to: language };
  const answer = useAnswer('draft.translated', input, { isEnabled: asked !== null });
  if (text === '' && asked === null) return null;
  const { translation, problems } = answer.data ?? { translation: null, problems: [] };
  const toggle =
    asked === null ? t('writing.translateTo', { language: t(`language.${language}`) }) : t('writing.hideTranslation');
  const linkLook =
    'inline-flex items-center gap-1 rounded text-ink-3 underline-offset-2 hover:text-ink hover:underline';
  return (
    <div className={props.className} data-testid="translation">
      <div className="flex flex-wrap items-center gap-3 text-xs">
        <button
          type="button"
          aria-expanded={asked !== null}
          data-testid="translate"
          className={linkLook}
          onClick={() => setAsked(asked === null ? text : null)}
        >
          <Languages size={13} />
          {toggle}
        </button>
        {asked !== null && asked !== text && text !== '' && (
          <button type="button" className={linkLook} onClick={() => setAsked(text)}>
            {t('writing.translateAgain')}
          </button>
        )}
        {translation !== null && asked !== null && (
          <span className="text-ink-3">{t('writing.translatedBy', { name: translation.modelName })}</span>
        )}
      </div>
      {asked !== null && (
        <div role="status" className="mt-1 max-h-28 overflow-y-auto border-l-2 border-line pl-3 text-sm text-ink-2">
          {answer.isPending && <span className="text-ink-3">{t('writing.translating')}</span>}
          {answer.error !== null && problemText(t, answer.error).what}
          {translation !== null && (
            <p lang={language} className="prose-mail">
              {translation.sentences.map(({ lead, text: sentence, isTranslated }, i) => (
                <Fragment key={i}>
                  {lead}
                  {isTranslated ? (
                    sentence
                  ) : (
                    <span
                      lang=""
                      data-testid="as-written"
                      title={t('writing.asWritten')}
                      className="text-ink-3 underline decoration-dotted underline-offset-4"
                    >
                      {sentence}
                    </span>
                  )}
                </Fragment>
              ))}
            </p>
          )}
          {translation?.sentences.some(({ isTranslated }) => !isTranslated) === true && (
            <p className="mt-1 text-xs text-ink-3">{t('writing.asWritten')}</p>
          )}
          {answer.data !== undefined && translation === null && writingProblemText(t, problems)}
        </div>
      )}
    </div>
  );
}
