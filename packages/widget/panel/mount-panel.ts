import type { AssistantProfile } from '@deskbell/protocol';
import { type AnnouncerState, announce, busyMessage, type ChatStore } from '@deskbell/widget';
import type { HandoffWords, Words } from '../words/words.ts';
import { createAnnouncementRegion } from './announcement-region.ts';
import { createComposer } from './composer.ts';
import { createConversationView } from './conversation-view.ts';
import { button, element, setText } from './element.ts';
import { fitVisualViewport } from './fit-visual-viewport.ts';
import { chatBubble, icon } from './icon.ts';
import { isComposing } from './is-composing.ts';
import { keepFocusInside } from './keep-focus-inside.ts';
import { loadHandoffCard } from './load-handoff-card.ts';
import type { Panel, PanelOptions } from './panel.ts';
import { type PanelContext, showPhone } from './panel-context.ts';
import { createProblemBar } from './problem-bar.ts';
import { rememberOpen } from './remember-open.ts';
import { createScrollPolicy } from './scroll-policy.ts';
import css from './styles/panel.css?inline';
import { createWelcome } from './welcome.ts';

/**
 * Builds the panel, closed, beside the launcher. Disposed of, it disposes of the store too; `profile` gives null when the business could not be asked.
 */
export const mountPanel = (
  options: Omit<PanelOptions, 'endpoint'> & {
    store: ChatStore;
    words: Words;
    handoffWords?: HandoffWords | undefined;
    profile: Promise<AssistantProfile | null>;
    allowedHosts: readonly string[];
  },
): Panel => {
  const { root, launcher, store, words, title, theme } = options;
  const mounted = new AbortController();
  const { signal } = mounted;
  const fullScreen = matchMedia('(width <= 640px), (height <= 480px)');
  const setModal = (): void => {
    node.ariaModal = String(fullScreen.matches);
  };
  fullScreen.addEventListener('change', setModal, { signal });
  const region = createAnnouncementRegion();
  const context: PanelContext = {
    store,
    words,
    handoffWords: options.handoffWords,
    bookingUrl: options.bookingUrl,
    root,
    phone: '',
    allowedHosts: options.allowedHosts,
    say: region.say,
    redraw: () => render(),
    leaveFor: (address) => {
      // Full screen on a phone, the panel would stand before the page it leads to.
      panel.close();
      location.assign(address);
    },
  };

  let asked = '';
  /** Sends at once, or once the thread is there; what may not be sent waits in the message box. */
  const sendAsked = (text = asked): void => {
    const { isRestoring, draft } = store.getState();
    asked = isRestoring ? text : '';
    if (!text || isRestoring) return;
    if (store.send(text)) scroll.attach();
    else if (!draft) store.setDraft(text);
  };

  const composer = createComposer(context, () => scroll.attach());
  const problemBar = createProblemBar(context, composer.focus);
  const welcome = createWelcome(context, (text) => {
    sendAsked(text);
    composer.focus();
  });
  const name = element('h2', 'title');
  const restart = button(
    'restart',
    icon('M12 20h8M15.5 5.5a2 2 0 0 1 3 3L8.5 18.5 4 20l1.5-4.5z'),
    () => {
      store.newConversation();
      composer.focus();
      region.say(words.newConversation);
    },
    words.newConversation,
  );
  const close = button('close', icon('M6 6l12 12M18 6L6 18'), () => panel.close(), words.close);
  const messages = element('div', 'messages');
  const log = element('div', 'log', [welcome.node, messages], {
    id: 'log',
    role: 'log',
    ariaLive: 'off',
    ariaLabel: words.conversation,
    tabIndex: 0,
  });
  const jump = button('jump', icon('M12 5v14M6 13l6 6 6-6'), () => {
    scroll.attach();
    composer.focus();
  });
  jump.append(words.jump);
  jump.hidden = true;
  const call = element('a', '');
  const hint = element('p', 'hint');
  const node = element(
    'div',
    'panel',
    [
      element('div', 'header', [
        element('span', 'avatar', [icon(chatBubble)]),
        element('div', 'names', [name, element('p', 'note', [words.note])]),
        restart,
        close,
      ]),
      element('div', 'main', [log, jump]),
      element('div', 'footer', [...problemBar.nodes, ...composer.nodes, hint]),
      region.node,
    ],
    { role: 'dialog', tabIndex: -1, lang: words.locale, hidden: true },
  );

  const scroll = createScrollPolicy({
    log,
    hasContent: () => messages.hasChildNodes(),
    onChange: (isAttached) => {
      if (jump.matches(':focus')) composer.focus();
      jump.hidden = isAttached;
    },
  });
  const conversation = createConversationView(messages, context);

  let spoken: AnnouncerState = null;
  const readAloud = (): void => {
    const { next, lines } = announce(spoken, store.getState());
    spoken = next;
    for (const line of lines) region.say(words.toolLabels[line] ?? line);
  };
  const render = (): void => {
    sendAsked();
    const state = store.getState();
    const isEmpty = state.messages.length === 0;
    welcome.node.hidden = !isEmpty || state.isRestoring;
    restart.hidden = isEmpty;
    conversation.update(state);
    composer.update(state);
    problemBar.update(state);
    readAloud();
    scroll.keepUp();
  };
  // Many tokens may arrive within one frame; a hidden tab has no frames, so it is drawn on return.
  let isDrawQueued = false;
  store.subscribe(() => {
    // An answer that begins and ends within a frame is read too.
    if (busyMessage(store.getState())?.key !== spoken?.key) readAloud();
    if (isDrawQueued) return;
    isDrawQueued = true;
    requestAnimationFrame(() => {
      isDrawQueued = false;
      if (!signal.aborted) render();
    });
  });

  let isClosingAsked = false;
  /** The line under the message box: that AI can be wrong, or that Escape was pressed over a draft. */
  const showHint = (isAsked: boolean): void => {
    isClosingAsked = isAsked;
    if (isAsked) {
      setText(hint, words.escapeAgain);
      region.say(words.escapeAgain);
      return;
    }
    showPhone(call, context.phone, context.phone);
    hint.replaceChildren(`${words.disclaimer} ${context.phone && words.person} `, call);
  };
  node.onkeydown = (event) => {
    // The page sees the host as the target, not a text field: its shortcuts would take every letter.
    event.stopPropagation();
    const { key } = event;
    if (key === 'Tab' && fullScreen.matches) keepFocusInside(node, event);
    const mayClose = isClosingAsked || !store.getState().draft.trim();
    if (isClosingAsked) showHint(false);
    if (key !== 'Escape' || isComposing(event)) return;
    if (mayClose) panel.close();
    else showHint(true);
  };
  node.onkeyup = (event) => event.stopPropagation();

  fitVisualViewport(node, signal);

  const showName = (text: string): void => {
    setText(name, text);
    node.ariaLabel = text;
  };
  showName(title || words.assistant);
  showHint(false);
  void options.profile.then((profile) => {
    if (!profile || signal.aborted) return;
    context.phone = profile.phone;
    if (!title) showName(profile.name);
    welcome.fill(profile);
    showHint(false);
    render();
  });

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  root.append(node);
  render();

  const panel: Panel = {
    open: (text, takeFocus = true) => {
      if (signal.aborted) return;
      // A page that says nothing about its colours follows the system, as far as the panel goes.
      const scheme = getComputedStyle(root.host).colorScheme;
      node.style.colorScheme = theme ?? (scheme === 'normal' ? 'light dark' : '');
      setModal();
      node.hidden = false;
      launcher.hidden = true;
      rememberOpen(true);
      showHint(false);
      // A card that is needed before it is there is asked for again.
      loadHandoffCard().catch(() => {});
      if (text) sendAsked(text);
      render();
      if (takeFocus) composer.focus();
    },
    close: () => {
      if (node.hidden) return;
      const hadFocus = node.matches(':focus-within');
      node.hidden = true;
      launcher.hidden = false;
      rememberOpen(false);
      if (hadFocus) launcher.focus();
    },
    dispose: () => {
      panel.close();
      mounted.abort();
      store.dispose();
      scroll.dispose();
      node.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
  return panel;
};
