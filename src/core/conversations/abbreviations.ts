/** Words with a full stop that stand before what they belong to: a name, a number, an example. */
const before = new Set(
  (
    'mr mrs ms mx dr prof rev hon capt lt col gen sgt mme mlle ' +
    'e.g i.e vs cf ca approx incl excl viz tel ext fax fig pp mt bzw z.b d.h'
  ).split(' '),
);
/** Those that number what follows: "No. 4"; alone they are words, or end a sentence. */
const numbering = new Set('no nos nr p pg apt art vol ch sec ref'.split(' '));
/** Those that a sentence may end with. What goes on in a small letter or a number is the same sentence. */
const after = new Set(
  (
    'etc inc ltd co corp llc plc bros jr sr ave blvd rd dept est a.m p.m am pm min max hr hrs sec oz lb lbs pcs qty ' +
    'mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec ph.d usw'
  ).split(' '),
);
/** Words that a sentence begins with, and a name hardly. */
const openers =
  /^(?:["'“‘(]?)(?:we|you|your|our|it|its|it['’]s|the|this|that|these|those|there|they|their|he|she|i|i['’](?:m|d|ll|ve)|my|if|please|a|an|all|any|each|every|for|in|on|at|with|from|to|by|as|so|and|but|or|yes|no|not|do|does|did|is|are|was|were|can|could|will|would|should|may|have|has|what|when|where|who|why|how|which|thanks|thank|sorry|once|after|before|then|now|just|here|once|because|since|while|although|however|unfortunately|orders?|delivery|shipping|returns?)(?![\p{L}])/iu;
/** Weekdays, months and time zones go on after a time of day: "5 p.m. Friday". */
const timeGoesOn =
  /^["'“‘(]?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\p{Lu}{2,5}(?![\p{L}]))/iu;
/** What a single letter names: "Size M." and "40 °C." are no name's initial. */
const lettered =
  /(?:size|option|plan|vitamin|type|class|grade|part|section|gate|hall|platform|group|appendix|figure|row|seat|room|level|and|or|is|was|a|the|[°\d])$/i;
const germanMonth = /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)/i;

/**
 * Whether the full stop that a piece of text ends with belongs to its last word and ends no sentence. `sofar`: the sentence
 * up to and with the stop; `rest`: what follows, white space included.
 */
export function isAbbreviation(sofar: string, rest: string): boolean {
  const [, lead = '', word = ''] = /^(.*?)[\s("'“‘[–—-]*([\p{L}\p{M}\p{N}.]+)\.$/su.exec(lastOf(sofar)) ?? [];
  const next = rest.trimStart();
  if (word === '' || next === '' || /^\s*\n/.test(rest)) return false;
  const lower = word.toLowerCase();
  // "1. Unpack it. 2. Fill it": a number that leads what it numbers, or a German day.
  if (/^\d{1,2}$/.test(word)) return lead.trim() === '' || germanMonth.test(next);
  if (numbering.has(lower) && /^[#№]?\d/.test(next)) return true;
  if (before.has(lower)) return true;
  // Chinese and Japanese go on in letters that are neither small nor large, and end with a stop of their own.
  const isStart = /^["'“‘(]?\p{Lu}/u.test(next);
  if (lower === 'st') return !(isStart && openers.test(next) && /\p{Lu}\S*\s+\S+$/u.test(lastOf(sofar)));
  if (after.has(lower)) return !isStart || (/^[ap]\.?m$/.test(lower) && timeGoesOn.test(next) && !openers.test(next));
  // "U.S. Customs", "J. K. Lee": letters of a name.
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !isStart || !openers.test(next);
  if (/^\p{Lu}$/u.test(word))
    return word !== 'I' && isNamed(next) && !openers.test(next) && !lettered.test(lead.trimEnd());
  return false;
}

function isNamed(next: string): boolean {
  return /^(?:\p{Lu}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u.test(next);
}

/** Characters that are looked at before the stop. */
const lookBack = 40;

function lastOf(sofar: string): string {
  return sofar.slice(-lookBack);
}
