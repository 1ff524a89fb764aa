/** Handles a Tab key: at the panel's end it goes on at its beginning, and the other way round. */
export const keepFocusInside = (panel: HTMLElement, event: KeyboardEvent): void => {
  const stops = [
    ...panel.querySelectorAll<HTMLElement>('button:enabled, a[href], textarea, [tabindex="0"]'),
  ].filter((stop) => stop.checkVisibility());
  if (event.shiftKey) stops.reverse();
  if (!stops.at(-1)?.matches(':focus') && !panel.matches(':focus')) return;
  event.preventDefault();
  stops[0]?.focus();
};
