import type { Memory } from '../../memory.ts';

/** "Is there anything critical?", "what is the most pressing thing?": one is asked for, not all. */
const ASKED_FOR_ONE =
  /\b(?:anything|something|any (?:mail|e-?mail|problem|emergency)|what(?:'s| is)|which (?:mail|e-?mail|one|thing|matter)|most|the (?:top|biggest|worst))\b/;
const THAT_ONE =
  /\b(?:that|this|the) (?:mail|e-?mail|message|matter|thing)\b|\b(?:that|this) (?:one|case|invoice|bill|problem|task)\b|\b(?:it|its|he|she|him|her)\b/;

/**
 * After what needs attention, which comes with the most important first, "that mail" is the first
 * of it; undefined where something else was told, or all of it was asked for.
 */
export function firstOfAll(
  text: string,
  { query, rows, focus, heard }: Memory,
): string | undefined {
  if (query?.topic !== 'attention' || focus !== undefined) return undefined;
  return ASKED_FOR_ONE.test(heard.raw.toLowerCase()) && THAT_ONE.test(text)
    ? rows[0]?.ref
    : undefined;
}
