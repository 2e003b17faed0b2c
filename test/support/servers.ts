import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** Servers on loopback that live as long as a suite. */
export function servers() {
  const closing: (() => void)[] = []
  return {
    /** Starts one; its address without a slash at the end. */
    serving: async (answer: RequestListener): Promise<string> => {
      const server = createServer(answer).listen(0, '127.0.0.1')
      await once(server, 'listening')
      closing.push(() => {
        server.closeAllConnections()
        server.close()
      })
      const address = server.address()
      return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    },
    close: () => {
      for (const close of closing) close()
    },
  }
}
