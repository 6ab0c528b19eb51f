import { foundBy } from './personal-data.ts';
import type { Found } from './personal-data.ts';

const letters = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';
const capital = `\\p{Lu}[${letters}\\p{M}'’.-]{0,30}`;
const word = `[${letters}][${letters}\\p{M}'’.-]{0,30}`;
const small =
  '(?:de|da|do|dos|das|del|della|di|du|des|la|le|les|el|los|las|van|von|der|den|ten|of|the|and|z|ze|w|y|e|i|am|an|im|zum|zur|na|nad|u|v|ved|på|i)';
const between = '[ \\t]{1,3}';
/** Capitalised words with small ones among them. */
const proper = `(?:${capital}|${small}${between}${capital})(?:${between}(?:(?:${small}|[dl]['’])${between}?){0,2}${capital}){0,4}`;
const house = `\\d{1,5}(?:[ -]?[a-zA-Z]|[/-]\\d{1,4}[a-zA-Z]?)?(?![${letters}\\d])`;

/** After the name, in English. Those of the second group are everyday words too: only with capitals. */
const sureType =
  'street|road|avenue|lane|boulevard|blvd|rd|ave|ln|turnpike|terrace|crescent|highway|hwy|parkway|pkwy|courts?';
const everydayType =
  'St|Dr|Drive|Court|Ct|Place|Pl|Square|Sq|Close|Way|Row|Mews|Grove|Gardens?|Hills?|Dale|Circle|Cir|Trail|Trl|Alley|Quay|Wharf|Walk|Green|Park|Points?|Loop|Plaza|Pike|Expressway|Circuit|Ridge|View|Vale|Rise|Bend|Crossing|Gate|Heights|Cove|Run|Path|Common|Parade|Embankment';
/** The end of a word or a word of its own: German, Dutch, Scandinavian, Finnish, Estonian, Hungarian, Icelandic. */
const suffix =
  'stra(?:ß|ss)e|str\\.?|gasse|g(?:a|å)t(?:a|e)n?|gade|plat?z|allee|weg|chaussee|damm|ufer|steig|brücke|straat|laan|dijk|kade|gracht|singel|steeg|plein|vegur|vegen|veien|vägen|v(?:e|ä)g|vej|vei|veg|stræde|krogen|alle|katu|kuja|tie|polku|tee|tänav|utca|út|útja|körút|rkp\\.?|tér|sor|braut|stígur|gade|torg|torv|plass|backen|stien';
/** Before the name: Romance, Slavonic, Greek, Turkish and others. */
const surePrefix =
  'rue|avenue|avenida|avda\\.?|boulevard|bd|chemin|allée|impasse|faubourg|rua|travessa|praça|calle|c\\/|paseo|camino|carrer|ronda|viale|piazza|piazzetta|vicolo|ul\\.?|ulica|ulice|aleja|aleje|al\\.|os\\.|plac|nám\\.?|náměstí|strada|bulevardul|улица|ул\\.|проспект|пр-т\\.?|переулок|вулиця|вул\\.|οδός|λεωφόρος|πλατεία|jalan|jl\\.|cadde|sokak|đường';
const everydayPrefix = 'Via|Place|Route|Largo|Plaza|Corso|Quai|Cours|Av\\.?|Str\\.|Sq\\.|Square|Lungo\\p{Ll}+';

/** No measure, price or count follows a house number. */
const noUnit =
  '(?!\\s?(?:[%€$£x×*]|(?:[ckm]?m|kg|g|ml|l|inch|pcs|pieces|euros?|days?|hours?|weeks?|minutes?)\\b)|[.,:]\\d)';

const sentenceWord =
  '(?:Please|Thanks?|Thank|Regards|Best|Kind|Hi|Hello|Dear|The|This|That|It|Is|I|We|My|Can|Could|And|But|Or|If|Phone|Tel|Mobile|Email|E-mail|Order|Will|Do|Does|What|When|Where|How|Not|No|Yes|Cheers|Sincerely)\\b';

const functionWord = '(?:the|my|your|a|an|of|off|down|on|in|at|to|for|from|with|and|or|is|are|was|more|other)\\b';

