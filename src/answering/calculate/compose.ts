import type { Estimate } from '../../engine/estimate.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Segment, Sentence } from '../answer.ts'
import { sourceNumbers } from '../compose/reasons.ts'
import { cited, figure, say } from '../compose/say.ts'
import type { Citations } from '../evidence.ts'
import type { Calculator, Step } from './calculator.ts'
import type { Calculated, Given } from './run.ts'

/** The result in a sentence: the fullest one whose figures are all there. */
export function resultSentence(
  { says }: Calculator,
  { figures }: Calculated,
  language: Language,
): Sentence {
  const has = (template: Bilingual) => slotsOf(template[language]).every((key) => figures[key])
  const template = says.find(has) ?? says.at(-1) ?? { en: '', ko: '' }
  const shown = Object.fromEntries(
    Object.entries(figures).map(([key, estimate]) => [key, figure(estimate, language)]),
  )
  return say(template, language, shown)
}

/** Each formula in words with the figures that went into it: "8 GPUs (yours) × 720 hours (yours) × $2 an hour (yours) = $11,520 ƒ". */
export function workingSentences(
  { given, figures, steps }: Calculated,
  citations: Citations,
  language: Language,
): Sentence[] {
  return steps.map((step) => {
    const result = figures[step.key]
    const words = `${withoutAbsent(step, figures)} = {result}`
    const parts: Record<string, readonly Segment[]> = {}
    for (const key of slotsOf(words)) {
      const estimate = key === 'result' ? result : figures[key]
      if (estimate) parts[key] = partsOf(given[key], estimate, language)
    }
    const used = slotsOf(words).flatMap((key) => given[key]?.figure ?? [])
    return cited(say({ en: words, ko: words }, language, parts), sourceNumbers(used, citations))
  })
}

/** A figure with its name and the conversion it went through. */
function partsOf(given: Given | undefined, estimate: Estimate, language: Language): Segment[] {
  if (!given) return [figure(estimate, language)]
  const { figure: own, conversion, name } = given
  return [
    ...(name ? [{ name }, { text: ' ' }] : []),
    figure(own, language),
    ...(conversion
      ? [{ text: conversion.divides ? ' ÷ ' : ' × ' }, figure(conversion.factor, language)]
      : []),
  ]
}

/** Drops the parts in square brackets whose figure there is not. */
function withoutAbsent({ working }: Step, figures: Calculated['figures']): string {
  return working
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      slotsOf(part).every((key) => figures[key]) ? part : '',
    )
    .replace(/(?<![\w^])\((\{[\w-]+\})\)/g, '$1')
}

function slotsOf(template: string): string[] {
  return [...template.matchAll(/\{([\w-]+)(?::[^}]+)?\}/g)].map((match) => match[1] ?? '')
}
