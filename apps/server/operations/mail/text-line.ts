/** A line of a mail's visible text. */
export interface TextLine {
  text: string;
  /** How deep it is quoted: by ">" before it, or by the HTML around it. */
  quoteDepth: number;
  /** The HTML calls it the sender's signature. */
  isSignature: boolean;
}
