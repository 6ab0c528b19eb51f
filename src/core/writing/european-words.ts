/*
 * What a shop and its customers write in German, and the commonest of it in French, Spanish, Italian and Dutch, a line a
 * meaning in English: enough to compare a translation with its text, not to translate. Words by how they begin.
 */
const meanings = `
I: ich mich mir je moi yo ik io
my: mein meine meinen meinem meiner meines mon ma mes mi mis mijn mio mia
we: wir uns nous nosotros wij noi
our: unser unsere unseren unserer notre nos nuestro nuestra onze nostro
you: sie ihnen ihr vous usted ustedes lei
not: nicht kein keine keinen keinem keiner nie niemals ne pas sans aucun jamais sin nunca niet geen non ohne noch_nicht weder
nobody: niemand personne nadie
when: wann quand cuándo cuando wanneer quando
where: wo wohin où dónde waar dove
how: wie comment cómo hoe come
how much: combien cuánto hoeveel quanto
which: welch quel cuál qual
why: warum wieso pourquoi waarom perché
can: kann können könnt könnten könnte peux pouvez puedo pueden kunnen kan posso potete
would like: möcht hätte gern wünsch voudrais quiero quisiera wil vorrei
need: brauch besoin necesito nodig bisogno
have: habe haben hat hatte avoir avez tengo heb ho
is: ist sind war waren est es is
please: bitte s'il alstublieft
thanks: dank merci gracias bedankt grazie
hello: hallo guten bonjour hola buongiorno
unfortunately sorry: leider entschuldig malheureusement désolé lamentablemente helaas purtroppo
order: bestell commande pedido bestelling ordine auftrag
parcel: paket päckchen colis paquete pakket pacco
shipment: sendung versand verschick versend envoi expédi envío envia verzend spediz
delivery deliver: liefer zustell livrai livrer entrega bezorg lever consegn
arrive: angekommen ankomm ankam eingetroffen kommt arriv lleg aangekomen erhalten
late waiting: wart spät verspät verzöger attend retard esper wacht attes
return: zurückschick zurücksend rücksend retour retourn renvoy devolver devol terugst restitu zurückgeb rückgab
refund: erstatt rückerstatt rückzahl zurückzahl rembours reembols terugbetal rimbors
cancel: stornier storno annulier annul cancel widerruf kündig annull
exchange replace: umtausch austausch ersatz ersetz échang remplac cambi reemplaz vervang sostitu
money: geld argent dinero soldi
pay: bezahl zahl überweis payer paie pago pagar betal pagare
price cost: preis kost prix coût precio prijs prezzo
invoice: rechnung quittung facture factura factuur fattura
free: kostenlos kostenfrei gratis gratuit gratis
discount voucher: rabatt gutschein ermäßig réduction descuento korting sconto
guarantee: garantie gewährleist garant garanzia
damaged broken: kaputt beschädig defekt zerbroch gebroch zerriss riss cassé endommag roto dañado beschadigd rotto danneggi
missing: fehl manqu falta ontbreek manca
wrong: falsch verkehrt erroné equivocad incorrect verkeerd sbagliat
size: größ taille talla maat taglia
colour: farb couleur color kleur colore
red: rot rouge rojo rood rosso
blue: blau bleu azul blauw blu
green: grün vert verde groen
black: schwarz noir negro zwart nero
white: weiß blanc blanco wit bianco
small: klein petit pequeñ piccol
large big: groß grand grande groot
long: lang
new: neu nouveau nuevo nieuw nuov
old: alt
address: adress dirección indirizzo
street: straße rue calle straat via
live: wohn
change: änder geändert modifi
number: nummer numéro número numero
account: konto compte cuenta account conto
log in: einlogg anmeld login
password: passwort mot_de_passe contraseña wachtwoord
phone: telefon téléphon teléfono
email: mail
photo: foto bild
question: frage question pregunta vraag domanda
answer reply: antwort réponse respuesta antwoord risposta
help: hilf helf aide ayuda hulp aiuto
instructions manual: anleitung bedienungsanleitung gebrauch
find: find
send: schick send sand
get receive: bekomm bekam erhalt empfang
buy: kauf gekauft achet compr
wear: getragen tragen
wash: wasch gewaschen
open: öffn geöffnet
close shut: schließ geschlossen
zip: reißverschluss
stuck: klemm
work function: funktion
battery: akku batterie
charge: lade
expired: abgelaufen
voucher code: code
glass: glas
plate: teller
cup: tasse becher
lamp: lampe lampen
kettle: wasserkocher
jacket: jacke
dress: kleid
shoes: schuh
trousers: hose
shirt: hemd
table: tisch
chair: stuhl
box packaging: karton verpack schachtel
label: etikett aufkleber
shop store: geschäft laden shop boutique tienda winkel negozio
stock available: lager vorrät verfügbar disponible stock
already: schon bereits déjà
still: noch
only: nur
also: auch
now: jetzt
today: heute aujourd hoy vandaag oggi
tomorrow: morgen demain mañana domani
yesterday: gestern hier ayer gisteren ieri
day: tag tage tagen jour día dag giorno
week: woche semaine semana week settimana
month: monat mois mes maand mese
year: jahr année año jaar anno
hour: stunde heure hora uur ora
minute: minute
monday: montag lundi lunes maandag lunedì
tuesday: dienstag mardi martes dinsdag martedì
wednesday: mittwoch mercredi miércoles woensdag mercoledì
thursday: donnerstag jeudi jueves donderdag giovedì
friday: freitag vendredi viernes vrijdag venerdì
saturday: samstag sonnabend samedi sábado zaterdag sabato
sunday: sonntag dimanche domingo zondag domenica
since: seit depuis desde sinds
until by: bis
before: vor avant antes
after: nach après después
on the way: unterwegs
possible: möglich possible posible mogelijk possibile
one: ein eine einen einem einer eines
two: zwei deux dos twee due
three: drei trois tres drie tre
four: vier quatre cuatro quattro
five: fünf cinq cinco vijf cinque
six: sechs six seis zes sei
seven: sieben sept siete zeven sette
eight: acht huit ocho otto
nine: neun neuf nueve negen nove
ten: zehn dix diez tien dieci
january: januar janvier enero gennaio
february: februar février febrero febbraio
march: märz mars marzo maart
april: april avril abril aprile
may: mai mayo mei maggio
june: juni juin junio giugno
july: juli juillet julio luglio
august: august août agosto
september: september septembre septiembre settembre
october: oktober octobre octubre ottobre
november: november novembre noviembre
december: dezember décembre diciembre dicembre
card: karte carte tarjeta
customs: zoll douane aduana
switzerland: schweiz suisse
germany: deutschland allemagne
austria: österreich autriche
water: wasser
day long: ganz
`;

