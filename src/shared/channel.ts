/** Carries the window's end of the wire: from the shell to the preload script, and from there to the page. */
export const portMessage = 'deskside:port';
/** The page asks for its port. */
export const portWanted = 'deskside:ready';

/** What the shell tells the backend beside handing over ports. */
export const stopMessage = 'stop';
/** A person called the side panel; what lay on the clipboard waits with the shell. */
export const summonedMessage = 'summoned';
