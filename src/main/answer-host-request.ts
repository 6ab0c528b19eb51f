import { type HostAnswer, HostRequest } from '#shared/host-wire.ts';
import { assertNever } from '#shared/errors.ts';
import { readClipboard, writeClipboard } from './clipboard.ts';
import { chosenPath } from './file-dialog.ts';
import { hasKeychain, recalled, remember, sealed, unsealed } from './secrets.ts';
import type { ShellPanel } from './side-panel.ts';

/** Answers what the backend asks of the shell; null for a message that is no such question. */
export async function answerHostRequest(message: unknown, panel: ShellPanel): Promise<HostAnswer | null> {
  const parsed = HostRequest.safeParse(message);
  if (!parsed.success) return null;
  const request = parsed.data;
  try {
    return { id: request.id, value: await answered(request, panel) };
  } catch {
    // The reason may hold the secret; the backend words what a person can do.
    return { id: request.id, value: request.kind === 'hasKeychain' ? false : null };
  }
}

async function answered(request: HostRequest, panel: ShellPanel): Promise<HostAnswer['value']> {
  switch (request.kind) {
    case 'hasKeychain':
      return hasKeychain();
    case 'seal':
      return sealed(request.secret);
    case 'unseal':
      return unsealed(request.sealed);
    case 'remember':
      remember(request.name, request.secret);
      return true;
    case 'recall':
      return recalled(request.name);
    case 'readClipboard':
      return readClipboard();
    case 'writeClipboard':
      await writeClipboard(request.text);
      return true;
    case 'chooseFile':
      return chosenPath(request.choice);
    case 'takeSummons':
      return panel.takeSummons();
    case 'showPanel':
      panel.show();
      return true;
    case 'hidePanel':
      panel.hide();
      return true;
    case 'giveWay':
      panel.giveWay();
      return true;
    case 'panelState':
      return panel.state();
    case 'savePanel':
      return panel.save(request.change);
    default:
      return assertNever(request);
  }
}
