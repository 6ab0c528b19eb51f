import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ReplayDialog, type SupposedChanges } from './ReplayDialog.tsx';

/** Asks what a change would change before it is made. */
export function ReplayButton(props: {
  readonly storeId: string;
  readonly changes: SupposedChanges;
  readonly onOpenConversation: (conversationId: string) => void;
  readonly onOpenEntry: (entryId: string) => void;
}) {
  const { t } = useText();
  /** As they were when it was asked: what is typed behind the dialog would start it anew. */
  const [asked, setAsked] = useState<SupposedChanges | null>(null);
  return (
    <>
      <Button
        icon={<FlaskConical size={14} />}
        data-testid="replay-open"
        aria-disabled={props.changes.length === 0}
        onClick={() => props.changes.length > 0 && setAsked(props.changes)}
      >
        {t('replay.open')}
      </Button>
      {asked !== null && (
        <ReplayDialog
          storeId={props.storeId}
          changes={asked}
          onOpenConversation={props.onOpenConversation}
          onOpenEntry={props.onOpenEntry}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
