/**
 * No door takes a longer message. It is above what the reader takes (25 MB): a message in between
 * is stored and its execution ends `failed`, so that people learn of it from its header.
 */
export const MAX_MESSAGE_BYTES = 35 * 1024 * 1024;

export const TOO_LARGE = 'the message is larger than 35 MB';
