/** The customer does not know, or leaves it open. */
export const NO_IDEA =
  /\b(?:not sure|don'?t know|no idea|unsure|flexible|any(?: ?time| day| date)|whenever|undecided|haven'?t decided|skip|later|no date|to be decided|tbd|doesn'?t matter|you decide)\b/;
