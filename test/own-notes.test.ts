import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../src/answering/answer-question.ts'
import { answerText } from '../src/answering/plain-text.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { NOW } from './support/knowledge.ts'

const NOTE = `---
id: acme-routing-2026
title: "Routing pilot of the claims desk"
title_ko: "보험금 청구 부서의 라우팅 실험"
authors: [Acme Data Team]
year: 2026
lang: en
group: routing
gist_en: "On the claims desk a router kept accuracy and sent a fifth of the letters to the large model."
gist_ko: "청구 부서에서 라우터는 정확도를 지키면서 편지의 5분의 1만 큰 모델로 보냈습니다."
claims:
  - id: acme-routing-2026.share
    text_en: "In the pilot of the claims desk the router sent 21% of the letters to the large model at equal accuracy."
    text_ko: "청구 부서 실험에서 라우터는 같은 정확도로 편지의 21%를 큰 모델로 보냈습니다."
    value: 21
    unit: "%"
    basis: published
    about: [figure, finding]
questions_en:
  - "What did our claims desk pilot of routing find?"
  - "How many letters went to the large model at the claims desk?"
  - "Did the claims desk lose accuracy with the router?"
questions_ko:
  - "청구 부서 라우팅 실험 결과가 뭐였지?"
  - "청구 부서에서 큰 모델로 간 편지는 얼마나 돼?"
  - "청구 부서 라우터 때문에 정확도가 떨어졌어?"
concepts: [routing]
retrieved_at: 2026-11-20
licence: own
---
`

function company() {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-own-'))
  mkdirSync(join(folder, 'notes', 'evidence'), { recursive: true })
  writeFileSync(join(folder, 'notes', 'evidence', 'acme-routing-2026.md'), NOTE)
  return {
    KNOWLEDGE_DIR: join(folder, 'notes'),
    DATA_DIR: join(folder, 'data'),
    EMBEDDINGS: 'lsa' as const,
  }
}

describe('notes of the company', () => {
  it('stand beside the shipped ones and are cited', async () => {
    const { knowledge } = await openKnowledge(company(), () => NOW)
    const { answer } = await answerQuestion(
      'What did our claims desk pilot of routing find?',
      knowledge,
    )
    expect(answer.kind).toBe('answer')
    expect(answerText(answer)).toContain('21% of the letters')
    expect(answer.citations.map((c) => c.id)).toContain('acme-routing-2026')
    expect(knowledge.corpus.note('kaplan-2020')).toBeDefined()
  })
  it('have their index in the data folder, built once', async () => {
    const config = company()
    expect((await openKnowledge(config, () => NOW)).index).toMatch(
      /HNSW index of \d+ vectors is in use/,
    )
    const built = statSync(join(config.DATA_DIR, 'index')).mtimeMs
    await openKnowledge(config, () => NOW)
    expect(statSync(join(config.DATA_DIR, 'index')).mtimeMs).toBe(built)
  })
  it('are indexed in memory where the data folder cannot be written', async () => {
    const config = company()
    writeFileSync(config.DATA_DIR, 'a file where the folder should be')
    expect((await openKnowledge(config, () => NOW)).index).toContain('in memory')
  })
})
