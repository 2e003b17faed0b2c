import { createServer, type Server, type ServerResponse } from 'node:http'

/** What an operator's tools ask for. */
export type Asked = Readonly<{
  /** Why the process cannot serve now; nothing when it can. */
  reasons: () => Promise<readonly string[]>
  metrics: () => Promise<string>
  contentType: string
}>

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can serve; else 503 with the reasons) and
 * `/metrics`. Port 0 picks a free one.
 * @throws {Error} as Node gives it when the port cannot be listened on
 */
export function serveOperation(
  { port, host }: Readonly<{ port: number; host: string }>,
  asked: Asked,
): Promise<Readonly<{ port: number; close: () => void }>> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(response, 405, 'Only GET and HEAD are answered here.')
    answer(new URL(request.url ?? '/', 'http://operation').pathname, response, asked).catch(() =>
      plain(response, 500, 'This could not be read.'),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () =>
      resolve({
        port: portOf(server) ?? port,
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      }),
    )
  })
}

async function answer(path: string, response: ServerResponse, asked: Asked): Promise<void> {
  if (path === '/healthz') return plain(response, 200, 'ok')
  if (path === '/readyz') {
    const reasons = await asked.reasons()
    return reasons.length === 0
      ? plain(response, 200, 'ready')
      : plain(response, 503, reasons.join('\n'))
  }
  if (path === '/metrics') return plain(response, 200, await asked.metrics(), asked.contentType)
  plain(response, 404, 'There are /healthz, /readyz and /metrics.')
}

function plain(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response
    .writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
    .end(text.endsWith('\n') ? text : `${text}\n`)
}

function portOf(server: Server): number | undefined {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : undefined
}
