const unsaved = new Set<string>();

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * Says whether something somebody has written is not saved yet; `what` names it. While anything is,
 * the browser asks before the page is closed or loaded again.
 */
export function setUnsaved(what: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(what);
  else unsaved.delete(what);
  // Only while it is needed: a page that listens is not kept by the browser for going back.
  if (unsaved.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}
