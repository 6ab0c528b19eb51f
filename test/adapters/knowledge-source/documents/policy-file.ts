import type { Policy, PolicyBlock, PolicySection } from './policy.ts';

/** A policy set in one format. */
export type PolicyFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The heading path that a section has in this format. */
  readonly pathOf: (headings: readonly string[]) => readonly string[];
  /** On which page the text of a section begins; null where the format has no pages. */
  readonly pageOf: (headings: readonly string[]) => number | null;
};

/** A step through a policy in reading order; `depth` 1 is a chapter. */
export type PolicyStep = {
  readonly headings: readonly string[];
  readonly depth: number;
  readonly section: PolicySection;
};

export function stepsOf(policy: Policy): readonly PolicyStep[] {
  const steps: PolicyStep[] = [];
  const visit = (section: PolicySection, above: readonly string[]): void => {
    const headings = [...above, section.heading];
    steps.push({ headings, depth: headings.length, section });
    for (const part of section.parts ?? []) visit(part, headings);
  };
  for (const chapter of policy.chapters) visit(chapter, []);
  return steps;
}

const noPages = (): null => null;
const underTitle =
  (policy: Policy) =>
  (headings: readonly string[]): readonly string[] => [policy.title, ...headings];

export function markdownOf(policy: Policy): PolicyFile {
  const block = (each: PolicyBlock): string => {
    if (typeof each === 'string') return each;
    if ('list' in each) return each.list.map((item) => `- ${item}`).join('\n');
    const [header = [], ...rows] = each.table;
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
  };
  const text = [
    `# ${policy.title}`,
    ...stepsOf(policy).flatMap(({ depth, section }) => [
      `${'#'.repeat(depth + 1)} ${section.heading}`,
      ...section.blocks.map(block),
    ]),
  ].join('\n\n');
  return { name: 'policy.md', bytes: Buffer.from(text), pathOf: underTitle(policy), pageOf: noPages };
}

/** A page as a shop system makes it: the policy among menus, notices and a footer. */
export function htmlOf(policy: Policy, language: string): PolicyFile {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const block = (each: PolicyBlock): string => {
    if (typeof each === 'string') return `<p>${escaped(each)}</p>`;
    if ('list' in each) return `<ul>${each.list.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    const [header = [], ...rows] = each.table;
    const line = (cells: readonly string[], tag: string): string =>
      `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
    return `<table><thead>${line(header, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`;
  };
  const body = stepsOf(policy)
    .map(({ depth, section }) => {
      const tag = `h${depth + 1}`;
      return `<${tag} id="x"><a href="#x">${escaped(section.heading)}</a></${tag}>${section.blocks.map(block).join('\n')}`;
    })
    .join('\n');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${policy.title} – Shop</title>
<style>.x{color:red}</style><script>window.delivery = "free delivery to Norway";</script></head><body>
<header><a href="/">Shop</a><nav><ul><li><a href="/sale">Sale: delivery free today</a></li><li><a href="/login">Log in</a></li></ul></nav></header>
<div class="cookie" role="dialog">We use cookies. Accept?</div>
<main><h1>${policy.title}</h1>${body}</main>
<aside><h2>Returns made easy</h2><p>Subscribe to our newsletter.</p></aside>
<footer><p>Returns · Delivery · Warranty</p></footer></body></html>`;
  return { name: 'policy.html', bytes: Buffer.from(html), pathOf: underTitle(policy), pageOf: noPages };
}
