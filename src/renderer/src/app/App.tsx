import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { RpcClient } from '#shared/rpc/client.ts';
import { TextProvider } from '../i18n/TextProvider.tsx';
import { localeOf } from '../i18n/translate.ts';
import { CommandProvider } from './commands.tsx';
import { Failure } from './Failure.tsx';
import { useShownTheme, useUiLanguage } from './preferences.ts';
import { BackendContext } from './queries.ts';
import { PanelPage } from './PanelPage.tsx';
import { panelPath } from './routes.ts';
import { Session } from './Session.tsx';
import { Shell } from './Shell.tsx';

/** The whole window over one backend. */
export function App(props: { readonly backend: RpcClient; readonly cache: QueryClient }) {
  const language = useUiLanguage();
  const theme = useShownTheme();
  const [path] = useHashLocation();
  useEffect(() => {
    document.documentElement.lang = localeOf(language);
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  return (
    <TextProvider language={language}>
      <Failure>
        <QueryClientProvider client={props.cache}>
          <BackendContext value={props.backend}>
            <CommandProvider>
              <Session isPanel={path === panelPath}>{path === panelPath ? <PanelPage /> : <Shell />}</Session>
            </CommandProvider>
          </BackendContext>
        </QueryClientProvider>
      </Failure>
    </TextProvider>
  );
}
