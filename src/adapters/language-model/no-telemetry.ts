/** What LangChain and LangSmith read: tracing, its gateway, and printing every prompt. */
const watching = /^LANG(?:CHAIN|SMITH|GRAPH)_/i;

/**
 * Takes from this process's environment what would make LangChain report conversations elsewhere or print them. It is
 * asked anew at every call, so this is done before every one; nothing else in the desk reads these names.
 */
export function forbidTelemetry(): void {
  for (const name of Object.keys(process.env)) if (watching.test(name)) delete process.env[name];
}
