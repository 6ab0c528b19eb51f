/** A mail as a mailbox has it once its headers are gone. */
export type MailText = { readonly name: string; readonly subject: string; readonly text: string };
