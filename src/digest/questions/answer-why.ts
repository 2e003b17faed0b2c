import { josa } from '../../language/josa.ts'
import type { Language } from '../../language/language.ts'
import type { Line } from '../../spend/breakdown.ts'
import type { Drivers } from '../../spend/drivers.ts'
import type { CurrencyDigest, Digest } from '../digest.ts'
import { driverTexts } from '../digest-sentences.ts'
import { beforeWords } from '../digest-text.ts'
import { NOBODY, nameText } from '../digest-words.ts'
import { showChange, showNano, showShare } from '../show-money.ts'
import { totalLines } from './answer-amounts.ts'
import type { Known } from './names-in-data.ts'

const MOVERS = 3

/** Why spend changed: which way, what it is made of, who moved most. */
export function whyLines(
  digest: Digest,
  c: CurrencyDigest,
  about: Known | undefined,
  language: Language,
): string[] {
  const ko = language === 'ko'
  if (!c.comparison || !c.drivers)
    return [
      ko
        ? `${showNano(c.totalNano, c.currency, language)}를 썼지만, 비교할 수 있는 날이 없어 왜 변했는지는 알 수 없습니다.`
        : `${showNano(c.totalNano, c.currency, language)} was spent; why it changed cannot be told, for no day can be compared with one before.`,
    ]
  if (about) return whyOf(digest, c, c.drivers, about, language)
  const { nano, changeNano, share } = c.comparison
  return [
    verdict(
      { nano, changeNano, ...(share === undefined ? {} : { share }) },
      undefined,
      digest,
      c,
      language,
    ),
    ...partsLine(c.drivers.all, c.currency, language),
    ...moverLines(c, language),
    ...teamLine(c, language),
  ]
}

type Change = Readonly<{ nano: bigint; changeNano: bigint; share?: number }>

function verdict(
  { nano, changeNano, share }: Change,
  name: string | undefined,
  digest: Digest,
  { currency }: CurrencyDigest,
  language: Language,
): string {
  const now = showNano(nano, currency, language)
  const by = `${showChange(changeNano, currency, language)}${share === undefined ? '' : `, ${showShare(share, language)}`}`
  const before = beforeWords(digest, language)
  if (language === 'ko') {
    const what = name === undefined ? '지출은' : `${nameText(name)} 지출은`
    if (changeNano === 0n) return `${what} ${before}과 같은 ${now}입니다.`
    return `${what} ${before}보다 ${changeNano > 0n ? '늘어' : '줄어'} ${now}입니다(${by}).`
  }
  const what = name === undefined ? 'Spend' : `Spend of ${nameText(name)}`
  if (changeNano === 0n) return `${what} did not change against ${before}: ${now}.`
  return `${what} ${changeNano > 0n ? 'rose' : 'fell'} to ${now} (${by}) against ${before}.`
}

function partsLine(drivers: Drivers, currency: string, language: Language): string[] {
  const parts = driverTexts(drivers, currency, language)
  if (parts.length === 0)
    return [
      language === 'ko'
        ? '한 줄로 말할 만큼 큰 원인은 없습니다.'
        : 'No single part of the change is large enough to name.',
    ]
  return [
    `${language === 'ko' ? '변화의 구성' : 'What the change is made of'}: ${parts.join(', ')}.`,
  ]
}

function moverLines({ movers, currency }: CurrencyDigest, language: Language): string[] {
  const [workloads, models] = [movers.workload, movers.model].map((lines) =>
    lines
      .slice(0, MOVERS)
      .map((l) => `${nameText(l.name)} ${showChange(l.changeNano ?? 0n, currency, language)}`),
  )
  const moved = workloads?.length ? workloads : (models ?? [])
  if (moved.length === 0) return []
  return [`${language === 'ko' ? '가장 크게 변한 것' : 'Moved most'}: ${moved.join(', ')}.`]
}

/** The team that moved most, and why. */
function teamLine({ drivers, currency }: CurrencyDigest, language: Language): string[] {
  const [first] = drivers?.teams ?? []
  if (!first) return []
  const name = first.team === undefined ? NOBODY.team[language] : nameText(first.team)
  const parts = driverTexts(first.drivers, currency, language)
  if (parts.length === 0) return []
  const change = showChange(first.drivers.changeNano, currency, language)
  return [
    language === 'ko'
      ? `가장 크게 변한 팀 – ${name} ${change}: ${parts.join(', ')}.`
      : `Team that moved most – ${name} ${change}: ${parts.join(', ')}.`,
  ]
}

function whyOf(
  digest: Digest,
  c: CurrencyDigest,
  drivers: NonNullable<CurrencyDigest['drivers']>,
  { by, name }: Known,
  language: Language,
): string[] {
  const line = c.by[by].lines.find((l) => l.name === name)
  if (line?.beforeNano === undefined || line.changeNano === undefined)
    return totalLines(digest, c, { by, name }, language)
  const { beforeNano, changeNano } = line
  if (beforeNano === 0n) return [startedLine(line, c, language), shareOfChange(line, c, language)]
  const own = by === 'team' ? drivers.teams.find((t) => t.team === name) : undefined
  return [
    verdict({ nano: beforeNano + changeNano, changeNano }, name, digest, c, language),
    ...(own ? partsLine(own.drivers, c.currency, language) : [notSplit(name, language)]),
    ...unitChange(c, by, name, language),
    shareOfChange(line, c, language),
  ]
}

function notSplit(name: string, language: Language): string {
  const shown = nameText(name)
  return language === 'ko'
    ? `${shown}${josa(shown, '은/는')} 단가·요청 수·길이로 나눈 원인을 알 수 없습니다. 전체와 변화가 큰 팀만 나눕니다.`
    : `What the change of ${shown} is made of is not worked out; that is done for all spend and the teams that moved most.`
}

/** Something new has no reason in what it did before. */
function startedLine(
  { name, nano }: Line,
  { currency }: CurrencyDigest,
  language: Language,
): string {
  const [shown, amount] = [nameText(name), showNano(nano, currency, language)]
  return language === 'ko'
    ? `${shown} 지출은 이전 기간에 없었고, 이 기간에 ${amount}입니다.`
    : `${shown} had no spend in the period before; in this one it cost ${amount}.`
}

/** What a thousand requests cost before and now. */
function unitChange(
  { unitCosts, currency }: CurrencyDigest,
  by: Known['by'],
  name: string,
  language: Language,
): string[] {
  const unit = unitCosts.find((u) => u.by === by && u.name === name && u.per === '1000-requests')
  if (unit?.beforeNano === undefined) return []
  const [before, now] = [unit.beforeNano, unit.nano].map((n) => showNano(n, currency, language))
  return [
    language === 'ko'
      ? `요청 1,000건당 ${before} → ${now}.`
      : `A thousand requests cost ${before} before and ${now} now.`,
  ]
}

function shareOfChange(
  { name, changeNano = 0n }: Line,
  c: CurrencyDigest,
  language: Language,
): string {
  const all = showChange(c.comparison?.changeNano ?? 0n, c.currency, language)
  const own = showChange(changeNano, c.currency, language)
  return language === 'ko'
    ? `전체 지출의 변화는 ${all}, 그중 ${nameText(name)} ${own}.`
    : `All spend changed by ${all}, of which ${nameText(name)} ${own}.`
}
