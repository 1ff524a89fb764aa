const openKey = 'deskbell.open';

/** Remembers over a reload of this tab that the panel is open. */
export const rememberOpen = (isOpen: boolean): void => {
  try {
    if (isOpen) sessionStorage[openKey] = '1';
    else delete sessionStorage[openKey];
  } catch {
    // Storage is forbidden: after a reload the panel is closed.
  }
};
