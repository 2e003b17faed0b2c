import { z } from 'zod'
import { coverageOf } from '../../sizing/coverage.ts'
import type { SizingInput } from '../../sizing/request.ts'
import type { Answer, SectionKind } from '../answer.ts'
import { answerByComputing } from '../answer-by-computing.ts'
import { say } from '../compose/say.ts'
import type { Understanding } from '../understand.ts'
import { type About, type Outcome, planTool } from './part.ts'
import { FACT_KEYS, type FactKey, readFact } from './read-fact.ts'
import { taskAssumed } from './task-assumed.ts'

const SIZED = { en: 'The workload: {task}', ko: '업무: {task}' }
const BY_PLACE = { en: 'Carbon by place: {places}', ko: '지역별 탄소: {places}' }

/** The longest words that an argument takes. */
export const Words = z.string().min(1).max(200)
/** Conditions that a question states or takes back as a whole; a tool does not change what the rules read. */
const CONDITIONS = ['hosting', 'batch', 'data', 'residency', 'cache'] as const
const MOST_PLACES = 6

const SizeArguments = z.strictObject(
  Object.fromEntries(FACT_KEYS.map((key) => [key, Words.optional()])) as Record<
    FactKey,
    z.ZodOptional<typeof Words>
  >,
)
const RegionArguments = z.strictObject({
  task: Words.optional(),
  volume: Words.optional(),
  regions: z.array(Words).min(2).max(MOST_PLACES),
})

export const sizeWorkload = planTool(
  'size_workload',
  'Compares models for one workload: money, quality, latency, energy, carbon. Each argument holds the very words of the question; task, models and region may be names or ids of the catalogue, models separated by commas.',
  SizeArguments,
  async (args, about) => {
    const read = readArguments(args, about)
    if ('unread' in read) return notRead(read.unread)
    const { understood } = about
    const { aspect } = understood
    return sized(
      {
        ...about,
        understood: {
          ...understood,
          aspect: aspect === undefined || aspect === 'carbon' ? 'verdict' : aspect,
          regions: [],
        },
      },
      read.input,
    )
  },
)

export const compareRegions = planTool(
  'compare_regions',
  'Compares the carbon of one workload between two or more places of the catalogue. The volume holds the very words of the question.',
  RegionArguments,
  async ({ regions, ...args }, about) => {
    const { catalog } = about.knowledge
    const places = regions.map((name) => ({ name, region: catalog.region(name) }))
    const known = [...new Set(places.flatMap(({ region }) => region ?? []))]
    const unread = places.filter((p) => !p.region).map((p) => p.name)
    const read = readArguments(args, about)
    if ('unread' in read || unread.length > 0)
      return notRead([...unread, ...('unread' in read ? read.unread : [])])
    if (known.length < 2) return { told: 'Nothing was done: two different places are needed.' }
    return placed(
      { ...about, understood: { ...about.understood, aspect: 'carbon', regions: known } },
      read.input,
    )
  },
)

async function sized(about: About, input: SizingInput): Promise<Outcome> {
  const answer = await computed(about, input)
  const { recommendation, language } = answer
  if (!recommendation) return { told: 'Nothing was done: the workload cannot be sized so.' }
  const task = about.knowledge.catalog.task(recommendation.request.task.value)
  return {
    told: `Sized as ${task?.id}; the verdict, the options and what would flip it are shown to the asker.`,
    part: {
      tool: 'size_workload',
      title: say(SIZED, language, { task: task?.label[language] ?? '' }),
      answer,
      same: recommendation.replay,
      input,
    },
  }
}

async function placed(about: About, input: SizingInput): Promise<Outcome> {
  const answer = shortened(await computed(about, input), ['explanation', 'restated', 'caveats'])
  const { language, recommendation } = answer
  if (!recommendation) return { told: 'Nothing was done: the workload cannot be sized so.' }
  const { regions } = about.understood
  const names = regions.flatMap(({ label }, i) => [
    ...(i > 0 ? [{ text: ', ' }] : []),
    { name: label[language] },
  ])
  return {
    told: `The carbon in ${regions.map((r) => r.id).join(', ')} is shown to the asker.`,
    part: {
      tool: 'compare_regions',
      title: say(BY_PLACE, language, { places: names }),
      answer,
      same: [recommendation.replay, ...regions.map((r) => r.id)].join(' '),
    },
  }
}

/** An answer with some of its sections, and the figures that stand in them. */
export function shortened(answer: Answer, kinds: readonly SectionKind[]): Answer {
  const sections = answer.sections.filter((s) => kinds.includes(s.kind))
  const shown = new Set(
    sections.flatMap((s) => s.sentences.flat().flatMap((x) => ('figure' in x ? x.figure : []))),
  )
  const estimates = answer.estimates.filter((e) => shown.has(e.id))
  return { ...answer, sections, estimates, coverage: coverageOf(estimates) }
}

/** The same computation as for a question of its own; what else the question asks is no evidence for it. */
async function computed({ understood, knowledge }: About, input: SizingInput): Promise<Answer> {
  const { missing: _stated, ...rest } = understood
  const workload: Understanding = { ...rest, input, text: '' }
  const isStated = input.task === undefined || input.task === understood.input.task
  const answer = await answerByComputing(workload, isStated ? knowledge : taskAssumed(knowledge))
  return { ...answer, question: understood.text }
}

type Read = Readonly<{ input: SizingInput }> | Readonly<{ unread: readonly string[] }>

/** What the rules read of the question, and over it what the arguments point at; all of them must be readable. */
function readArguments(
  args: Readonly<Partial<Record<FactKey, string | undefined>>>,
  about: About,
): Read {
  const stated = about.understood.input
  const read = FACT_KEYS.flatMap((key) => {
    const words = args[key]
    return words === undefined ? [] : [{ words, input: readArgument(key, words, about) }]
  })
  const unread = read.filter((r) => r.input === undefined).map((r) => r.words)
  if (unread.length > 0) return { unread }
  const conditions = Object.fromEntries(
    CONDITIONS.flatMap((key) => (stated[key] === undefined ? [] : [[key, stated[key]]])),
  )
  return { input: Object.assign({}, stated, ...read.map((r) => r.input), conditions) }
}

/** Names of the catalogue need not stand in the question; everything else has to. */
function readArgument(
  key: FactKey,
  words: string,
  { understood: { text, language }, knowledge: { catalog, defaults } }: About,
): SizingInput | undefined {
  const fact = () => readFact({ key, span: words }, { text, language, catalog, defaults })?.input
  switch (key) {
    case 'task': {
      const task = catalog.task(words)
      return task && { task: task.id }
    }
    case 'region': {
      const region = catalog.region(words)
      return region ? { region: region.id } : fact()
    }
    case 'current-model': {
      const model = catalog.model(words)
      return model ? { 'current-model': model.id } : fact()
    }
    case 'candidates': {
      const models = words.split(',').map((name) => catalog.model(name.trim())?.id)
      const known = models.filter((id) => id !== undefined)
      return known.length === models.length && known.length <= MOST_PLACES
        ? { candidates: [...new Set(known)] }
        : fact()
    }
    default:
      return fact()
  }
}

function notRead(words: readonly string[]): Outcome {
  const named = words.map((w) => `“${w}”`).join(', ')
  return {
    told: `Nothing was done: ${named} does not stand in the question so that it can be read, or is not in the catalogue. Use the very words of the question.`,
  }
}
