/**
 * Whether a key belongs to an input method. Safari ends the composition before the key that ended
 * it; 229 says that it was the input method's.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;
