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
}): { keepUp(): void; attach(): void } => {
  const { log, hasContent, onChange } = options;
  // Reachable by keyboard, so that arrow keys can scroll it.
  log.tabIndex = 0;
  let isAttached = true;
  let lastTop = log.scrollTop;
  let lastTouchY = 0;

  const set = (value: boolean) => {
    if (isAttached === value || (!value && !hasContent())) return;
    isAttached = value;
    onChange(isAttached);
  };
  const distanceToEnd = () => log.scrollHeight - log.clientHeight - log.scrollTop;
  const detach = () => {
    if (log.scrollHeight > log.clientHeight && log.scrollTop > 0) set(false);
  };
  const toEnd = () => {
    log.scrollTop = log.scrollHeight;
    lastTop = log.scrollTop;
  };
  const keepUp = () => {
    if (!hasContent()) set(true);
    else if (isAttached) toEnd();
  };

  log.addEventListener('wheel', (event) => event.deltaY < 0 && detach(), { passive: true });
  log.addEventListener('keydown', (event) => {
    const isUp = ['ArrowUp', 'PageUp', 'Home'].includes(event.key);
    if (isUp || (event.key === ' ' && event.shiftKey)) detach();
  });
  log.addEventListener(
    'touchstart',
    (event) => {
      lastTouchY = event.touches[0]?.clientY ?? 0;
    },
    { passive: true },
  );
  log.addEventListener(
    'touchmove',
    (event) => {
      const y = event.touches[0]?.clientY ?? lastTouchY;
      if (y > lastTouchY) detach();
      lastTouchY = y;
    },
    { passive: true },
  );
  log.addEventListener(
    'scroll',
    () => {
      const moved = log.scrollTop - lastTop;
      lastTop = log.scrollTop;
      if (moved > 0 && distanceToEnd() <= bottomTolerancePx) set(true);
      else if (moved < 0 && distanceToEnd() > bottomTolerancePx) set(false);
    },
    { passive: true },
  );
  // A log that shrinks (keyboard opens, composer grows) would otherwise hide its end.
  new ResizeObserver(keepUp).observe(log);

  return {
    keepUp,
    attach: () => {
      set(true);
      keepUp();
    },
  };
};
