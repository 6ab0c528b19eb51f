import type { CommandContext } from './context.ts';
export async function demoCommand(_c: CommandContext, _o: { readonly json: boolean }): Promise<void> {}
