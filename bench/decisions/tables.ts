import { mean, percentile } from '../../eval/ranking.ts'
import { meanWithInterval } from '../bootstrap.ts'
import { print, table } from '../measure.ts'
import { CHOOSERS, type Chooser, type Played } from './play.ts'
import type { World } from './worlds.ts'

/** What came of one world. */
export type Result = Readonly<{ world: World; games: readonly Played[] }>

const choosers = Object.keys(CHOOSERS) as Chooser[]
const nameOf = (who: Chooser) => CHOOSERS[who][0]
const show = (value: number) => value.toFixed(2)
const share = (of: readonly Played[], is: (p: Played) => boolean) =>
  `${Math.round((100 * of.filter(is).length) / Math.max(1, of.length))} %`

/** Points that a chooser lost in each game. */
export const points = (of: readonly Played[], who: Chooser) => of.map((p) => p.losses[who].points)

/** What every chooser lost in every world: mean, worst twentieth, and money. */
export function losses(results: readonly Result[]): void {
  print(
    '\nMoney lost against a chooser that knows everything, as points of right answers it is worth (mean over companies; 1 point = 1 % of what all answers have at stake).',
  )
  table(
    ['world', ...choosers.map(nameOf)],
    results.map(({ world, games }) => [
      world.title,
      ...choosers.map((who) => show(mean(points(games, who)))),
    ]),
  )
  print('The same in the worst twentieth of companies (95th percentile).')
  table(
    ['world', ...choosers.map(nameOf)],
    results.map(({ world, games }) => [
      world.title,
      ...choosers.map((who) => show(percentile(points(games, who), 0.95))),
    ]),
  )
  print(
    'The same in money: USD lost a year, median company and mean (the mean hangs on the few with the highest stakes).',
  )
  const usd = (value: number) => Math.round(value).toLocaleString('en')
  table(
    ['world', ...choosers.map(nameOf)],
    results.map(({ world, games }) => [
      world.title,
      ...choosers.map((who) => {
        const lost = games.map((p) => p.losses[who].usd)
        return `${usd(percentile(lost, 0.5))} / ${usd(mean(lost))}`
      }),
    ]),
  )
}

/** Every rule that loses less than Rightsize somewhere, with the interval of the difference. */
export function whereItLoses(results: readonly Result[]): void {
  const simple: readonly Chooser[] = ['biggest', 'cheapest', 'priceBelow2', 'priceBelow5', 'leader']
  const rows = results.flatMap(({ world, games }) =>
    (['little', 'all', 'littlePilot', 'allPilot'] as const).flatMap((ours) =>
      simple.flatMap((rule) => {
        const differences = games.map((p) => p.losses[ours].points - p.losses[rule].points)
        const { mean: more, low, high } = meanWithInterval(differences)
        return more > 0
          ? [
              [
                world.title,
                nameOf(ours),
                nameOf(rule),
                `${show(more)} (${show(low)} to ${show(high)})`,
              ],
            ]
          : []
      }),
    ),
  )
  print(
    `Where Rightsize loses more than a simple rule, points with the 95 % interval of the difference: ${rows.length} of ${results.length * 20} comparisons.`,
  )
  if (rows.length > 0) table(['world', 'Rightsize', 'rule', 'loses more by'], rows)
}

/** Kinds of verdict, and what became of pilots. */
export function outcomes(results: readonly Result[]): void {
  print(
    'What the verdicts of who told all are, what they lose, and what became of the pilot they name. "Cannot be told" is a pilot of an option that the request with its result does not have; "refused" is a result that the engine could not compute with.',
  )
  table(
    [
      'world',
      'settled',
      'loss',
      'cannot tell yet',
      'loss',
      'no AI',
      'loss',
      'pilot run',
      'not worth it',
      'none offered',
      'cannot be told',
      'refused',
      'run, and a point worse for it',
    ],
    results.map(({ world, games }) => [
      world.title,
      ...(['settled', 'undecided', 'none'] as const).flatMap((outcome) => {
        const its = games.filter((p) => p.outcome === outcome)
        return [
          share(games, (p) => p.outcome === outcome),
          its.length > 0 ? show(mean(points(its, 'all'))) : '',
        ]
      }),
      ...(['run', 'not worth it', 'none offered', 'cannot be told', 'refused'] as const).map(
        (fate) => share(games, (p) => p.pilot === fate),
      ),
      share(
        games,
        ({ pilot, losses: { all, allPilot } }) =>
          pilot === 'run' && allPilot.points > all.points + 1,
      ),
    ]),
  )
}

/** Whether what is said to be likely is so as often as is said. */
export function confidence(results: readonly Result[]): void {
  const bins = [0, 0.6, 0.7, 0.8, 0.9, 1.01]
  print('How often what the verdict gives a probability for is so, by the probability given.')
  table(
    [
      'world',
      ...bins
        .slice(1)
        .map((to, i) => `${100 * (bins[i] ?? 0)} to ${Math.min(100, Math.round(100 * to))} %`),
    ],
    results.map(({ world, games }) => [
      world.title,
      ...bins.slice(1).map((to, i) => {
        const its = games.flatMap(({ said }) =>
          said && said.confidence >= (bins[i] ?? 0) && said.confidence < to ? [said] : [],
        )
        return its.length === 0
          ? 'none'
          : `${Math.round((100 * its.filter((s) => s.isSo).length) / its.length)} % of ${its.length}`
      }),
    ]),
  )
}

/** The companies that Rightsize, told everything, served worst beside the best of the simple rules. */
export function worst(results: readonly Result[]): void {
  const rows = results
    .filter(({ world }) => world.id === 'assumed' || world.id === 'published')
    .flatMap(({ world, games }) =>
      games
        .map((game) => ({ world, game, most: game.losses.all.points - game.losses.leader.points }))
        .sort((a, b) => b.most - a.most)
        .slice(0, 4),
    )
  print('Companies that followed Rightsize and lost most beside the leader of the benchmark.')
  table(
    [
      'world',
      'work',
      'value / error, USD',
      'verdict',
      'Rightsize chose',
      'leader',
      'best',
      'lost more by, points',
    ],
    rows.map(({ world, game: { company, losses, best, outcome }, most }) => [
      world.title,
      `${company.task.id}, ${company.volume.toLocaleString('en')} a month`,
      `${company.value.toFixed(2)} / ${company.errorCost.toFixed(2)}`,
      outcome,
      losses.all.chosen,
      losses.leader.chosen,
      best.id,
      show(most),
    ]),
  )
}
