import type { Region } from '../../catalog/types.ts'
import type { SizingInput } from '../../sizing/request.ts'
import { pattern } from '../pattern.ts'

const EU = /\b(?:EU|Europe(?:an)?(?: Union)?)\b|유럽|(?<![A-Za-z])EU/i
const PINNED =
  /\bresiden(?:cy|t)\b|\b(?:process(?:ed|ing)?|pinned|stored?|stays?|kept|remains?)\b[^.?!]{0,20}\b(?:in|within|inside)\b|\b(?:EU|Europe)[- ]only\b|\bonly (?:in |within )?(?:the )?(?:EU|Europe)\b|상주|역내|레지던시|(?:안|내)에서만|(?:EU|유럽)(?:에서)?만|에만\s*(?:저장|처리|보관)/i
const NO_TRAINING =
  /\b(?:no|not|never|without|must ?n['’]t|don['’]t|may ?n['’]t)\b[^.?!]{0,30}\btrain(?:s|ed|ing)?\b[^.?!]{0,12}\b(?:data|inputs?|prompts?|it|them)\b|학습에?\s*(?:쓰|사용|활용)[^.?!]{0,6}(?:않|안|못|말)|학습\s*(?:금지|안 ?(?:하|되|돼))/i
const STAYS =
  /\bdata\b[^.?!]{0,24}\b(?:not|cannot|can['’]t|never)\b[^.?!]{0,10}\bleave\b|\bdata\b[^.?!]{0,16}\bstays?\b[^.?!]{0,16}\b(?:with us|in[- ]house|inside the company|internal)\b|데이터[^.?!]{0,10}(?:밖|외부)[^.?!]{0,8}(?:안|못|않|금지)|사내에만/i

/** What a sentence demands for the data: where it must be processed, and what must not happen to it. */
export function findControl(
  text: string,
  regions: readonly Region[],
): Pick<SizingInput, 'data' | 'residency'> {
  const place = EU.test(text) ? 'EU' : regions[0]?.id
  const data = STAYS.test(text) ? 'stays' : NO_TRAINING.test(text) ? 'no-training' : undefined
  return {
    ...(place !== undefined && PINNED.test(text) ? { residency: place } : {}),
    ...(data ? { data } : {}),
  }
}

const LIFTED: readonly (readonly [keyof SizingInput, string, string])[] = [
  ['batch', 'batch(?:es|ing)?', '배치|일괄 ?처리'],
  ['cache', 'cach(?:e|es|ing)', '캐시|캐싱'],
  ['budget', 'budget(?: limit| cap)?', '예산'],
  [
    'latency',
    '(?:latency|time|response time)(?: limit| cap)?|deadline',
    '지연(?: ?시간)?|응답 ?시간|시간',
  ],
  ['residency', '(?:data )?residency', '(?:데이터 )?상주|레지던시'],
]

/** Conditions that a sentence takes back: "without batch", "no budget limit", "예산 없이". */
export function findLifted(text: string): readonly (keyof SizingInput)[] {
  return LIFTED.filter(([, english, korean]) =>
    pattern(
      String.raw`\b(?:without|no|drop|remove|lift)\s+(?:the |any |a )?(?:${english})\b|(?:${korean})\s*(?:제한|한도|조건)?(?:은|는|이|가|을|를)?\s*(?:없이|없애|없다면|없으면|빼고|빼면|말고|제외)`,
      'i',
    ).test(text),
  ).map(([key]) => key)
}
