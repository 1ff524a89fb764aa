import { signOut } from './account-client.ts';
import { readSession } from './session.ts';

/** What the sign-in for staff says to customers who are signed in. */
export interface StaffEntrance {
  /**
   * Whether whoever is signed in may go on to the console; a customer is told why not. The server
   * decides again, also for whom this page could not find out.
   */
  isOpen(): Promise<boolean>;
}

const find = <Found extends Element>(parent: ParentNode, selector: string): Found => {
  const found = parent.querySelector<Found>(selector);
  if (found === null) throw new Error(`The page has no "${selector}".`);
  return found;
};

/** Beside `form` is the notice for customers (`data-customer`) with a button to sign out in it. */
export const createStaffEntrance = (form: HTMLFormElement): StaffEntrance => {
  const notice = find<HTMLElement>(document, '[data-customer]');
  const address = find<HTMLElement>(notice, '[data-customer-email]');
  const leave = find<HTMLButtonElement>(notice, '[data-sign-out]');
  const failure = find<HTMLElement>(notice, '[data-sign-out-failure]');

  leave.addEventListener('click', async () => {
    failure.hidden = true;
    leave.setAttribute('aria-disabled', 'true');
    const outcome = await signOut();
    leave.removeAttribute('aria-disabled');
    failure.hidden = outcome.ok;
    if (!outcome.ok) return;
    notice.hidden = true;
    find<HTMLInputElement>(form, 'input[name="email"]').focus();
  });

  return {
    isOpen: async () => {
      const session = await readSession();
      const isCustomer = session.kind === 'signed_in' && !session.isStaff;
      notice.hidden = !isCustomer;
      if (!isCustomer) return true;
      address.textContent = session.email;
      notice.focus();
      return false;
    },
  };
};
