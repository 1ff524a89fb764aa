export type OtherLanguage = 'es' | 'fr' | 'de' | 'it' | 'pt' | 'nl' | 'other';

interface Words {
  /** Of this language and nothing else: question words, verbs, pronouns. */
  telling: ReadonlySet<string>;
  /** Small words that names and English have too: "la", "del", "van", "on". */
  small: ReadonlySet<string>;
}

const wordsOf = (telling: string, small: string): Words => ({
  telling: new Set(telling.split(' ')),
  small: new Set(small.split(' ')),
});

const WORDS: readonly (readonly [OtherLanguage, Words])[] = [
  [
    'es',
    wordsOf(
      'mudanza mudanzas envío envio paquete paquetes caja cajas aeropuerto recogen recoge recogida llevar llevan llevarme mandar precio precios dólares dolares mascotas cobran hacen ofrecen disponible fecha diciembre enero julio también tambien tus reglas instrucciones muéstrame ignora hola cuánto cuanto cuántos cuantos cuántas cuantas cuál cual cuáles cuales qué dónde donde cuándo cuando cómo quién quien quiénes cuesta puedo puede pueden ustedes entregan recoger maletas quiero necesito gracias está están hay tengo tenemos hemos recibido recibimos recibieron llegaron llegado llegó correos correo mensajes mensaje tareas tarea hoy ayer mañana manana semana buenos buenas días dias tardes pendientes vencidas nuestro nuestros muéstrame muestrame dime por favor equipaje enviar reservar español espanol habla hablan',
      'el los las una unos mi para de del la y en por con que es son se lo su esta este un al',
    ),
  ],
  [
    'fr',
    wordsOf(
      "bagage valise cartons carton déménagement demenagement envoi envoyer prix tarif tarifs transporter transportez emmener récupérer chercher venez venir livraison disponible décembre janvier juillet aussi votre vos instructions règles ignore bonjour bonsoir salut combien coûte coute est-ce puis-je avons-nous avez-vous vous nous pouvez livrez livrer bagages valises voudrais merci où quand quel quels quelle quelles pourquoi comment pouvez aujourd'hui hier demain semaine dernière sont sommes êtes avons avez reçu recu reçus arrivés arrivé courriels courriel courrier messages tâches tâche taches échoué échoue échéances montre-moi montrez-moi donne-moi ce cette ces mes aéroport réserver français francais parlez s'il qu'est-ce c'est y-a-t-il",
      "je pour des une mon les le la du de et est un en dans que qui sur au aux il elle a ont ai plaît plait d'aujourd'hui",
    ),
  ],
  [
    'de',
    wordsOf(
      'tag auch vom zum zur holen abholen holt bringen bringt bringst liefert lieferung umzug umziehen kisten kartons karton flughafen preis preise kosten wieviele machen macht fahren dollar dezember januar juli möchten möchte moechten hätte haette gern gerne samstag sonntag montag freitag deine deinen anweisungen regeln hallo guten wieviel wieviele wie viel viele kostet kostete ich können koennen kann sie liefern gepäck koffer möchte moechte brauche danke bitte wo wann für fuer ist sind haben habe gibt es heute gestern woche welche welcher welches warum wer wurden wurde kamen kam gekommen eingegangen bekommen aufgaben aufgabe fehlgeschlagen fällig faellig offen offene zeig zeige mir nicht alles läuft laeuft diese dieser dieses unsere deutsch sprechen nachrichten',
      'der die das den dem des ein eine einen und mein nach morgen im von zu auf mit was in an alle war so',
    ),
  ],
  [
    'it',
    wordsOf(
      'trasloco spedire spedizione scatole scatola valigia bagaglio aeroporto prezzo prezzi ritirate ritirare portare portate consegna dicembre gennaio luglio anche vostro vostri tue istruzioni regole ciao buongiorno buonasera quanto quanti quanta quante quale quali costa posso potete consegnate bagagli valigie vorrei grazie dove quando perché perche chi cosa che sono è abbiamo avete ricevuto ricevute arrivate arrivati arrivata oggi ieri domani settimana messaggi messaggio posta scadenza scadenze fallite fallito mostrami dimmi questa questo questi queste nostri italiano parlate',
      'il lo gli le la i un una mio per di del della dei delle e in con ci si ha hanno da al',
    ),
  ],
  [
    'pt',
    wordsOf(
      'mudança mudanca mudanças caixas caixa mala aeroporto preço preco preços enviar entrega entregar buscar levar levam fazem dezembro janeiro julho também tambem suas instruções regras olá ola quanto quantos quantas quais qual custa posso vocês voces você entregam bagagem malas quero preciso obrigado obrigada onde quando hoje ontem amanhã amanha semana temos recebemos recebido chegaram chegou mensagens mensagem tarefas tarefa são não sao nao há porque por favor mostre-me mostra-me diga-me nossos nossas esta este português portugues falam',
      'uma um meu minha os as o a de do da dos das e em no na nos nas para com que foi foram por',
    ),
  ],
  [
    'nl',
    wordsOf(
      'verhuizing verhuizen dozen doos koffers koffer luchthaven vliegveld prijs kost kosten ophalen halen brengen bezorgen leveren bagage december januari juli ook kunnen kunt willen wil graag jouw instructies regels hallo hoeveel welke waarom wanneer waar wie wat zijn er hebben hebt heb ik wij jullie vandaag gisteren morgen deze week berichten bericht taken taak gekregen binnengekomen ontvangen mislukt mislukte alstublieft alsjeblieft graag dank bedankt laat zien geef mij niet gaat alles goed moet moeten onze nederlands spreekt',
      'de het een en van der den is in op met te aan bij voor dit dat we u zo die',
    ),
  ],
  // Languages nobody here answers in: only that they are not English matters.
  [
    'other',
    wordsOf(
      'dzień dobry ile kosztuje kosztują czy walizek walizki walizkę paczek proszę przewóz odbieracie lotnisko lotniska możecie merhaba kadar kaç valiz bavul fiyatı müsünüz misiniz mısınız hej hur mycket kostar flyttar väska väskor tack hvor meget koster skolko stoit privet kolik stojí dobrý',
      'na z ve bir och til det som jak jest dla',
    ),
  ],
];

