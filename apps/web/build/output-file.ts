/** A file of the website; `fileName` is relative to the folder it is served from, with `/`. */
export interface OutputFile {
  fileName: string;
  content: string | Uint8Array;
}
