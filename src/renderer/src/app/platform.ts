const isMac = /mac/i.test(navigator.userAgent);

/** How the keys that send are written on this machine's keyboard. */
export const sendKeys = isMac ? '⌘ ↵' : 'Ctrl ↵';
