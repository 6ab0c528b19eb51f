import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createRpcClient } from '#shared/rpc/client.ts';
import { App } from './app/App.tsx';
import { receivePort } from './app/connect.ts';
import { invalidateByEvents } from './app/invalidation.ts';
import { createQueryClient } from './app/queries.ts';
import { followTasks } from './app/tasks.ts';
import { dropOldWork } from './features/composer/work-storage.ts';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the window');

const backend = createRpcClient(await receivePort(window));
const cache = createQueryClient();
invalidateByEvents(backend, cache);
followTasks(backend);
dropOldWork(Date.now());

createRoot(root).render(
  <StrictMode>
    <App backend={backend} cache={cache} />
  </StrictMode>,
);
