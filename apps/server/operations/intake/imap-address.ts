/** A mailbox to fetch mail from. */
export interface ImapAddress {
  host: string;
  port: number;
  isEncrypted: boolean;
  user: string;
  password: string;
  folder: string;
  /** What the mailbox is called in the database and the log: everything but the password. */
  name: string;
}

/**
 * Reads imaps://user:password@host:port/folder; user, password and folder percent-encoded where
 * they need it, INBOX without a folder. Throws, without showing the address, for one without user.
 */
export function readImapAddress(text: string): ImapAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isImap = url?.protocol === 'imap:' || url?.protocol === 'imaps:';
  if (url === undefined || !isImap || url.hostname === '' || url.username === '') {
    throw new Error('The mailbox should be given as imaps://user:password@host/folder.');
  }
  const isEncrypted = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decode(url.username);
  const folder = decode(url.pathname.replace(/^\//, '')) || 'INBOX';
  return {
    host,
    port: url.port === '' ? (isEncrypted ? 993 : 143) : Number(url.port),
    isEncrypted,
    user,
    password: decode(url.password),
    folder,
    name: `imap:${user}@${host}/${folder}`,
  };
}

/** A percent sign that encodes nothing stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
