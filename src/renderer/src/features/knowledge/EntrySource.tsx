import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { placeParts } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** Where the words of a version came from: file, page and headings, or who wrote them. */
export function EntrySource({ version }: { readonly version: KnowledgeEntry }) {
  const { t } = useText();
  const { source, change } = version;
  const { file, url } = source;
  if (file === null) {
    const isNamed = source.origin === 'person' && change.who !== '';
    return (
      <span>{isNamed ? t('knowledge.writtenBy', { who: change.who }) : t(`knowledge.from.${source.origin}`)}</span>
    );
  }
  const words = placeParts(t, { ...source, file }).join(' · ');
  return (
    <span className="[overflow-wrap:anywhere]">
      {url === null ? (
        words
      ) : (
        <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-2 hover:text-ink">
          {words}
        </a>
      )}
    </span>
  );
}
