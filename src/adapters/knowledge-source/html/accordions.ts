import { defaultTreeAdapter, html } from 'parse5';
import {
  type Element,
  type Node,
  attribute,
  firstElement,
  headingDepth,
  isElement,
  isUnread,
  walk,
} from './element.ts';
import { plainText } from './plain-text.ts';

/* More than any page has; a page beyond it is made to keep its reader busy. */
const mostPanels = 2_000;

/**
 * Opens what a page shows only after a click, which is how most shops write their questions and answers: a panel that a
 * button or a tab names (WAI-ARIA's accordion, Bootstrap, Elementor), and answers that follow their questions by class
 * (`faq-question`, `faq-answer`). Each becomes a `details` of its title; where the title is a heading the panel only
 * becomes visible.
 */
export function openAccordions(root: Node): void {
  const panels = panelsOf(root);
  const opened = new Set<Element>();
  for (const [trigger, headed] of triggersIn(root).slice(0, mostPanels)) {
    const panel = panelOf(trigger, panels);
    if (panel === null || opened.has(panel) || isWithin(trigger, panel)) continue;
    opened.add(panel);
    panel.attrs = panel.attrs.filter(({ name }) => !/^(?:hidden|aria-hidden|style)$/.test(name));
    if (!headed) makeDetails(trigger, panel);
  }
}

/** In reading order, and whether each is, or stands in, a heading. */
function triggersIn(root: Node): readonly (readonly [trigger: Element, headed: boolean])[] {
  const found: (readonly [Element, boolean])[] = [];
  let headings = 0;
  walk(root, {
    enter(element) {
      if (isUnread(element) || element.tagName === 'form') return false;
      if (headingDepth(element) > 0) headings += 1;
      if (isTrigger(element)) found.push([element, headings > 0]);
      return true;
    },
    leave(element) {
      if (headingDepth(element) > 0) headings -= 1;
    },
  });
  return found;
}

function isTrigger(element: Element): boolean {
  if (isQuestion(element)) return true;
  return attribute(element, 'aria-haspopup') === null && targetOf(element) !== null;
}

function targetOf(element: Element): string | null {
  const named =
    attribute(element, 'aria-controls') ?? attribute(element, 'data-bs-target') ?? attribute(element, 'data-target');
  const id = named?.trim().replace(/^#/u, '') ?? '';
  // One that names several opens and closes all of them.
  return id === '' || /\s/u.test(id) ? null : id;
}

function panelOf(trigger: Element, panels: ReadonlyMap<string, Element>): Element | null {
  const panel = isQuestion(trigger) ? answerAfter(trigger) : panels.get(targetOf(trigger) ?? '');
  if (panel === undefined || panel === null) return null;
  const role = attribute(panel, 'role') ?? '';
  const opens =
    isQuestion(trigger) || attribute(trigger, 'aria-expanded') !== null || /^(?:region|tabpanel)$/u.test(role);
  const isPlace = opens && !/^(?:menu|listbox|dialog|navigation|search)$/u.test(role);
  const isText =
    firstElement(panel, ({ tagName }) => tagName === 'form' || tagName === 'main' || tagName === 'h1') === null;
  return isPlace && isText && panel.tagName !== 'nav' && panel.tagName !== 'main' ? panel : null;
}

/** Every element that something else names, by its id. */
function panelsOf(root: Node): ReadonlyMap<string, Element> {
  const named = new Set<string>();
  const found = new Map<string, Element>();
  walk(root, {
    enter(element) {
      const target = targetOf(element);
      if (target !== null && named.size < mostPanels) named.add(target);
      return true;
    },
  });
  walk(root, {
    enter(element) {
      const id = attribute(element, 'id');
      if (id !== null && named.has(id) && !found.has(id)) found.set(id, element);
      return true;
    },
  });
  return found;
}

function isQuestion(element: Element): boolean {
  return element.tagName !== 'section' && /(?:^|[\s_-])question(?:\s|$)/iu.test(attribute(element, 'class') ?? '');
}

function answerAfter(question: Element): Element | null {
  const siblings = question.parentNode?.childNodes ?? [];
  const at = siblings.indexOf(question);
  const next = siblings.slice(at + 1, at + 4).find(isElement);
  return next !== undefined && /(?:^|[\s_-])answer(?:\s|$)/iu.test(attribute(next, 'class') ?? '') ? next : null;
}

function isWithin(node: Element, outer: Element): boolean {
  for (let each: Node | null = node; each !== null; each = 'parentNode' in each ? each.parentNode : null) {
    if (each === outer) return true;
  }
  return false;
}

function makeDetails(trigger: Element, panel: Element): void {
  const title = plainText(trigger, ' ');
  const parent = trigger.parentNode;
  // A panel that encloses its button, or whose button encloses it, is no panel.
  if (title === '' || parent === null || isWithin(panel, trigger)) return;
  const details = defaultTreeAdapter.createElement('details', html.NS.HTML, []);
  const summary = defaultTreeAdapter.createElement('summary', html.NS.HTML, []);
  defaultTreeAdapter.insertText(summary, title);
  defaultTreeAdapter.appendChild(details, summary);
  defaultTreeAdapter.insertBefore(parent, details, trigger);
  defaultTreeAdapter.detachNode(trigger);
  defaultTreeAdapter.detachNode(panel);
  defaultTreeAdapter.appendChild(details, panel);
}
