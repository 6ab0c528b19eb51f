import { CornerDownLeft, ExternalLink, Tag } from 'lucide-react';
import type { Product, ProductVariant } from '#shared/model/shop.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { FactLine } from './FactLine.tsx';
import { stockKey } from './stock.ts';

const variantsShown = 8;

function VariantLine({ variant }: { readonly variant: ProductVariant }) {
  const { t, format } = useText();
  const state = stockKey(variant);
  const { price } = variant;
  return (
    <li className="flex gap-2">
      <span className="min-w-0 flex-1 truncate text-ink-2" title={variant.sku}>
        {variant.title || variant.sku || '–'}
      </span>
      {price !== null && <span className="numbers text-ink-3">{format.money(price.value, price.currency)}</span>}
      <span className={state === 'soldOut' ? 'text-red' : 'text-ink'}>
        {state === 'stock' ? t('product.stock', { count: variant.stock ?? 0 }) : t(`product.${state}`)}
      </span>
    </li>
  );
}

/** What the shop system says of a product, and its stock in words to put into the reply. */
export function ProductCard(props: {
  readonly product: Product;
  readonly answer: string;
  readonly onInsert: () => void;
}) {
  const { t } = useText();
  const { product } = props;
  return (
    <li data-testid="product" className="rounded-lg border border-line bg-raised p-3">
      <h3 className="text-sm font-semibold [overflow-wrap:anywhere]">{product.title}</h3>
      <ul className="mt-1 flex flex-col gap-0.5 text-xs">
        {product.variants.slice(0, variantsShown).map((variant, index) => (
          <VariantLine key={`${index} ${variant.sku}`} variant={variant} />
        ))}
      </ul>
      <FactLine reading={{ source: product.source, readAt: product.readAt, isOld: false, isClaimed: false }} />
      <div className="mt-2 flex items-center gap-1.5">
        <Badge tone="blue" icon={<Tag size={11} />}>
          {t('evidenceKind.product')}
        </Badge>
        {props.answer !== '' && (
          <Button
            size="small"
            tone="quiet"
            icon={<CornerDownLeft size={12} />}
            title={props.answer}
            onClick={props.onInsert}
          >
            {t('product.insert')}
          </Button>
        )}
        <span className="flex-1" />
        {product.url !== null && (
          <a
            href={product.url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center rounded px-1 text-ink-3 hover:text-ink"
            title={t('product.open')}
            aria-label={t('product.open')}
          >
            <ExternalLink size={13} />
          </a>
        )}
      </div>
    </li>
  );
}
