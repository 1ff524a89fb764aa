import { createPhraseFinder, wordsOf } from '../../text/words.ts';
import { type Warning, warning } from './warning.ts';

const findPhrases = createPhraseFinder({
  strong:
    'ignore|disregard|forget|override|bypass all|any|your|the previous|prior|above|earlier|preceding|foregoing|existing|other instruction|instructions|prompt|prompts|rules|guidelines|directives|context|commands, ignore|disregard|forget|override|bypass all|any of the|your|these instructions|rules|guidelines|prompts, ignore|disregard|forget|override|bypass all|any of the|your previous|prior|above|earlier|other instructions|rules|guidelines|prompts, ignore|disregard|forget|override previous|prior|all|your|any instructions|prompts|guidelines|directives|programming|training, ignore|disregard|forget everything above|before|prior|previous|you, system|developer prompt|override, your system|hidden|initial|original prompt|instructions, new system instructions|prompt, reveal|repeat|output|print|show your system|instructions|prompt, do not tell|inform|alert|notify the|your user|operator|human|owner, without telling|informing|notifying the|your user|operator|human|owner, enter|enable|activate developer mode, jailbreak, jailbroken, do anything now, note|message|instruction|instructions|memo to|for the|any|all|an ai|llm|llms|ais|chatbot|bot|bots, note|message|instruction|instructions|attention to|for ai|llm|llms|bots, attention ai|llm|assistant|bot, to the|any|all ai|llm|chatbot assistant|agent|model|system|reading|processing, if|because|since|when you are|re an|a|any ai|llm|bot|chatbot, you are an|a|now ai|llm|chatbot, you are|re now in|an|a|unrestricted|free, act as an|a|if ai|llm|you, as an ai, as an ai language model, as a large|language model|language, you are a|an helpful|ai|automated|email|mail|intelligent assistant|agent, you are a|an language|large, if you are a|an language|large|ai|automated|automatic|email|intelligent|robot|machine, ai|llm assistant|agent|model must|should|shall|reading|processing, when summarizing|summarising|processing|classifying|triaging|analyzing|analysing this the|email|mail|message, mark this email|mail|message|invoice as safe|approved|trusted|paid|verified|legitimate, classify this email|mail|message as, set the urgency|confidence|risk|category|score, set urgency|confidence|risk|category|priority to, set your confidence|risk|urgency, confidence to 1|100|high|maximum, skip the|any human|manual review|approval, skip human|review|manual, without human|manual review|approval|confirmation|intervention, do not flag|quarantine this|the|it, do not require human|review|approval, auto approve|approved this|the|it|all, automatically approve, approve automatically, execute the following|this|these instructions|commands|actions|command|tool, call the tool|function, tool call, begin|start|new system instructions|prompt',
});
/** Marks by which prompts of language models are divided: nobody writes them to people. */
const marks =
  /<\|?(?:im_start|im_end|system|endoftext|start_header_id|eot_id|assistant)\|?>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|instructions?|user_query|tool_call|function_call)>|^\s{0,5}#{2,4}\s?(?:system|instruction|new instructions?)\b|^\s{0,5}(?:system|assistant)\s{0,3}:/im;

const longest = 50_000;

/**
 * Text that speaks to software instead of people, anywhere in the mail. It makes no rule obey; it
 * says that somebody tried. A customer's "are you a bot?" is not meant.
 */
export function warnOfSoftwareInstructions(texts: readonly string[]): Warning[] {
  for (const whole of texts) {
    const text = whole.slice(0, longest);
    const mark = marks.exec(text);
    const hit = findPhrases(wordsOf(text, 10_000)).find(
      ({ start, phrase }) => !(phrase.startsWith('you are') && isQuestionAt(text, start)),
    );
    const at = mark?.index ?? hit?.start;
    if (at !== undefined) {
      return [
        warning(
          'instructions_to_software',
          'Part of its text gives orders to software, not to people. They were not followed.',
          around(text, at),
        ),
      ];
    }
  }
  return [];
}

function isQuestionAt(text: string, start: number): boolean {
  const rest = text.slice(start, start + 120);
  const end = rest.search(/[.!?\n]/);
  return end >= 0 && rest[end] === '?';
}

/** Exact words of the text: up to 200 characters from a line's or word's beginning. */
function around(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const start = at - lineStart <= 80 ? lineStart : text.lastIndexOf(' ', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  return text.slice(start, Math.min(lineEnd === -1 ? text.length : lineEnd, start + 200)).trim();
}
