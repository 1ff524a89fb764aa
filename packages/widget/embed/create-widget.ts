import { chatBubble, icon } from '../panel/icon.ts';
import type { Panel, PanelModule, PanelSettings } from '../panel/panel.ts';
import css from './launcher.css?inline';
import { english, spanish } from './launcher-words.ts';

export type WidgetOptions = Partial<PanelSettings> & {
  /** The origin of the Deskbell server, without a slash at the end. */
  endpoint: string;
  /** Gets the panel; called on intent, and again (with the number of failures) after a failure. */
  loadPanel: (failures: number) => Promise<PanelModule>;
  /** A regular expression of paths on which nothing is shown. A broken one is told on the console. */
  hide?: string | undefined;
};

export type Widget = { open(text?: string): void; close(): void; dispose(): void };

/**
 * Puts the launcher on the page. Fetches nothing and stores nothing before somebody shows intent
 * (pointer, focus, touch, click, a `[data-deskbell-ask]` element or `open`).
 */
export const createWidget = (options: WidgetOptions): Widget => {
  const listening = new AbortController();
  const { signal } = listening;
  const locale = options.locale || document.documentElement.lang;
  const [label, failed] = /^es\b/i.test(locale) ? spanish : english;
  let hiddenPaths: RegExp | undefined;
  try {
    if (options.hide) hiddenPaths = new RegExp(options.hide);
  } catch (error) {
    console.warn('Deskbell', error);
  }

  const host = document.createElement('deskbell-widget');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const launcher = document.createElement('button');
  launcher.part.add('launcher');
  launcher.ariaLabel = label;
  launcher.append(icon(chatBubble));
  const problem = document.createElement('p');
  problem.role = 'alert';
  root.append(problem, launcher);

  let failures = 0;
  let isWanted = false;
  let panel: Panel | undefined;
  let loading: Promise<void> | undefined;

  const load = (): Promise<void> => {
    loading ??= options
      .loadPanel(failures)
      .then(({ startPanel }) => startPanel({ ...options, locale, root, launcher }))
      .then(
        (started) => {
          panel = started;
          problem.textContent = '';
          if (signal.aborted) panel.dispose();
        },
        () => {
          failures += 1;
          loading = undefined;
          // Passing over the launcher is no reason to be told.
          if (isWanted) problem.textContent = failed;
        },
      );
    return loading;
  };

  const open = (text?: string, takeFocus = true): void => {
    if (host.hidden) return;
    isWanted = true;
    void load().then(() => isWanted && panel?.open(text, takeFocus));
  };
  const close = (): void => {
    isWanted = false;
    panel?.close();
  };

  /** The path may have changed without a page load, and the body may have been replaced. */
  const look = (): void => {
    host.hidden = !!hiddenPaths?.test(location.pathname);
    if (host.hidden) close();
    if (!host.isConnected) document.body?.append(host);
  };
  const on = (target: EventTarget | undefined, name: string, act: (event: Event) => void): void =>
    target?.addEventListener(name, act, { signal });

  // A finger enters as well when it touches.
  on(launcher, 'pointerenter', load);
  on(launcher, 'focus', load);
  on(launcher, 'click', () => open());
  on(document, 'click', (event) => {
    look();
    const asked = (event.target as Element).closest?.<HTMLElement>('[data-deskbell-ask]');
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    // With one of these keys a link opens beside the page, which has to stay as it is.
    if (!asked || host.hidden || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    open(asked.dataset.deskbellAsk);
  });
  on(document, 'DOMContentLoaded', look);
  on(window, 'popstate', look);
  on(window.navigation, 'currententrychange', look);
  look();
  try {
    if (sessionStorage['deskbell.open']) open('', false);
  } catch {
    // Forbidden storage reads as an empty one.
  }

  return {
    open,
    close,
    dispose: () => {
      listening.abort();
      panel?.dispose();
      host.remove();
    },
  };
};
