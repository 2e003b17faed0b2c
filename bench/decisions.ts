/**
 * Simulates companies whose true qualities and costs are known to the bench alone, and counts what each way of
 * choosing a model loses against a chooser that knows them. 250 companies a world; with `--full` 10,000.
 */
import { join } from 'node:path'
import { mean } from '../eval/ranking.ts'
import { type Defaults, loadDefaults } from '../src/catalog/defaults.ts'
import { seeded } from '../src/engine/random.ts'
import { openCatalog } from '../src/knowledge.ts'
import { knowledgePaths } from '../src/knowledge-paths.ts'
import { createSizer } from '../src/sizing/size-model.ts'
import { createAdviser, rules, type WhenUndecided } from './decisions/choosers.ts'
import { drawCompany, saysAll } from './decisions/companies.ts'
import { METHOD } from './decisions/method.ts'
import { type Played, play } from './decisions/play.ts'
import { publishedFamilies } from './decisions/published-families.ts'
import {
  confidence,
  losses,
  outcomes,
  points,
  type Result,
  whereItLoses,
  worst,
} from './decisions/tables.ts'
import { type World, worlds } from './decisions/worlds.ts'
import { FULL, print, table } from './measure.ts'

const COUNT = FULL ? 10_000 : 250
const AT = '2026-11-24T12:00:00.000Z'
const SEED = 20261129
const LEAST_B = 3

const catalog = openCatalog({ KNOWLEDGE_DIR: undefined })
const shipped = loadDefaults(knowledgePaths(undefined).defaults)
const scores = join(import.meta.dirname, '../knowledge/data/benchmarks_by_size.csv')
const used = new Set(catalog.tasks.map((t) => t.quality.harness))
const [families, larger] = [0, LEAST_B].map((least) => publishedFamilies(scores, used, least))
const all = worlds({ catalog, defaults: shipped, families: families ?? [], larger: larger ?? [] })
const random = seeded(SEED)
const companies = Array.from({ length: COUNT }, () => drawCompany(random, catalog, shipped))

type Change = Readonly<{ defaults?: Partial<Defaults>; when?: WhenUndecided }>

/** The same companies with the same truths, whatever is changed. */
function played(world: World, { defaults: changed = {}, when = 'stays' }: Change = {}): Played[] {
  const defaults = { ...shipped, ...changed }
  const advise = createAdviser(catalog, defaults, AT)
  const means = { catalog, defaults, at: AT, advise, rules: rules(catalog, AT), when }
  return companies.map((company, i) => play(company, world, SEED + i, means))
}

print(
  `${COUNT} companies a world, seed ${SEED}; ${families?.length} families of published scores, ${larger?.length} of them of 3B and larger.`,
)
await agreesWithTheProduct()

print(METHOD)
const results: readonly Result[] = all.map((world) => ({ world, games: played(world) }))

losses(results)
whereItLoses(results)
outcomes(results)
confidence(results)
variations()
worst(results)

/** The shortened decision is that of the real use case, verdict and pilot. */
async function agreesWithTheProduct(): Promise<void> {
  const [advise, size] = [
    createAdviser(catalog, shipped, AT),
    createSizer(
      catalog,
      shipped,
      () => AT,
      async () => {},
    ),
  ]
  const asked = companies.slice(0, 40)
  const differs = async (company: (typeof asked)[number]): Promise<boolean> => {
    const sized = await size(saysAll(company), 'en')
    if (!sized.ok) return true
    const { decision, pilot } = advise(saysAll(company))
    const said = sized.recommendation
    return (
      decision.choice !== said.verdict.choice ||
      decision.chosen.id !== sized.decision.chosen.id ||
      pilot?.between.join() !== said.pilot?.between.join()
    )
  }
  const differing = (await Promise.all(asked.map(differs))).filter(Boolean)
  print(
    `Of ${asked.length} companies asked of the whole use case too, ${differing.length} got another verdict or pilot.`,
  )
}

function variations(): void {
  const changes: readonly (readonly [string, Change])[] = [
    ['as above', {}],
    ['undecided takes the cheaper', { when: 'cheaper' }],
    ['undecided takes the likelier', { when: 'likelier' }],
    ['bar 0.5', { defaults: { decision_bar: 0.5 } }],
    ['bar 0.65', { defaults: { decision_bar: 0.65 } }],
    ['bar 0.9', { defaults: { decision_bar: 0.9 } }],
    ['labels at four times the price', { defaults: { usd_per_label: 4 * shipped.usd_per_label } }],
  ]
  print('What is assumed, varied: mean points lost.')
  table(
    [
      'varied',
      ...['assumed', 'published'].flatMap((id) =>
        ['little', 'all', 'allPilot'].map((who) => `${id}: ${who}`),
      ),
    ],
    changes.map(([name, change]) => [
      name,
      ...all
        .filter(({ id }) => id === 'assumed' || id === 'published')
        .flatMap((world) => {
          const games = played(world, change)
          return (['little', 'all', 'allPilot'] as const).map((who) =>
            mean(points(games, who)).toFixed(2),
          )
        }),
    ]),
  )
}
