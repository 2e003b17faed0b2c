import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of a company's own notes, by file name, and the configuration that mounts it. */
export function company(notes: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-own-'))
  const evidence = join(folder, 'notes', 'evidence')
  mkdirSync(evidence, { recursive: true })
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(evidence, name)), { recursive: true })
    writeFileSync(join(evidence, name), text)
  }
  for (const [name, text] of Object.entries(notes)) write(name, text)
  return {
    write,
    config: {
      KNOWLEDGE_DIR: join(folder, 'notes'),
      DATA_DIR: join(folder, 'data'),
      EMBEDDINGS: 'lsa' as const,
    },
  }
}

/** A note of the company's own; what is given replaces a sentence or a list of its own. */
export function ownNote(over: Readonly<Record<string, unknown>> = {}, body = ''): string {
  const id = String(over.id ?? 'acme-routing-2026')
  const front = {
    id,
    title: 'Routing pilot of the claims desk',
    title_ko: '보험금 청구 부서의 라우팅 실험',
    authors: ['Acme Data Team'],
    year: 2026,
    lang: 'en',
    group: 'routing',
    gist_en: 'On the claims desk a router sent a fifth of the letters to the large model.',
    gist_ko: '청구 부서에서 라우터는 편지의 5분의 1만 큰 모델로 보냈습니다.',
    claims: [
      {
        id: `${id}.share`,
        text_en:
          'In the pilot of the claims desk the router sent 21% of the letters to the large model.',
        text_ko: '청구 부서 실험에서 라우터는 편지의 21%를 큰 모델로 보냈습니다.',
        value: 21,
        unit: '%',
        basis: 'published',
        about: ['figure', 'finding'],
      },
    ],
    questions_en: [
      'What did our claims desk pilot of routing find?',
      'How many letters went to the large model at the claims desk?',
      'Did the claims desk lose accuracy with the router?',
    ],
    questions_ko: [
      '청구 부서 라우팅 실험 결과가 뭐였지?',
      '청구 부서에서 큰 모델로 간 편지는 얼마나 돼?',
      '청구 부서 라우터 때문에 정확도가 떨어졌어?',
    ],
    concepts: ['routing'],
    retrieved_at: '2026-11-20',
    licence: 'own',
    ...over,
  }
  return `---\n${JSON.stringify(front, null, 2)}\n---\n${body}\n`
}
