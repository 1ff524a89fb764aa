/** Who asks at the front desk, as the server knows it from the session cookie. */
export type FrontDeskPrincipal = { kind: 'visitor' } | { kind: 'customer'; customerId: string };
