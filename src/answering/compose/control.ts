import type { Control, LockIn } from '../../catalog/control.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import { say } from './say.ts'

const CONTROL: Bilingual = {
  en: 'Control: with {option} {data}; {lock}.',
  ko: '통제권: {option:은/는} {data}. {lock}.',
}

const STAYS: Bilingual = { en: 'the data stays with you', ko: '데이터가 회사 안에 머뭅니다' }
const LEAVES_UNKNOWN: Bilingual = {
  en: 'nobody checked where the data goes',
  ko: '데이터가 어디로 가는지 확인된 바 없습니다',
}
const LEAVES: Readonly<Record<'no' | 'yes' | 'unknown', Bilingual>> = {
  no: {
    en: 'the data leaves the company, and by default nobody trains on it',
    ko: '데이터가 회사 밖으로 나가지만 기본 설정에서는 학습에 쓰이지 않습니다',
  },
  yes: {
    en: 'the data leaves the company, and the provider may train on it',
    ko: '데이터가 회사 밖으로 나가며 공급사가 학습에 쓸 수 있습니다',
  },
  unknown: {
    en: 'the data leaves the company, and nobody checked whether the provider trains on it',
    ko: '데이터가 회사 밖으로 나가며 학습에 쓰이는지는 확인된 바 없습니다',
  },
}
const LOCK_IN: Readonly<Record<LockIn, Bilingual>> = {
  'open-weights': {
    en: 'its weights are open, so you can leave with them',
    ko: '가중치가 공개되어 있어 언제든 옮길 수 있습니다',
  },
  'several-sellers': { en: 'several sellers offer it', ko: '여러 공급사에서 살 수 있습니다' },
  'one-seller': {
    en: 'one seller offers it, so leaving means another model',
    ko: '한 공급사만 제공하므로 옮기려면 모델을 바꿔야 합니다',
  },
}

/** Who holds the data and the weights of an option, in a sentence; nothing where nothing is known. */
export function controlSentence(option: Option, language: Language): Sentence | undefined {
  const { control } = option
  if (!control) return undefined
  return say(CONTROL, language, {
    option: option.label[language],
    data: { text: dataWords(control)[language] },
    lock: { text: LOCK_IN[control.lockIn.value][language] },
  })
}

function dataWords({ dataLeavesCompany, trainsOnData }: Control): Bilingual {
  if (!dataLeavesCompany) return LEAVES_UNKNOWN
  if (!dataLeavesCompany.value) return STAYS
  return LEAVES[trainsOnData === undefined ? 'unknown' : trainsOnData.value ? 'yes' : 'no']
}
