/** Which keyboard this machine has. */
export const isMac = /mac/i.test(navigator.userAgent);

/** How the keys that send are written on this machine's keyboard. */
export const sendKeys = isMac ? '⌘ ↵' : 'Ctrl ↵';
/** How its command key is written. */
export const commandKey = isMac ? '⌘' : 'Ctrl';
export const altKey = isMac ? '⌥' : 'Alt';
