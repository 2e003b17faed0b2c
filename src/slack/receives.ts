import { type App, SocketModeReceiver } from '@slack/bolt'

/** Whether events reach the app now: over Socket Mode only while its connection stands. */
export function receives(app: App): boolean {
  // Bolt makes the receiver itself and has no other way to ask how its connection is.
  const receiver: unknown = Reflect.get(app, 'receiver')
  return !(receiver instanceof SocketModeReceiver) || receiver.client.websocket?.isActive() === true
}
