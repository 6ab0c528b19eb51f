import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createRpcClient } from '#shared/rpc/client.ts';
import { App } from './app/App.tsx';
import { receivePorts } from './app/connect.ts';
import { invalidateByEvents } from './app/invalidation.ts';
import { createQueryClient } from './app/queries.ts';
import { followTasks } from './app/tasks.ts';
import { dropOldWork } from './features/composer/work-storage.ts';
import { dropOldNotes } from './features/helpdesk/note-storage.ts';
import './styles.css';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the window');

const root = createRoot(place);
const cache = createQueryClient();
let leave: () => void = () => undefined;
dropOldWork(Date.now());
dropOldNotes(Date.now());

receivePorts(window, (port) => {
  leave();
  const backend = createRpcClient(port);
  const stops = [invalidateByEvents(backend, cache), followTasks(backend), () => backend.close()];
  leave = () => {
    for (const stop of stops) stop();
  };
  root.render(
    <StrictMode>
      <App backend={backend} cache={cache} />
    </StrictMode>,
  );
});
