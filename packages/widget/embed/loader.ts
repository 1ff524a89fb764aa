import { createWidget, type Widget } from './create-widget.ts';

declare global {
  /** The panel's file name, beside this script; the build writes it in. */
  const PANEL_FILE: string;
  interface Window {
    deskbell?: Pick<Widget, 'open' | 'close'>;
  }
}

const { src, dataset } = document.currentScript as HTMLScriptElement;
// A second script on the page adds nothing; an element with this id is no chat.
if (!window.deskbell?.open) {
  window.deskbell = createWidget({
    ...dataset,
    endpoint: new URL(dataset.endpoint || '/', src).origin,
    // Browsers remember that a module failed to load; another query makes it another module.
    loadPanel: (failures) =>
      import(/* @vite-ignore */ new URL(PANEL_FILE + (failures ? `?${failures}` : ''), src).href),
  });
}
