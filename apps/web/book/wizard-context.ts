import type { BookingOptions } from '@deskbell/protocol';
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { BookingApi } from './api.ts';
import type { ServiceAreaOption } from './service-areas.ts';
import type { WizardState } from './wizard-state.ts';
import type { WizardStore } from './wizard-store.ts';

export interface WizardValue {
  store: WizardStore;
  state: WizardState;
  options: BookingOptions;
  areas: readonly ServiceAreaOption[];
  api: BookingApi;
}

export const WizardContext = createContext<WizardValue | undefined>(undefined);

/** The wizard around a component. Throws outside of one. */
export const useWizard = (): WizardValue => {
  const value = useContext(WizardContext);
  if (value === undefined) throw new Error('There is no wizard around this component.');
  return value;
};

/** The store's newest state; the component is drawn again with every change. */
export const useWizardState = (store: WizardStore): WizardState => {
  const [state, setState] = useState(store.state);
  useLayoutEffect(() => {
    const read = () => setState(store.state());
    read();
    return store.subscribe(read);
  }, [store]);
  return state;
};
