import { watch } from 'node:fs'
import { type KnowledgeConfig, type OpenedForAll, openForAll } from './knowledge.ts'

/** How long the folder must be quiet before it is read again. */
const QUIET_MS = 300

/**
 * Opens the knowledge again whenever the company's own folder changes, and hands it over whole; while
 * the folder cannot be used the knowledge before stays in use, and `failed` is told why.
 * @returns a function that ends the watch
 */
export function watchKnowledge(
  config: KnowledgeConfig,
  at: () => string,
  changed: (opened: OpenedForAll) => void,
  failed: (error: unknown) => void,
): () => void {
  if (config.KNOWLEDGE_DIR === undefined) return () => undefined
  let timer: NodeJS.Timeout | undefined
  let work: Promise<void> = Promise.resolve()
  const again = () => {
    work = work.then(() => openForAll(config, at)).then(changed, failed)
  }
  const watcher = watch(config.KNOWLEDGE_DIR, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(again, QUIET_MS)
  })
  watcher.on('error', failed)
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
