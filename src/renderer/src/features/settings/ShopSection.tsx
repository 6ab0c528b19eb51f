import { ShoppingBag } from 'lucide-react';
import { useState } from 'react';
import type { Store } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ShopForm } from './ShopForm.tsx';

/** The shop system of a store: connecting it, changing it, parting from it. */
export function ShopSection({ store }: { readonly store: Store }) {
  const { t } = useText();
  const report = useReport();
  const shop = useAnswer('shop.get', { storeId: store.id });
  const disconnect = useRequest('shop.disconnect');
  const [open, setOpen] = useState<'form' | 'parting' | null>(null);
  const connection = shop.data ?? null;
  const isKeyGone = connection?.hasSecret === false;
  const close = (): void => setOpen(null);
  if (shop.data === undefined) return null;
  return (
    <section className="mt-6 flex max-w-4xl flex-col gap-2" data-testid="shop-section">
      <header>
        <h2 className="text-lg font-semibold">{t('shop.title')}</h2>
        <p className="text-xs text-ink-3">{t('shop.text')}</p>
      </header>
      <div className="flex items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3">
        <ShoppingBag size={18} className="text-ink-3" />
        <div className="min-w-0 flex-1">
          <p className="truncate text-sm">
            {connection === null ? <span className="text-ink-3">{t('shop.none')}</span> : connection.settings.host}
          </p>
          {isKeyGone && (
            <p className="text-xs text-red" data-testid="shop-key-gone">
              {t('problem.missing')} {t('problem.missing.remedy')}
            </p>
          )}
        </div>
        <Button
          size="small"
          tone={connection === null || isKeyGone ? 'primary' : 'plain'}
          data-testid="shop-connect"
          onClick={() => setOpen('form')}
        >
          {t(connection === null ? 'shop.connect' : 'shop.change')}
        </Button>
        {connection !== null && (
          <Button size="small" tone="quiet" data-testid="shop-disconnect" onClick={() => setOpen('parting')}>
            {t('shop.disconnect')}
          </Button>
        )}
      </div>
      {open === 'form' && <ShopForm storeId={store.id} connection={connection} onClose={close} />}
      {open === 'parting' && connection !== null && (
        <Dialog
          title={t('shop.disconnectTitle', { name: connection.settings.host })}
          closeLabel={t('action.close')}
          size="narrow"
          onClose={close}
          footer={
            <>
              <Button onClick={close} data-first-focus>
                {t('action.cancel')}
              </Button>
              <Button
                tone="danger"
                disabled={disconnect.isPending}
                onClick={() => disconnect.mutate({ storeId: store.id }, { onError: report, onSuccess: close })}
              >
                {t('shop.disconnect')}
              </Button>
            </>
          }
        >
          <p className="text-sm text-ink-2">{t('shop.disconnectText')}</p>
        </Dialog>
      )}
    </section>
  );
}
