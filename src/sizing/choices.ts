import type { Bilingual } from '../language/language.ts'

/** What can be chosen in a list: what stands for it in a request, and its label. */
export type Choice = Readonly<{ id: string; label: Bilingual }>

export const HOSTING_CHOICES = [
  { id: 'api', label: { en: 'API', ko: 'API' } },
  { id: 'self-host', label: { en: 'Self-hosted', ko: '자체 호스팅' } },
  { id: 'either', label: { en: 'Either', ko: '무엇이든' } },
] as const satisfies readonly Choice[]

export const YES_NO_CHOICES = [
  { id: 'yes', label: { en: 'Yes', ko: '예' } },
  { id: 'no', label: { en: 'No', ko: '아니요' } },
] as const satisfies readonly Choice[]

export const DATA_CHOICES = [
  { id: 'anywhere', label: { en: 'Anywhere', ko: '제한 없음' } },
  { id: 'no-training', label: { en: 'Not trained on', ko: '학습에 쓰지 않음' } },
  { id: 'stays', label: { en: 'Stays with us', ko: '회사 밖으로 나가지 않음' } },
] as const satisfies readonly Choice[]