const streets = [
  `(?:${house},?${between})?${house},?${between}(?:(?!${functionWord})${word}${between}){1,4}${anyCase(sureType)}\\b\\.?`,
  `(?:(?:${house}),?${between}){1,2}(?:${proper})${between}(?:${everydayType}|${anyCase(sureType)})\\b\\.?`,
  `(?:${house},?${between})?(?:${word}${between}){0,3}?[${letters}\\p{M}]{2,24}${anyCase(suffix)}${between}${house}\\.?${noUnit}`,
  `(?:${house},?${between})?(?:${capital}${between}){1,3}${anyCase(suffix)}${between}${house}\\.?${noUnit}`,
  `(?:${house},?${between}){1,2}(?:${anyCase(surePrefix)}|${everydayPrefix})${between}(?:(?:${small}|[dl]['’])${between}?){0,3}${word}(?:${between}(?:${small}${between}){0,2}${capital}){0,4}(?:${between}${house}${noUnit})?`,
  `(?:${house},?${between})?${anyCase(surePrefix)}${between}(?:${word}${between}){1,6}?${house}${noUnit}`,
  `(?:${house},?${between})?(?:${everydayPrefix})${between}${proper}${between}${house}${noUnit}`,
  // A long number before the name and another after it, as forms print them.
  `\\d{3,5},?${between}(?!${sentenceWord})${proper}${between}${house}\\.?(?=[ \\t]*(?:$|[\\n,.]))`,
].map((source) => new RegExp(`(?<![\\p{L}\\p{M}\\d.#-])(?:${source})`, 'dgu'));

const namedStreet = new RegExp(
  `(?<=\\b(?:on|at|in|to|from|of|near)\\s)(?<value>${capital}(?:${between}${capital}){0,2}${between}(?:Street|Road|Avenue|Lane|Boulevard|Turnpike|Terrace|Crescent))\\b`,
  'dgu',
);
const corner = new RegExp(`(?:the )?corner of [^\\n!?{}]{2,60}? and [^\\n,!?{}]{2,40}?(?=[,!?\\n]|\\. |\\.?$)`, 'dgiu');

const boxes = [
  '(?:\\d{1,6}[ ,]+)?P\\.? ?O\\.? ?Box \\d{1,6}',
  '(?:PSC|CMR|Unit) \\d{3,5},? (?:Box \\d{2,5})(?:\\s*,?\\s*[ADF]PO A[AEP] \\d{5}(?:-\\d{4})?)?',
  '(?:US[NCS]{1,2} \\p{L}[^\\n,]{1,30}\\s*,?\\s*)?\\b[ADF]PO A[AEP] \\d{5}(?:-\\d{4})?',
  '(?:Postfach|Postbus|Boîte Postale|B\\.?P\\.|Apartado(?: de correos)?|Casella postale|Caixa postal|Postboks|Box) (?:nr\\.? )?\\d{2,6}(?=[,\\n]\\s*(?:\\p{Lu}|\\d{4}))',
].map((source) => new RegExp(`(?<![${letters}\\d])(?:${source})`, 'dgiu'));

/** United Kingdom and Canada; Netherlands; United States with the state. These tell by themselves. */
const postcodes = [
  '(?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d|[A-HK-Y]\\d\\d|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y]) \\d[ABD-HJLNP-UW-Z]{2})',
  '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]\\d[ABCEGHJ-NPRSTV-Z]\\d',
  `[1-9]\\d{3} [A-Z]{2}(?=,? ${capital})`,
  `(?:${capital} ){1,3}?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \\d{5}(?:-\\d{4})?`,
].map((source) => new RegExp(`(?<![${letters}\\d-])(?:${source})(?![${letters}\\d-])`, 'dgu'));

/** Words after which a place follows, however it is written. */
const leadIn =
  "(?:\\baddress(?:es)?(?: line \\d)?(?: (?:is|was|to|with|should be|now))?(?: (?:now|changed to))?|\\bliv(?:e|es|ed|ing) (?:at|in|on)|\\blocated (?:at|in|on)|\\b(?:ship|send|sent|deliver|delivered|mailed?|forward|redirect|moved?|post|posted|go|went) (?:(?:it|them|this|that|my \\w+|the \\w+) )?to|\\b(?:is|are|stay\\w*|based|resid\\w+) (?:at|on)|\\b(?:in|off) (?:at|in)|\\bdrops? (?:me|you|us|it|them) off at|\\bresid\\w+ in|['’]s (?:in|at)|\\b(?:street|residence|adresse|dirección|indirizzo)\\b)[\\s:=-]{1,6}";
