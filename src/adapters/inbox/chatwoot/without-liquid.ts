/** An opening brace, said by Liquid itself; no second one and no `%` stands beside it, which versions read differently. */
const brace = "{{ '{' }}";

/**
 * A text that shows as it stands where Chatwoot has run it as a Liquid template, as it does with everything an agent
 * writes, notes too. It takes what stands between two backticks raw by itself: there only the end of that could be
 * read as one (app/models/concerns/liquidable.rb).
 */
export function withoutLiquid(text: string): string {
  return text.replace(/`.*?`|\{(?=[{%])/gs, (found) => (found === '{' ? brace : found.replace(endOfRaw, spokenInRaw)));
}

const endOfRaw = /\{(?=%-?\s*endraw)/g;
const spokenInRaw = `{% endraw %}${brace}{% raw %}`;
