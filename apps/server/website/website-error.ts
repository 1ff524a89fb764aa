/** The website cannot be served as it was built; the message is for the operator. */
export class WebsiteError extends Error {
  override readonly name = 'WebsiteError';
}