/** Words of English that the others do not have: a text with many of them is English with names. */
const ENGLISH = new Set(
  'the of is are was were what which who when where why how did does do any from show tell list give have has had we you they our your my this that these those there and or for with about today yesterday tomorrow week month all only not be been get got please much many can could should would will it its on to at by if still anything everything open failed overdue due'.split(
    ' ',
  ),
);
/** Telling words that English writes the same, such as "week" of the Dutch. */
const SHARED = new Set([
  'week',
  'messages',
  'wat',
  'es',
  'ce',
  'laat',
  'er',
  'mi',
  'sie',
  'per',
  'tag',
  'dollar',
  'december',
  'instructions',
  'ignore',
  'bagage',
  'dozen',
  'transporter',
  'kost',
  'wil',
  'prix',
  'disponible',
  'kosten',
  'fahren',
  'levant',
  'valise',
  'halen',
  'venir',
  'halt',
  'machen',
  'carton',
  'cartons',
  'tarif',
]);

/** The language of a normalised text when it is plainly not English, else undefined. */
export function detectLanguage(text: string): OtherLanguage | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return undefined;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return 'other';
  const words = [...new Set(text.match(/[\p{L}][\p{L}'-]*/gu) ?? [])];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  let best: OtherLanguage | undefined;
  let bestScore = 0;
  for (const [language, { telling, small }] of WORDS) {
    const told = words.filter((word) => telling.has(word) && !SHARED.has(word)).length;
    if (told === 0) continue;
    const others = words.filter(
      (word) => small.has(word) || (telling.has(word) && SHARED.has(word)),
    ).length;
    const score = told * 2 + others;
    const isEnough =
      (told >= 3 || (told + others) * 5 >= words.length * 2) &&
      (told >= 2 || (told + others) * 2 >= words.length);
    if (isEnough && told * 2 + others > english * 2 && score > bestScore) {
      best = language;
      bestScore = score;
    }
  }
  return best;
}
