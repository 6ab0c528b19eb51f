import { isCarrier } from '../gaps/carriers.ts';
import { readingOf } from '../gaps/english-reading.ts';
import { foldedScript } from '../retrieval/folded-script.ts';
import { stemOf } from '../retrieval/stem.ts';
import { isEmptyTerm } from '../retrieval/terms.ts';

/** What a text says, in its order: English stems, of Chinese and Japanese those of their meanings as far as they are known. */
export type Token = { readonly term: string; readonly weight: number };

/** Words of replies that turn a sentence without saying anything of the shop's. */
const idleWords =
  'thank please help happy glad hope sorry apologize apologise regret unfortunately understand question ask answer know let feel ' +
  'contact further more information detail note need want wish like able usual usually normal normally typical typically ' +
  'general generally current currently about regarding concerning according accordingly following follow simply just direct ' +
  'directly easily easy quick quickly soon within during after before until once when while if then however also both each ' +
  'every all any such same other another offer provide give make take get receive use come go find see look choose ' +
  'include apply require expect allow reach customer one our us they them he she it my which who what where how why because ' +
  'total totally overall approximately around roughly up down out in on over under between through most least long short ' +
  'per via say said tell mean means well indeed yes no not never cannot without only too even still already yet much many ' +
  'may might must should would could can will shall being been become case way thing kind sort regard order item product ' +
  'parcel package shop store team possible available ready able option period amount number price fee cost charge ' +
  'suggest advise prefer select wait stay last lie lay later instead please ensure confirm explain add set put leave left ' +
  'start begin finish complete end remain become case matter reason page line part place point question request response ' +
  'email e-mail message letter reply right correct sure certain whole entire full several few many both different various ' +
  'quick fast slow early late long short new old good well best better easily gladly kindly simply additional extra within ' +
  'recommend remember welcome open unable impossible bring carry hold enjoy appreciate consider decide continue proceed ' +
  'process prepare arrange happen try check view read write talk speak offer hear aware important helpful useful common ' +
  'recommended advisable sensible necessary needed required optional convenient simple clear main regular related single ' +
  'deadline goods handle hair hope thing lot bit okay fine way day today into onto upon ' +
  'itself themselves yourself afterwards afterward meanwhile likely provided whenever otherwise bit attempt ' +
  'actually almost carefully certainly clearly closely completely correctly exactly fairly fully gently mainly nearly often ' +
  'particularly perfectly possibly probably properly quite rather really regularly roughly slightly slowly sometimes ' +
  'thoroughly together advise allow appear ask become belong call depend differ enter exist follow happen mention notice ' +
  'occur pass prefer press suggest seem suit taste tend turn withstand ideal previous beforehand';

const idle = new Set(idleWords.split(' ').map(stemOf));

/** Ways to say the same of a shop, a line a meaning. */
const alike = `
deliver delivery delivered deliveries shipping ship shipped ships shipment dispatch send sent sending transit arrive arrival arrived arrives courier postage post
pick pickup collect collection
buy purchase bought purchased
return returned returns returnable
suitable compatible work works fit fits usable
unused new-condition unworn
unopened sealed
working weekday business
box packaging
`;
const meaningOf = new Map(
  alike
    .trim()
    .split('\n')
    .flatMap((line) => {
      const stems = line.split(' ').map(stemOf);
      return stems.map((stem) => [stem, stems[0] ?? stem] as const);
    }),
);

const numberWord =
  /^(?:\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half)$/u;

/** Chinese and Japanese characters that only join, and those of "希望", "場合" and their like. */
const joining = new Set(
  '一般就如需并即可再若将对为以及其等时则才也都或与且请希望场合之间内中上下后前所而但只要会能应该'.split(''),
);

/** Ways to begin, join and end that say nothing: conditions, politeness, about. */
const frames =
  /如果|假如|要是|只要|只需|不过|可以|直接|建议|提供|进行|需要|通常|比较|其实|目前|里面|哦|呢|吧|呀|啦|喔|的话|大约|大概|左右|一下|就好|就可以|即可|为您|替您|这期间|期间|的时候|之后|以后|之前|(?<=[装配密封放])好|了承ください|ご安心ください|お控えください|ご遠慮ください|頂戴(?:し|いたし)て(?:おり)?ます|承(?:って|ります|っております)|につきまして|まいります|くださいませ|程度|の間(?=[はに、]|$)|お?手続き|いただ(?:け|き|い)(?:ます|ました|て)?|くださ(?:い|れば)|おります|ございます|(?:お)?願い(?:いた|致)?し(?:ます|ております)|ご?(?:利用|使用|対応|希望|連絡|確認)(?:可能)?|可能|こちらの?|お品|やや|お休みになる|たっぷり|いつも(?:より)?|ご用意/gu;

/** The telling tokens of a text, numbers left out: they are compared by their value. */
export function tokensOf(text: string): readonly Token[] {
  const { english, unread } = readingOf(text.replace(frames, '、'));
  const read = english.toLowerCase().match(/[\p{Script=Latin}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  const words = read
    .filter((word) => !numberWord.test(word) && !isCarrier(word))
    .map((word) => stemOf(word.replace(/['’].*$/, '')))
    .filter((term) => term !== '' && !isEmptyTerm(term) && !idle.has(term))
    .map((term) => ({ term: meaningOf.get(term) ?? term, weight: 2 }));
  const others = [...unread].filter(
    ([term]) => !/^[\p{Script=Latin}\p{N}]/u.test(term) && [...term].length < 2 && !joining.has(term),
  );
  const katakana = [...unread].filter(([term]) => /^[\p{Script=Katakana}ー]{2,}$/u.test(term));
  return [...words, ...[...others, ...katakana].map(([term, weight]) => ({ term, weight }))];
}

/** The Latin words of a text, folded and stemmed. */
export function latinStems(text: string): ReadonlySet<string> {
  const folded = foldedScript(text);
  // "20mg" is one word and two.
  const words = [...folded.matchAll(/[\p{Script=Latin}\p{N}]+/gu), ...folded.matchAll(/\p{Script=Latin}+/gu)];
  return new Set(words.flatMap(([word]) => [word, stemOf(word)]));
}