const byStem = new Map<string, string>();
let longest = 1;
for (const line of meanings.trim().split('\n')) {
  const [meaning = '', words = ''] = line.split(': ');
  for (const stem of words.split(' ').map((word) => word.replaceAll('_', ' '))) {
    if (!byStem.has(stem)) byStem.set(stem, meaning);
    longest = Math.max(longest, stem.length);
  }
}
/** Shorter ones are whole words, with an ending at most: "rot" is no "rotating". */
const shortest = 4;
const ending = /^(?:e[nrsm]?|s|n|t|te[nr]?|er|st)?$/u;

/** A text in a European language in English words, as far as they are known; the others as they stand. */
export function europeanReading(text: string): string {
  return text.replace(/[\p{Script=Latin}\p{M}]+/gu, (word) => readingOf(word.toLowerCase()) ?? word);
}

/** What a word says, also one made of several: "Sendungsnummer". */
function readingOf(word: string): string | null {
  const found: string[] = [];
  for (let at = 0; at < word.length;) {
    const length = stemAt(word, at);
    if (length === 0 && at === 0 && !/^(?:ge|be|ver|an|auf|zu)/u.test(word)) return null;
    if (length > 0) found.push(byStem.get(word.slice(at, at + length)) ?? '');
    at += Math.max(1, length);
  }
  return found.length === 0 ? null : found.join(' ');
}

function stemAt(word: string, at: number): number {
  for (let length = Math.min(longest, word.length - at); length > 0; length--) {
    if (!byStem.has(word.slice(at, at + length))) continue;
    if (length >= shortest || (at === 0 && ending.test(word.slice(length)))) return length;
  }
  return 0;
}
