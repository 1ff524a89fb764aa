import type { SignIn } from './sign-in.ts';

export interface DemoCustomer {
  id: string;
  name: string;
  email: string;
}

/**
 * Lets the demonstration's customers sign in. May run at every start: accounts that exist are
 * left as they are. Resolves to the number of new ones.
 */
export async function seedDemoAccounts({
  signIn,
  customers,
  password,
}: {
  signIn: SignIn;
  customers: readonly DemoCustomer[];
  password: string;
}): Promise<number> {
  const created = await Promise.all(
    customers.map(({ id, name, email }) =>
      signIn.createAccount({ id, name, email, password, role: 'customer' }),
    ),
  );
  return created.filter(Boolean).length;
}
