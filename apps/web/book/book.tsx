import { render } from 'preact';
import { mayBeSignedIn, readSession, watchSignedIn } from '../account/session.ts';
import { createBookingApi } from './api.ts';
import { createDraftStorage } from './draft-storage.ts';
import { createNavigation } from './navigation.ts';
import { readBookingOptions } from './options.ts';
import { readServiceAreas } from './service-areas.ts';
import { Wizard } from './wizard.tsx';
import { useWizardState, WizardContext } from './wizard-context.ts';
import { createWizardStore } from './wizard-store.ts';

const SESSION_TIMEOUT_MS = 8000;

const place = document.getElementById('booking');
if (place !== null) {
  const options = readBookingOptions(document);
  const areas = readServiceAreas(document);
  const api = createBookingApi();
  const store = createWizardStore({
    options,
    api,
    storage: createDraftStorage(() => sessionStorage),
    navigation: createNavigation(),
    readSession: async () =>
      mayBeSignedIn()
        ? await readSession(AbortSignal.timeout(SESSION_TIMEOUT_MS))
        : { kind: 'signed_out' },
  });
  const Book = () => {
    const state = useWizardState(store);
    return (
      <WizardContext.Provider value={{ store, state, options, areas, api }}>
        <Wizard />
      </WizardContext.Provider>
    );
  };
  watchSignedIn((_isSignedIn, { isByChoice }) => {
    if (isByChoice) store.forget();
    else void store.followSession();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.resume();
  });
  void store.start();
  place.replaceChildren();
  render(<Book />, place);
}
