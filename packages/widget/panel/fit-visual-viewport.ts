/**
 * Fits the page to what is visible above a phone's keyboard: on iOS the keyboard covers the page
 * and `100dvh` does not shrink. The height goes to CSS as `--visible-height`.
 */
export const fitVisualViewport = (): void => {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const root = document.documentElement;
  const fit = () => {
    // Zoomed in, the visual viewport is a part of the page: shrinking to it would undo the zoom.
    if (viewport.scale > 1.01) return;
    root.style.setProperty('--visible-height', `${viewport.height}px`);
    root.classList.toggle('has-keyboard', viewport.height < window.innerHeight - 120);
    if (viewport.offsetTop > 0) window.scrollTo(0, 0);
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  fit();
};
