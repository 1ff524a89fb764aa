export { ChatWidget, type ChatWidgetProps } from './chat-widget.ts';
export {
  type ChatStatus,
  type ChatStream,
  type ChatStreamOptions,
  useChatStream,
} from './use-chat-stream.ts';
