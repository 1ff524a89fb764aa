const bottomTolerancePx = 4;

/**
 * Keeps a growing log at its end until the reader moves up. Any upward wheel, key, touch or drag
 * of the bar detaches; only reaching the end by moving down, or `attach`, attaches again.
 */
export const createScrollPolicy = (options: {
  log: HTMLElement;
  /** False while the log holds nothing to follow, such as the welcome. */
  hasContent: () => boolean;
  onChange: (isAttached: boolean) => void;
}): { keepUp(): void; attach(): void; dispose(): void } => {
  const { log, hasContent, onChange } = options;
  let isAttached = true;
  let lastTop = 0;
  let lastTouchY = 0;

  const set = (value: boolean) => {
    if (isAttached === value || (!value && !hasContent())) return;
    isAttached = value;
    onChange(isAttached);
  };
  const isAtEnd = () => log.scrollHeight - log.clientHeight - log.scrollTop <= bottomTolerancePx;
  const detach = () => {
    if (log.scrollTop > 0) set(false);
  };
  const keepUp = () => {
    if (!hasContent()) set(true);
    else if (isAttached) {
      log.scrollTop = log.scrollHeight;
      lastTop = log.scrollTop;
    }
  };
  const passively = (name: 'wheel' | 'touchstart' | 'touchmove', act: (event: Event) => void) =>
    log.addEventListener(name, act, { passive: true });
  const touchY = (event: Event) => (event as TouchEvent).touches[0]?.clientY ?? lastTouchY;

  passively('wheel', (event) => (event as WheelEvent).deltaY < 0 && detach());
  passively('touchstart', (event) => {
    lastTouchY = touchY(event);
  });
  passively('touchmove', (event) => {
    if (touchY(event) > lastTouchY) detach();
    lastTouchY = touchY(event);
  });
  log.onkeydown = ({ key, shiftKey }) => {
    if (/^(ArrowUp|PageUp|Home)$/.test(key) || (key === ' ' && shiftKey)) detach();
  };
  log.onscroll = () => {
    const moved = log.scrollTop - lastTop;
    lastTop = log.scrollTop;
    if (moved > 0 && isAtEnd()) set(true);
    else if (moved < 0 && !isAtEnd()) set(false);
  };
  // A log that shrinks (keyboard opens, composer grows) would otherwise hide its end.
  const resizes = new ResizeObserver(keepUp);
  resizes.observe(log);

  return {
    keepUp,
    attach: () => {
      set(true);
      keepUp();
    },
    dispose: () => resizes.disconnect(),
  };
};
