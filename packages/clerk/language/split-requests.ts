const BOUNDARY =
  /(?<=[?!;])\s+|(?<=[a-z)]\.)\s+|(?<=\d{2}\.)\s+(?=[a-z])|\s*[,;]?\s+(?:and also|also,?|oh and|plus,?|and then|by the way,?|btw,?)\s+|\s*[,;]?\s+and (?=(?:how|what|when|where|do|does|can|could|is|are|will|would|should|which)\b)|,\s+(?=(?:how|what|when|where|do you|does|can|could|is|are|will|which)\b)/;

/** A normalised message cut into the requests it makes, in order; `most` of them at most. */
export function splitRequests(text: string, most = 5): string[] {
  const parts = text
    .split(BOUNDARY)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.slice(0, most);
}
