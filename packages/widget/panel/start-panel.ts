import type { AssistantProfile } from '@deskbell/protocol';
import { browserConnectivity, browserTabs, createChatStore, pageStorage } from '@deskbell/widget';
import { loadWords } from '../words/load-words.ts';
import { mountPanel } from './mount-panel.ts';
import type { Panel, PanelOptions } from './panel.ts';

const loadProfile = async (endpoint: string): Promise<AssistantProfile | null> => {
  try {
    const response = await fetch(`${endpoint}/api/assistant/profile/`);
    const profile = (await response.json()) as AssistantProfile;
    // Anything may answer: a proxy's page has no suggestions.
    return Array.isArray(profile.suggestions) ? profile : null;
  } catch {
    return null;
  }
};

/** Builds a whole chat, closed: conversation, words and panel. What the embed fetches on intent. */
export const startPanel = async (options: PanelOptions): Promise<Panel> => {
  const { endpoint } = options;
  const profile = loadProfile(endpoint);
  const words = await loadWords(options.locale);
  const store = createChatStore({
    endpoint,
    connectivity: browserConnectivity,
    storage: pageStorage(),
    tabs: browserTabs(),
  });
  const allowedHosts = [location.hostname, new URL(endpoint, location.href).hostname];
  const panel = mountPanel({ ...options, ...words, store, profile, allowedHosts });
  store.restore();
  return panel;
};
