import type { FileChoice } from '#shared/host-wire.ts';
import type { PanelChange, PanelState } from '#shared/model/panel.ts';

/** What the machine around the backend does for it: the shell in the app, the terminal in the command line. */
export type Host = {
  /** False where the system offers no keychain; then `seal` throws `no_keychain`. */
  hasKeychain(): Promise<boolean>;
  /** Encrypts a secret for this machine and user. Errors: `no_keychain`. */
  seal(secret: string): Promise<Uint8Array>;
  /** The secret of `seal`. Errors: `no_keychain` where it was sealed by another machine or user. */
  unseal(sealed: Uint8Array): Promise<string>;
  readonly sessionSecrets: SessionSecrets;
  readonly clipboard: Clipboard;
  readonly sidePanel: SidePanel;
  readonly fileDialog: FileDialog;
};

/**
 * Secrets where there is no keychain: in memory until the program is closed, also when this process dies and another
 * takes its place. Never on disk, and never told to a page.
 */
export type SessionSecrets = {
  /** Null forgets it. */
  remember(name: string, secret: string | null): Promise<void>;
  /** Null where there is none. */
  recall(name: string): Promise<string | null>;
};

/** The system's clipboard. Errors: `unsupported` where there is none within reach. */
export type Clipboard = {
  /** Its text; empty where it holds something else or nothing. */
  read(): Promise<string>;
  write(text: string): Promise<void>;
};

/** The system's own window in which a person names a file or a folder. Errors: `unsupported` where there is no shell. */
export type FileDialog = {
  /** The absolute path; null where the person closed the window. */
  choose(what: FileChoice): Promise<string | null>;
};

/** The window that stands beside other programs. Errors: `unsupported` where there is no shell. */
export type SidePanel = {
  /**
   * The text that lay on the clipboard when a person last called the panel (empty where it was no text), once: null
   * afterwards. It is kept by the shell, so that a page or a backend that is only just starting gets it too.
   */
  takeSummons(): Promise<string | null>;
  show(): Promise<void>;
  hide(): Promise<void>;
  /** The agent goes on in the other program: the panel hides or gives the keyboard back, as they chose. */
  giveWay(): Promise<void>;
  state(): Promise<PanelState>;
  save(change: PanelChange): Promise<PanelState>;
};
