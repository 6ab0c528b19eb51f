import { createRoot } from 'react-dom/client';
import { createRpcClient } from '#shared/rpc/client.ts';
import { portPair } from '#shared/rpc/port.ts';
import { type Handlers, createRpcServer, openGate } from '#shared/rpc/server.ts';
import { App } from '../../../src/renderer/src/app/App.tsx';
import { invalidateByEvents } from '../../../src/renderer/src/app/invalidation.ts';
import { setPreferences } from '../../../src/renderer/src/app/preferences.ts';
import { createQueryClient } from '../../../src/renderer/src/app/queries.ts';
import { followTasks } from '../../../src/renderer/src/app/tasks.ts';
import '../../../src/renderer/src/styles.css';
import { createFakeDesk } from '../support/fake-desk.ts';

/* The window over a made-up backend: `?theme=dark&lang=ja&embedder=absent&empty&copies=20&writing&people&role=agent`. */
const wanted = new URLSearchParams(window.location.search);
const theme = wanted.get('theme');
const language = wanted.get('lang');
const role = wanted.get('role');
if (theme === 'light' || theme === 'dark') setPreferences({ theme });
if (language === 'en' || language === 'zh' || language === 'ja') setPreferences({ language });

const [near, far] = portPair();
let handlers: Handlers | null = null;
const proxy = new Proxy({} as Handlers, {
  get: (_, name) => (handlers as unknown as Record<string | symbol, unknown>)[name],
});
const server = createRpcServer(proxy, openGate, (name, error) => console.error(name, error));
const desk = createFakeDesk(server.emit, {
  isEmpty: wanted.has('empty'),
  hasEmbedder: wanted.get('embedder') !== 'absent',
  copies: Number(wanted.get('copies') ?? 1),
  undoMs: 6_000,
  hasPeople: wanted.has('people') || wanted.has('role'),
  ...(role === 'agent' || role === 'lead' ? { presentRole: role } : {}),
});
handlers = desk.handlers;
if (wanted.has('writing')) await desk.letWrite();
// For trying by hand what only a customer or another lead can do.
Object.assign(window, { customerWrites: desk.customerWrites, rewordLesson: desk.rewordLesson });
server.serve(far);

const backend = createRpcClient(near);
const cache = createQueryClient();
invalidateByEvents(backend, cache);
followTasks(backend);

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App backend={backend} cache={cache} />);
