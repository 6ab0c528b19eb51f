import { ipcRenderer } from 'electron';
import { portMessage, portWanted } from '#shared/channel.ts';

// Passes one port at a time to the page and exposes nothing else. It may come before the page listens: it is kept until asked for.
let port: MessagePort | undefined;
let isAsked = false;

function handOver(): void {
  if (port === undefined || !isAsked) return;
  window.postMessage(portMessage, window.location.origin, [port]);
  port = undefined;
  isAsked = false;
}

ipcRenderer.on(portMessage, (event) => {
  port = event.ports[0];
  handOver();
});
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== portWanted) return;
  isAsked = true;
  handOver();
});
