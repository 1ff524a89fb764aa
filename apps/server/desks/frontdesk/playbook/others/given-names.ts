/**
 * First names that customers are called by. Those that are also months, places we serve or words
 * of the trade (May, Will, Mark, Chelsea, Madison, Jack) are left out: sentences show them.
 */
const NAMES = `
  aaron abigail adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alexis ali alice alicia alison
  allison amanda amber amelia amir amy ana andre andrea andrew andy angela anita ann anna anne annie anthony antonio
  aria ariel arthur ashley audrey ava barbara beatrice ben benjamin bernard beth betty beverly bianca bob bobby brad bradley
  brandon brenda brent brian bridget bruce bryan caitlin caleb camila cameron carla carlos carmen carol caroline carolyn
  catherine cathy cecilia charles charlie chloe chris christian christina christine christopher cindy claire clara clark
  claudia colin connor craig crystal cynthia dan dana daniel daniela daniella danny darren dave david dean deborah debra
  denise dennis derek diana diane diego dmitri dolores donald donna doris dorothy doug douglas dylan ed eddie edgar edith
  eduardo edward edwin eileen elaine elena eleanor eli elijah elizabeth ella ellen ellie emily emma eric erica erik erin
  ernest esther ethan eugene eva evan evelyn fatima felix fernando fiona florence frances francesca francisco fred
  frederick gabriel gabriela gabriella gary gene george gerald gina giovanni gloria gordon grace graham greg gregory hannah
  harold harriet harry harvey heather hector heidi helen helena henry howard hugh hugo ian igor ingrid irene iris isaac
  isabel isabella ivan jackie jacob jacqueline jake james jamie jan jane janet janice jared jasmine jason javier jean jeff
  jeffrey jen jenna jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny jonathan
  jorge jose joseph josh joshua joyce juan judith judy julia julian julie justin karen karl kate katherine kathleen kathryn
  kathy katie keith kelly ken kenneth kevin kim kimberly kristen kristin kurt kyle lara larry laura lauren laurie lawrence
  leah lena leo leon leonard leslie liam lily linda lisa logan lois lorraine louis louise luca lucas lucia lucy luis luke
  lydia lynn malik marco marcus margaret maria marie marilyn mario marion marissa marjorie marta martha martin marvin mary
  mateo matt matthew maureen max maya megan melanie melissa mia michael michele michelle miguel mike mila mildred mitchell
  mohammed molly monica monique nadia nancy naomi natalia natalie natasha nathan neil nicholas nick nicole nikki nina noah
  noelle nora norman oliver olivia omar oscar pamela patricia paul paula pedro peggy penelope peter phil philip phillip
  phyllis pierre priya rachel rafael rajesh ralph ramon randall randy raul rebecca regina renee ricardo richard rick ricky
  rita rob robert roberto robin rodney roger roland ron ronald rosa rosalie rosemary ross roy russell ruth ryan sally sam
  samantha samir samuel sandra sara sarah sasha scott sean sebastian sergio seth shannon sharon sheila shirley simon sofia
  sonia sophia sophie stacy stanley stefan stella stephanie stephen steve steven stuart sue susan suzanne sylvia tamara
  tanya tara ted teresa terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tracy trevor troy
  tyler valerie vanessa vera vernon veronica vicky victor victoria vincent vivian wade walter wanda warren wayne wendy
  wesley wilma xavier yasmin yolanda yuki yusuf yvonne zachary zoe
`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
