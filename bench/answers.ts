/**
 * Measures from a signed HTTP event to the posted reply, beside a Bolt app that only echoes and beside the usual
 * first knowledge bot, each in a process of its own: latency, events a second, start, memory, and growth with the
 * length of a thread and the size of the corpus.
 */
import { percentile } from '../eval/ranking.ts'
import { type Subject, startSubject } from './http/subject.ts'
import { FULL, print, table } from './measure.ts'
import { QUESTIONS } from './questions.ts'

const ROUNDS = FULL ? 40 : 8
const STARTS = FULL ? 7 : 3
const SECONDS = FULL ? 60 : 8
const AT_ONCE = 16
const TURNS = FULL ? 40 : 16
const COPIES = FULL ? [1, 10, 100] : [1, 10]

const SUBJECTS = {
  echo: { name: 'Bolt app that only echoes', script: 'bench/http/echo.mjs' },
  starter: { name: 'Bolt and LangChain BM25Retriever', script: 'bench/http/starter.mjs' },
  ours: { name: 'Rightsize', script: 'dist/main.js' },
} as const

const show = (value: number) => value.toFixed(value < 10 ? 1 : 0)

print(
  `Nine questions of the README and their like, English and Korean, some computed and some answered from notes. Each reply of Rightsize is kept in the inbox before the event is acknowledged, answered once, verified, drawn in blocks, and kept for follow-ups; the other two keep nothing. Sender, Web API and app share the machine; the app runs in a process of its own.`,
)

const rows: (string | number)[][] = []
const medians: Record<string, number> = {}
for (const [id, { name, script }] of Object.entries(SUBJECTS)) {
  const starts: number[] = []
  const firsts: number[] = []
  for (let i = 0; i < STARTS; i++) {
    const subject = await startSubject(script)
    const first = await subject.ask(QUESTIONS[0])
    starts.push(subject.startedIn)
    firsts.push(subject.startedIn + first)
    if (i < STARTS - 1) await subject.stop()
    else
      rows.push([
        name,
        ...(await measured(id, subject)),
        show(percentile(starts, 0.5)),
        show(percentile(firsts, 0.5)),
      ])
  }
}
table(
  [
    'app',
    'events',
    'p50, ms',
    'p95, ms',
    'p99, ms',
    'processor, ms an event',
    'events a second',
    'memory after first, MB',
    'after all, MB',
    'start, ms',
    'first reply after, ms',
  ],
  rows,
)
const ratio = (other: string) => ((medians.ours ?? 0) / (medians[other] ?? 1)).toFixed(1)
print(
  `Rightsize takes ${ratio('echo')} times the echo and ${ratio('starter')} times the starter in the median: what it adds is understanding, sizing with its flip points, checking and keeping an answer; where the time goes is told by the sections engine and scale.`,
)
await threads()
await corpora()

/** One at a time, then so many at once for some seconds. */
async function measured(id: string, subject: Subject): Promise<(string | number)[]> {
  const memory = subject.memory()
  for (const question of QUESTIONS) await subject.ask(question)
  const used = subject.processor()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const question of QUESTIONS) times.push(await subject.ask(question))
  const processor = (subject.processor() - used) / times.length
  const perSecond = await throughput(subject)
  medians[id] = percentile(times, 0.5)
  const after = subject.memory()
  await subject.stop()
  return [
    times.length,
    ...[0.5, 0.95, 0.99].map((at) => show(percentile(times, at))),
    show(processor),
    show(perSecond),
    show(memory),
    show(after),
  ]
}

async function throughput(subject: Subject): Promise<number> {
  const from = performance.now()
  const end = from + SECONDS * 1000
  let answered = 0
  const person = async (offset: number) => {
    for (let turn = offset; performance.now() < end; turn++) {
      await subject.ask(QUESTIONS[turn % QUESTIONS.length] ?? '')
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => person(i)))
  return (1000 * answered) / (performance.now() - from)
}

/** Follow-ups in one thread: how the time of a reply grows with what stands there already. */
async function threads(): Promise<void> {
  print(
    `One thread that grows to ${TURNS} turns, "what if volume doubles?" and "why?" in turn; the mean of a quarter of its turns each, ms.`,
  )
  const grown: (string | number)[][] = []
  for (const { name, script } of Object.values(SUBJECTS)) {
    const subject = await startSubject(script)
    const thread = '900000001.000001'
    for (const question of QUESTIONS) await subject.ask(question)
    await subject.ask(QUESTIONS[0], thread)
    const times: number[] = []
    for (let turn = 0; turn < TURNS; turn++)
      times.push(await subject.ask(turn % 2 === 0 ? 'what if volume doubles?' : 'why?', thread))
    const quarter = TURNS / 4
    grown.push([
      name,
      ...[0, 1, 2, 3].map((q) => {
        const its = times.slice(q * quarter, (q + 1) * quarter)
        return show(its.reduce((sum, t) => sum + t, 0) / its.length)
      }),
    ])
    await subject.stop()
  }
  table(['app', 'first quarter', 'second', 'third', 'last'], grown)
}

/** The starter scores every note at every question; how ours grows is measured at the retriever itself. */
async function corpora(): Promise<void> {
  print(
    'The starter as its notes are multiplied, a question from the notes; the section on retrieval as the corpus grows has the same for Rightsize, whose other work does not depend on the corpus.',
  )
  const grown: (string | number)[][] = []
  for (const copies of COPIES) {
    const subject = await startSubject(SUBJECTS.starter.script, { COPIES: String(copies) })
    const times: number[] = []
    for (let i = 0; i < 12; i++) times.push(await subject.ask(QUESTIONS[2]))
    grown.push([
      copies,
      show(percentile(times, 0.5)),
      show(subject.startedIn),
      show(subject.memory()),
    ])
    await subject.stop()
  }
  table(['times the notes', 'p50, ms', 'start, ms', 'memory, MB'], grown)
}
