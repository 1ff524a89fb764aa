import { isSlipOf } from './slips.ts';

/** Given names in common use, by which a slip of the keyboard in one is known. */
const NAMES =
  'aaron adam adrian agnes alan albert alex alexander alice alicia allison amanda amber amelia amir amy ana andrea andrew angela anita anna anthony antonio ariel arthur ashley audrey barbara beatrice benjamin bernard beth bianca bill brandon brenda brian bruce camila carl carla carlos carmen carol caroline catherine cecilia charles charlotte chen chloe chris christian christina christine christopher claire clara clark claudia colin connor craig cynthia daisy dana daniel daniela david dawn deborah denise dennis derek diana diane diego dominic donald donna dorothy douglas dylan eddie eduardo edward eleanor elena eli elias elijah elizabeth ella ellen emily emma enrique eric erica ernest esther ethan eugene eva evan evelyn felix fernando fiona florence frances francis francisco frank fred gabriel gary george gerald gina gloria gordon grace greg gregory greta hannah harold harry heather hector helen henry holly howard ian ignacio irene isaac isabel isabella ivan ivy jack jackson jacob james jamie jane janet jason javier jean jeff jeffrey jennifer jeremy jerry jesse jessica jesus jill jo joan joe joel john jonathan jordan jorge jose joseph joshua juan judith julia julian julie justin karen karl kate katherine kathleen keith kelly kenneth kevin kim kyle larry laura lauren lawrence leah lena leo leon leonard leslie lewis liam lillian linda lisa logan louis louise lucas lucia lucy luis luke luther madison manuel marco marcus margaret maria marie marilyn mario marion mark martha martin mary mason mateo matthew maya megan melissa michael michelle miguel mike miriam mohammed monica nadia nancy natalie nathan nicholas nicole nina noah nora olga oliver olivia omar oscar owen pablo pamela patricia patrick paul paula pedro peter philip priya rachel rafael ralph ramon raymond rebecca ricardo richard robert roberto robin roger ronald rosa rose roy russell ruth ryan samantha samuel sandra santiago sara sarah scott sean sebastian sergio sharon sheila simon sofia sophia sophie stephanie stephen steve steven stuart susan sylvia teresa terry theodore theresa thomas timothy tina todd tom tony tracy tyler valentina valerie vanessa veronica victor victoria vincent virginia walter wayne wendy will william yolanda yvonne zoe'.split(
    ' ',
  );
const KNOWN = new Set(NAMES);

/** Whether a word in small letters is a given name in common use. */
export const isGivenName = (word: string): boolean => KNOWN.has(word);

/** Two letters swapped and nothing else: of short names all that is taken for a slip. */
const isSwapOf = (written: string, meant: string): boolean =>
  written.length === meant.length && isSlipOf(written, meant);
const LEAST_LEFT_OUT = 5;

/** A given name with its slip put right, where one name only can be meant; undefined without one. */
export function meantName(written: string): string | undefined {
  const [first = '', ...rest] = written.toLowerCase().split(' ');
  if (KNOWN.has(first) || first.length < 3) return undefined;
  const swapped = NAMES.filter((name) => isSwapOf(first, name));
  const near =
    swapped.length > 0 || first.length < LEAST_LEFT_OUT - 1
      ? swapped
      : NAMES.filter((name) => name.length >= LEAST_LEFT_OUT && isSlipOf(first, name));
  const [only, another] = near;
  if (only === undefined || another !== undefined) return undefined;
  return [only, ...rest]
    .map((word) => word.replace(/^\p{L}/u, (one) => one.toUpperCase()))
    .join(' ');
}
