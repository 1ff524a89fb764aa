import type { Locator, Page } from 'playwright-core';

/** The chat bubble of a page, by what people see and hear of it. */
export interface ChatPanel {
  launcher: Locator;
  panel: Locator;
  input: Locator;
  log: Locator;
  /** The answers, the oldest first. */
  answers: Locator;
  stop: Locator;
  /** Handoff cards that may be used. */
  card: Locator;
  startBooking: Locator;
  /** Opens the panel, unless it is open. */
  open(): Promise<void>;
  /** Sends a message and resolves when its answer is over. */
  ask(message: string): Promise<void>;
  /** Sends a message and resolves when it is among the messages. */
  send(message: string): Promise<void>;
}

export function chatPanelOf(page: Page): ChatPanel {
  const widget = page.locator('deskbell-widget');
  const input = widget.getByRole('textbox', { name: 'Your message' });
  const launcher = widget.getByRole('button', { name: 'Chat with our AI assistant' });
  const startBooking = page.getByRole('button', { name: 'Start Booking' });
  const log = widget.getByRole('log');
  const panel: ChatPanel = {
    launcher,
    panel: widget.getByRole('dialog'),
    input,
    log,
    answers: log.locator('[part~="bubble"]:not([part~="own"])'),
    stop: widget.getByRole('button', { name: 'Stop' }),
    card: widget.locator('[part~="card"]').filter({ has: startBooking }),
    startBooking,
    open: async () => {
      await launcher.or(input).first().waitFor();
      if (await launcher.isVisible()) await launcher.click();
      await input.waitFor();
    },
    ask: async (message) => {
      await panel.send(message);
      await panel.stop.waitFor({ state: 'hidden' });
    },
    send: async (message) => {
      const sent = await log.locator('[part~="own"]').count();
      await input.fill(message);
      await input.press('Enter');
      await log.locator('[part~="own"]').nth(sent).waitFor();
    },
  };
  return panel;
}
