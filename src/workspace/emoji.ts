/** Emojis by the names Slack gives them, as far as they are used here; others are shown by name. */
const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  eyes: '👀',
  white_check_mark: '✅',
  heart: '❤️',
  tada: '🎉',
  thinking_face: '🤔',
  warning: '⚠️',
  bulb: '💡',
  bar_chart: '📊',
  chart_with_upwards_trend: '📈',
  chart_with_downwards_trend: '📉',
  moneybag: '💰',
  seedling: '🌱',
  hourglass_flowing_sand: '⏳',
  memo: '📝',
  link: '🔗',
}

/** The ones offered for a message, the most usual first. */
export const OFFERED = ['+1', 'eyes', 'white_check_mark', 'tada', 'thinking_face', 'heart'] as const

/** The character behind a name; undefined when it is none of those used here. */
export function emojiOf(name: string): string | undefined {
  return Object.hasOwn(EMOJI, name) ? EMOJI[name] : undefined
}
