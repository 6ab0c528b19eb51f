import { useState } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';

/** Offers a draft that came while the agent was writing; it never replaces what they wrote by itself. */
export function NewerDraft(props: { readonly mine: string; readonly newer: Draft; readonly onTake: () => void }) {
  const { t } = useText();
  const [isComparing, setIsComparing] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setIsComparing(true)}>
        {t('composer.compare')}
      </Button>
      <Button size="small" onClick={props.onTake}>
        {t('composer.takeNewer')}
      </Button>
      {isComparing && (
        <Dialog
          title={t('composer.compareTitle')}
          closeLabel={t('action.close')}
          onClose={() => setIsComparing(false)}
          footer={
            <>
              <Button onClick={() => setIsComparing(false)}>{t('composer.keepMine')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  setIsComparing(false);
                  props.onTake();
                }}
              >
                {t('composer.takeNewer')}
              </Button>
            </>
          }
        >
          <p className="mb-3 text-xs text-ink-3">{t('composer.compareHint')}</p>
          <WordDiff before={props.mine} after={props.newer.text} lang={props.newer.language} />
        </Dialog>
      )}
    </>
  );
}
