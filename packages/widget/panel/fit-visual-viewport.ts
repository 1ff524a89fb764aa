/**
 * Fits a full-screen panel to what is visible above a phone's keyboard: on iOS the keyboard covers
 * the page and `100dvh` does not shrink. Gives CSS `--top` and `--height` until `signal` is aborted.
 */
export const fitVisualViewport = (panel: HTMLElement, signal: AbortSignal): void => {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const fit = () => {
    // Zoomed in, the visual viewport is a part of the page: shrinking to it would undo the zoom.
    if (viewport.scale > 1.01) return;
    panel.style.setProperty('--top', `${viewport.offsetTop}px`);
    panel.style.setProperty('--height', `${viewport.height}px`);
  };
  for (const change of ['resize', 'scroll']) viewport.addEventListener(change, fit, { signal });
  fit();
};