const afterLeadIn = new RegExp(
  `${anyCase(leadIn)}(?<value>(?:${house},?${between})?(?:(?:${small}|${capital})${between}){0,3}${capital},?${between}${house}${noUnit}|(?:${house},?${between}){1,2}(?:(?!${functionWord})${word}${between}){1,4}${house}${noUnit}|${house},?${between}(?:${house},?${between})?${proper})`,
  'dgu',
);
/** Number, name, number with a flat or a postcode after it. */
const beforeFlat = new RegExp(
  `(?<![${letters}\\d])(?:${house},?${between}){0,2}${proper}(?:${between}${house}\\.?)?(?=,?\\s{1,4}(?:Suite|Apt|Apartment|Flat|Unit|Floor|Fl)\\b\\.? ?\\d)`,
  'dgu',
);
const beforePostcode = new RegExp(
  `(?<![${letters}\\d])(?:${house},?${between})?${proper}${between}${house}(?=,?\\s{1,3}(?:[A-Z]{1,2}-)?\\d{4,5} ${capital})`,
  'dgu',
);
const afterLabel =
  /(?:^|\n)[^\n\S]*(?:(?:shipping|delivery|billing|home|postal|my|new|full|street) )*(?:address|adresse|dirección|indirizzo|street)\s?[:=]\s*(?<value>[^\n]*\d[^\n]*)/dgiu;

const cores = [
  ...streets,
  namedStreet,
  corner,
  ...boxes,
  ...postcodes,
  afterLeadIn,
  beforeFlat,
  beforePostcode,
  afterLabel,
];

/** What still belongs to an address after its street: flats, places, countries, postcodes. */
const part = `(?:(?:Suite|Apt|Apartment|Flat|Unit|Floor|Fl|Room|Rm|App|Wohnung|étage)\\b\\.? ?#?[\\dA-Za-z-]{1,6}|(?:c\\.?|no\\.?)? ?\\d{4,6}(?:-\\d{3,4})?(?!\\d)|\\d{3} \\d{2}|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z][ -]\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|(?:[A-Z]{1,2}-)?\\d{4,5}|(?!${sentenceWord})(?:${small} )?[\\p{Lu}][${letters}\\p{M}'’.-]*[${letters}]\\.?(?: ${small}(?= \\p{Lu}))*|\\(\\p{Lu}\\p{L}+\\)|\\d{1,2}(?:st|nd|rd|th) floor|\\d{1,2}(?:o|a|er|e)(?: (?:[A-Z]{1,4}|étage|piso))?(?![${letters}])|[A-Z](?![${letters}'’]))`;
const goesOn = new RegExp(`^(?:[ \\t]*,?[ \\t]*${part}(?![${letters}\\d])){1,12}`, 'u');
const nextLine = new RegExp(
  `^[ \\t]*,?(?:\\s*\\n>?[ \\t]*,?[ \\t]*(?:${part}(?![${letters}\\d])[ \\t,]*){0,6}|\\s*\\n>?[ \\t]*,?[ \\t]*[${letters}\\d]{1,3}(?=[ \\t]*\\n)){0,3}?\\s*\\n>?[ \\t]*,?[ \\t]*(?:(?:${part})[ \\t,]+){0,5}?(?:\\d{4,6}(?:-\\d{3,4})?|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z][ -]\\d[A-Z]\\d|\\d{4} ?[A-Z]{2})(?![${letters}\\d-])(?:[ \\t]*,?[ \\t]*${part}(?![${letters}\\d])){0,4}`,
  'u',
);

/** Postal addresses in Latin, Greek and Cyrillic letters: street, house number and what follows them. */
export function westernAddressesIn(text: string): readonly Found[] {
  return cores
    .flatMap((pattern) => foundBy(text, pattern, 'address'))
    .map((found) => ({ ...found, start: startOf(text, found.start), end: endOf(text, found.end) }));
}

/** With the flat before the street: "Flat 3, 27 Queen's Road". */
function startOf(text: string, from: number): number {
  const before = text.slice(Math.max(0, from - 24), from);
  return (
    from -
    (/\b(?:Flat|Apt|Apartment|Unit|Suite|Room)\b\.? ?#?(?:[\dA-Z]{1,5},?\s{1,2})?$/i.exec(before)?.[0].length ?? 0)
  );
}

function endOf(text: string, from: number): number {
  const window = text.slice(from, from + 240);
  const line = goesOn.exec(window)?.[0].length ?? 0;
  const lines = nextLine.exec(window.slice(line))?.[0].length ?? 0;
  return from + line + lines;
}

/** Small and capital letters alike in a part of a pattern. V8 13.6 loses matches of `(?i:…)` once it has compiled them. */
function anyCase(source: string): string {
  const either = source.replace(/\\.|\[[^\]]*\]|\p{L}/gu, (part) =>
    part.length > 1 ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`,
  );
  return `(?:${either})`;
}
