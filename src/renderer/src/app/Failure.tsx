import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

function FailureScreen({ message }: { readonly message: string }) {
  const { t } = useText();
  return (
    <div role="alert" className="flex h-full bg-canvas">
      <EmptyState
        title={t('failure.title')}
        text={
          <>
            <p>{t('failure.text')}</p>
            <pre className="mt-3 max-w-xs overflow-x-auto rounded bg-sunken p-2 text-left text-2xs">{message}</pre>
          </>
        }
        actions={
          <Button tone="primary" onClick={() => window.location.reload()}>
            {t('failure.reload')}
          </Button>
        }
      />
    </div>
  );
}

/** When the window itself breaks: drafts and unsent text are safe elsewhere, so it says so and offers to reload. */
export class Failure extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <FailureScreen message={this.state.message} />;
  }
}
