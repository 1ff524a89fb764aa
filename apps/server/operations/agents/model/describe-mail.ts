import { type Email, textOf } from '../../mail/email.ts';
import type { AgentInputs, AgentSettings } from '../agent.ts';

const MOST_CHARACTERS = 20_000;

const cut = (text: string): string => text.slice(0, MOST_CHARACTERS).toWellFormed();

/** What a language model reads of a mail: one JSON document and nothing around it. */
export function describeInput<Name extends keyof AgentInputs>(
  agent: Name,
  input: AgentInputs[Name],
): string {
  return JSON.stringify({
    email: describeMail(input.email, input.settings),
    ...more(agent, input),
  });
}

function describeMail(email: Email, settings: AgentSettings) {
  const { envelope, attachments, hiddenText } = email;
  return {
    from: envelope.from,
    reply_to: envelope.replyTo,
    to: envelope.to.slice(0, 10),
    subject: envelope.subject,
    written_on: (envelope.sentAt ?? email.acceptedAt).toLocaleString('sv-SE', {
      timeZone: settings.timezone,
    }),
    weekday: (envelope.sentAt ?? email.acceptedAt).toLocaleDateString('en-US', {
      timeZone: settings.timezone,
      weekday: 'long',
    }),
    timezone: settings.timezone,
    text: cut(textOf(email)),
    forwarded: cut(textOf(email, ['forwarded'])),
    hidden_characters_removed: hiddenText.characters,
    attachments: attachments.slice(0, 50).map((attachment) => ({
      position: attachment.position,
      filename: attachment.filename,
      content_type: attachment.contentType,
      size_bytes: attachment.sizeBytes,
    })),
  };
}

function more<Name extends keyof AgentInputs>(agent: Name, input: AgentInputs[Name]): object {
  if (agent === 'deadline') {
    const { vision } = input as AgentInputs['deadline'];
    return { attachment_text: cut(vision?.extracted_text ?? '') };
  }
  if (agent === 'task') return { triage: (input as AgentInputs['task']).triage };
  if (agent !== 'context') return {};
  const { results, history } = input as AgentInputs['context'];
  return {
    found: Object.fromEntries(
      Object.entries(results).map(([name, result]) => [
        name,
        { findings: result.findings, confidence: result.confidence },
      ]),
    ),
    history,
  };
}
