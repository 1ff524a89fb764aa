/** Someone who can sign in to the demonstration. The id is the account's and the customer's. */
export interface DemoCustomer {
  id: string;
  name: string;
  email: string;
  phone: string;
}

/** Public on purpose: demo accounts exist only where the demonstration is seeded. */
export const DEMO_PASSWORD = 'deskbell-demo';

export const demoCustomers: readonly [DemoCustomer, DemoCustomer] = [
  {
    id: '5d0c7a3e-1f64-4b0a-9c52-0a6f2e8b1d01',
    name: 'Maya Brooks',
    email: 'maya@example.com',
    phone: '(212) 555-0142',
  },
  {
    id: '5d0c7a3e-1f64-4b0a-9c52-0a6f2e8b1d02',
    name: 'Daniel Ortiz',
    email: 'daniel@example.com',
    phone: '(718) 555-0187',
  },
];
