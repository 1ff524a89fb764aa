/**
 * Words of everyday English by which no mail is known: verbs of asking and doing, adverbs, measures,
 * people in general. What is left of a question and stands here is no reason to search for it.
 */
const VERBS =
  'able accept accepted act acting add added afford agree allow answer answered appear apply arrange arrive ask asking attend avoid aware bear beat become begin began begun behave believe belong bet bite bother break breathe bring brought build burn busy buy call care carry catch caught cause change chase chat cheer choose clear climb close collect combine compare complain concern confuse consider contain continue cope cost count cover cross cry cut dare deal decide decided demand depend deserve die dig discuss do drop earn eat end enjoy enter excuse exist expect expire explain face fail fall feel felt fight figure fill find finish fit fix float flow follow force forget forgot forgotten forgive function gather gave get give glance go going grab grow guess hand handle hang happen hate have hear heard help hide hit hold hope hoping hurry hurt ignore imagine improve include inform intend join judge jump keep kept kick kill know knock lack land last laugh lead lean learn leave left lend let lie lift like list listen live load look lose lost love made make manage matter mean meant mention mind miss mix move name need notice obtain occur open owe own pass pay perform pick place play please pop prefer prepare press pretend prevent print proceed promise prove provide pull push put raise ran reach react read realize receive reckon recognize refer refuse regard rely remain remember remind remove repeat reply require resolve rest return reveal rise roll run rush save say scan see seek seem select sell send sense serve set settle shall shape share shout show shut sit sleep slip solve sort sound speak spell spend split spoke spot stand stare start stay step stick stop suffer suggest support suppose surprise survive swear switch take talk tend tell thank think throw tick tie told took touch trouble trust try trying turn understand use used value wait wake walk want warn waste wish wonder work worry write wrote'.split(
    ' ',
  );
const QUALITIES =
  'bad best better big bigger biggest bright brief certain clean clear clever close cold common complete cool correct crazy curious current daily dark dead dear deep different difficult direct double dry dull early easy empty enough entire equal exact extra fair false familiar famous fancy far fast fewer fine firm fit flat free frequent fresh friendly full fun funny general gentle glad good grand grateful great half handy happy hard heavy helpful high hot huge idle ill important impossible interesting keen kind large late later latest least less likely little local long longer loose loud low lucky mad main major many minor mixed more most narrow nasty natural near neat necessary new newer newest next nice noisy normal obvious odd oddest ok old older oldest only open opposite ordinary other overall own past perfect plain pleasant polite poor popular possible pretty previous private proper proud public pure quick quiet random rare raw ready real recent regular relevant remaining rich right rough round rude sad safe same serious several severe shallow sharp short shorter silly similar simple single slight slow small smaller smart smooth soft solid sorry special specific stable steady strange strict strong stupid such sudden sure sweet terrible thick thin tidy tight tiny tired top total tough true typical ugly unhappy unique unknown unlikely unusual upset urgent useful useless usual various vast warm weak weird well whole wide wild wise wonderful worse worst worth wrong young'.split(
    ' ',
  );
const ADVERBS =
  'about above accordingly actually afterwards again ago ahead all almost alone along already also altogether always anyhow anyway apart apparently approximately around aside away back badly barely basically before behind below beneath besides between beyond both briefly by certainly clearly completely constantly correctly currently definitely directly down easily effectively either else elsewhere entirely especially essentially ever every everywhere exactly except extremely fairly finally firmly first forever forward frankly fully further generally gladly gradually hardly hence here highly honestly hopefully however immediately indeed initially inside instead jointly just kindly lately lately maybe mainly meanwhile merely mostly namely nearly neither never nevertheless no nonetheless nor normally not nothing now nowhere obviously occasionally off often once only onwards originally otherwise out outside over overnight partly perhaps possibly potentially precisely presumably previously primarily probably promptly properly purely quickly quite rarely rather really reasonably recently regularly relatively right roughly sadly safely seldom seriously shortly simply since sometimes somehow somewhat somewhere soon specifically still straight strictly strongly suddenly surely that then there therefore though through throughout thus together tomorrow tonight too totally towards truly twice typically ultimately under unfortunately until up upon usually utterly very virtually well when whenever wherever while within without yet'.split(
    ' ',
  );
const THINGS =
  'afternoon bit bits bunch case chance couple course day days deal detail doubt evening everybody everyone example fact favour favor front guy guys heads hour hours idea interest job kind life list lot lots luck matter minute minutes moment month months morning night nobody noon number numbers one ones opinion pair part parts people person piece place problem problems question questions reason rest second seconds sense shape share shot side sort spare spot stuff subject sum thing things thought time times today total trouble truth type view way ways week weekend weeks while word words world year years yesterday colleague colleagues boss manager office desk coffee lunch break shift holiday vacation breakfast home standing sitting phone'.split(
    ' ',
  );

export const COMMON_WORDS: readonly string[] = [...VERBS, ...QUALITIES, ...ADVERBS, ...THINGS];
const COMMON = new Set(COMMON_WORDS);
const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'ly'];

/** Whether a word is one of those, in any of its forms. */
export function isCommonWord(word: string): boolean {
  if (COMMON.has(word)) return true;
  return ENDINGS.some((ending) => {
    if (!word.endsWith(ending) || word.length - ending.length < 3) return false;
    const root = word.slice(0, -ending.length);
    return (
      COMMON.has(root) ||
      COMMON.has(`${root}e`) ||
      (root.at(-1) === root.at(-2) && COMMON.has(root.slice(0, -1)))
    );
  });
}
