import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the shipped knowledge and its index lie: beside `src` and beside `dist` alike. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Folder below the company's own in which each workspace has notes that only it sees. */
export const WORKSPACE_NOTES = 'workspaces'

/** Folders of the shipped knowledge and, after them, of the company's own, and of one workspace's notes. */
export function knowledgePaths(own: string | undefined, workspace?: string) {
  const folders = [join(ROOT, 'knowledge'), ...(own === undefined ? [] : [own])]
  const apart =
    own === undefined || workspace === undefined ? [] : [join(own, WORKSPACE_NOTES, workspace)]
  return {
    evidence: [...folders, ...apart].map((f) => join(f, 'evidence')),
    catalog: folders.map((f) => join(f, 'catalog')),
    defaults: join(ROOT, 'knowledge', 'catalog', 'defaults.yml'),
    concepts: join(ROOT, 'knowledge', 'concepts.yml'),
    otherFields: join(ROOT, 'knowledge', 'other-fields.yml'),
    ordinaryNames: join(ROOT, 'knowledge', 'ordinary-names.txt'),
    calibration: join(ROOT, 'knowledge', 'calibration.json'),
    offTopic: join(ROOT, 'knowledge', 'off-topic.txt'),
    sampleSpend: join(ROOT, 'knowledge', 'sample', 'spend.csv'),
    index: join(ROOT, 'dist', 'index'),
    preparedTexts: join(ROOT, 'dist', 'prepared-texts.json'),
    fonts: {
      family: 'Pretendard',
      files: ['Regular', 'Bold'].map((w) => join(ROOT, 'assets', 'fonts', `Pretendard-${w}.otf`)),
    },
  }
}
