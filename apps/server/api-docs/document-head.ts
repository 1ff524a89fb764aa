const DESCRIPTION = `A front desk that answers customers, and a back office that reads a business's mail and answers its staff.

Times are RFC 3339 in UTC, ids are UUIDs. Paths work with and without the last slash. Fields that a request does not know are refused unless it says otherwise; answers may get new fields.

A refusal outside a stream is a problem document (RFC 9457, \`application/problem+json\`): \`detail\` is a sentence for people, repeated as \`error\`; \`code\` is for programs and does not change. Beside the refusals listed with a route, each can be 400 \`body_too_large\`, 500 \`internal\`, and 503 \`unavailable\` with \`Retry-After\` while the server restarts or its database does not answer. Requests that are not HTTP, too slow or with too large headers are refused before that, with 400, 408 or 431.

Lists are pages: \`limit\`, and \`next_cursor\`, null on the last page, to be given back unchanged as \`cursor\` with the same filters.`;

/** The tag of the routes that ask for the role `admin`. */
export const FOR_ADMINISTRATORS = 'staff';

/** What the document says before its first route. */
export const head = {
  description: DESCRIPTION,
  /** In the order in which they are shown. */
  tags: [
    { name: 'front desk', description: 'The chat for customers. Open to anyone.' },
    {
      name: 'bookings',
      description: 'What can be booked and for how much, booking it, and what was booked.',
    },
    { name: 'accounts', description: 'Signing up, in and out, for customers and staff.' },
    {
      name: 'back office chat',
      description: 'Staff ask about the state of the mail: sessions, messages and their answers.',
    },
    { name: 'mail in', description: 'Mail that programs hand in over HTTP.' },
    { name: 'mail', description: 'The stored mail, and what the agents made of it.' },
    { name: 'work', description: 'What came out of the mail, and what people decide about it.' },
    {
      name: 'conversations',
      description: "What the front desk's conversations were; what was said is for administrators.",
    },
    {
      name: FOR_ADMINISTRATORS,
      description: 'API keys and the accounts of staff. For administrators.',
    },
    { name: 'operators', description: 'How the service is, and this document.' },
  ],
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'deskbell.session_token',
      description:
        'The cookie of a signed-in account; over https its name begins with `__Secure-`. With it, requests that change something need an `Origin` header of this server, which browsers send.',
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'An API key, as `Authorization: Bearer …`.',
    },
    apiKey: {
      type: 'apiKey',
      in: 'header',
      name: 'X-API-Key',
      description: 'An API key in a header of its own.',
    },
  },
} as const;
