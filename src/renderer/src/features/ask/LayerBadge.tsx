import type { KnowledgeLayer } from '#shared/model/reasoning.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const tones: Record<KnowledgeLayer, Tone> = { base: 'neutral', store: 'neutral', set: 'blue', lesson: 'violet' };

/** Where a passage lives. */
export function LayerBadge({ layer, setName }: { readonly layer: KnowledgeLayer; readonly setName: string | null }) {
  const { t } = useText();
  return (
    <Badge tone={tones[layer]}>
      {layer === 'set' ? t('ask.layer.set', { name: setName ?? '' }) : t(`ask.layer.${layer}`)}
    </Badge>
  );
}
