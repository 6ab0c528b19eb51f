/*
 * Models that think aloud put it before their answer where a server does not take it out (DeepSeek-R1, Qwen3, on vLLM,
 * LM Studio and older Ollama); some chat templates leave the opening mark to the prompt.
 */
const opened = /^\s*<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>\s*|$)/i;
const unopened = /^[\s\S]*?<\/think(?:ing)?>\s*/i;
const opening = /^\s*<(?:t(?:h(?:i(?:n(?:k(?:i(?:n(?:g)?)?)?)?)?)?)?)?$/i;

/** What is meant for the reader, of a text that may still be on its way. */
export function spokenText(text: string): string {
  if (opening.test(text)) return '';
  return text.replace(opened.test(text) ? opened : unopened, '');
}
