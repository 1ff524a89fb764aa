import { plainText } from './plain-text.ts';

const STEMS = [
  // money
  'dollar|buck|usd|eur|gbp|cents?$|grand$|k$|free|gratis|gratuit|kostenlos|kostenfrei|umsonst|cortesia|compliment|courtesy|waiv|discount|descuento|remise|rabatt|desconto|promo|rebate|off$|charged$|charges?$|fees?$|surcharge|no$|any$|anything$|without$|costo|coste$|cargo$|recargo|custo|frais|aufpreis|zuschlag|kosten|extra|additional|nothing|house$|knock|match|quid|percent|half|us$|special|deals?$',
  // numbers in words
  'zero|two$|three|four|five|six|seven|eight|nine|ten$|eleven|twelve|thirteen|twenty|thirty|forty|fifty|hundred|thousand|million|cien|cem$|mil$|mille|vingt|veinte|\\w*(?:cient|hundert|tausend|zentos)',
  // days
  'jan|feb|mar|apr|may$|jun|jul|aug|sep|oct|nov|dec|ener|janv|fevr|febre|fever|maerz|abril|avril|mai|ago|aout|okt|out(?!side)|dez|dic|mon|tue|wed|thu|fri|sat|sun|lun|mart|mard|mierc|jue|vier|sab|dom|merc|jeu|vend|sam|dim|dienst|mittw|donn|frei|sonn|segunda|terca|quarta|quinta|sexta|to-?(?:day|morrow|night)|yesterday|week|demain|manana|amanha|morgen|next$|christmas|thanksgiving|easter|those|days?$|dates?$',
  'avail|unavail|open|bus(?:y|ier)|full|book|slot|spots?$|works?$|possible|problem|room$|space$|capacity|taken|sold|block|neither|how$|what$|suggest|recommend|propos|offer|alternat|instead|earl|soon|disponi|indisponi|verfugbar|libre|livre|ocupad|complet|occupe|beleg|ausgebucht|esgotad|lotad|fit$|squeeze|accommodat',
  // bookings
  'confirm|paid$|pagad|pago|paye|bezahlt|cancel|annul|stornier|pend|en$|ausstehend|bestatigt|termin|abgeschlossen|conclu|schedul|reschedul|reserv|set$|done$|hech|fait|erledigt|feit|consider|process|refund|reembols|rembours|updat|chang|moved?$|secur|lock|sent$|notif|alert|inform|email|text(?:ed)|call(?:ed)$|forward|escalat|pass(?:ed)|arrang|submit|plac(?:e|ed)$|held|sav|remov|credit|revers|upgrad|switch|extend|approv|guarante|finali|taken|put$|made$|appli|add(?:ed)|status|good$|receiv|assign|went$|way$|noted|recorded|looks?$|ship(?:s|ping)?$|tt$|left$|arriv|depart|transit|route|got$|asked$|told$|colleague|someone|somebody|manager$|team$|flag|gebucht|modif|success',
  // coverage
  'serv(?:e|es|ed|ing|iced|iceable|icing|ice)$|servicing|cover|uncover|deliver(?:s|ing|ed)?$|pick(?:s|ing)?$|come$|go$|operat|travel|reach|within|inside|outside|beyond|areas?$|zone|region|range$|regular|includ|carr|stops?$|everywhere|anywhere|nationwide|cubr|cubi|servimos|entreg|desserv|couv|livr|atend|cobr|bedien|liefer|beliefer|abgedeckt|fuera|hors|sin$|sans$|ohne$|sem$',
  'yes|yep|yeah|absolutely|definitely|certainly|si$|oui|ja$|sim$|claro|correct|indeed|sure$',
].join('|');
const BEGINS = new RegExp(`^(?:${STEMS})`, 'i');
const USUAL_WORD = /^["'(*_]*([a-z]+(?:['’-][a-z]+)*)["')*_,.;:!?]*$/i;
const LONGEST_WORD = 100;

/**
 * Whether a claim may begin with a word as it was written. Every claim that is read has such a word
 * before what it says; most words of a sentence have none.
 */
export function mayBeginClaim(word: string): boolean {
  const usual = USUAL_WORD.exec(word)?.[1];
  if (usual !== undefined) return isTold(usual);
  if (word.length > LONGEST_WORD) return true;
  const plain = plainText(word);
  if (/[\d\p{Sc}%|&<]/u.test(plain)) return true;
  return (plain.match(/\p{L}+(?:'\p{L}+)?/gu) ?? []).some(isTold);
}

const isTold = (word: string): boolean => word.split(/[-’']/).some((part) => BEGINS.test(part));
