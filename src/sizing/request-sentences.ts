import type { Bilingual, Language } from '../language/language.ts'
import type { SizingInput } from './request.ts'

type Key = keyof SizingInput

/** What each key of a request is called on forms. */
export const KEY_LABELS: Readonly<Record<Key, Bilingual>> = {
  task: { en: 'Task', ko: '업무' },
  volume: { en: 'Volume', ko: '요청량' },
  in: { en: 'Prompt tokens', ko: '입력 토큰' },
  out: { en: 'Answer tokens', ko: '출력 토큰' },
  value: { en: 'Value of a right answer', ko: '맞은 답의 가치' },
  'error-cost': { en: 'Cost of a wrong answer', ko: '틀린 답의 비용' },
  'current-model': { en: 'Model used today', ko: '지금 쓰는 모델' },
  candidates: { en: 'Candidates', ko: '후보 모델' },
  only: { en: 'Only the candidates as they are', ko: '후보 모델만 그대로 비교' },
  latency: { en: 'Longest acceptable time', ko: '응답 시간 한도' },
  region: { en: 'Region', ko: '지역' },
  budget: { en: 'Budget', ko: '예산' },
  hosting: { en: 'Hosting', ko: '호스팅' },
  cache: { en: 'Share read from cache', ko: '캐시에서 읽는 비율' },
  batch: { en: 'Batch', ko: '일괄 처리' },
  data: { en: 'What may happen to the data', ko: '데이터 처리 조건' },
  'price-factor': { en: 'Token prices, times today’s', ko: '토큰 가격(현재의 배수)' },
  residency: { en: 'Where processing must stay', ko: '처리 지역 고정' },
  evaluation: { en: 'Own evaluation', ko: '직접 한 평가' },
}

/** What each key takes, with an example. */
export const KEY_HELP: Readonly<Record<Key, Bilingual>> = {
  task: {
    en: 'what the model does, e.g. task=classification',
    ko: '모델이 하는 일, 예: task=classification',
  },
  volume: {
    en: 'the number of requests, more than 0 and at most a trillion a month, e.g. volume=2M/month or volume=50k/day',
    ko: '요청 수(0보다 크고 월 1조 건 이하), 예: volume=2M/month 또는 volume=5만/일',
  },
  in: { en: 'prompt tokens per request, e.g. in=800', ko: '요청당 입력 토큰, 예: in=800' },
  out: { en: 'answer tokens per request, e.g. out=20', ko: '요청당 출력 토큰, 예: out=20' },
  value: {
    en: 'US dollars a right answer is worth, 0 or more, e.g. value=0.50',
    ko: '맞은 답 하나의 가치(미국 달러, 0 이상), 예: value=0.50',
  },
  'error-cost': {
    en: 'US dollars a wrong answer costs, 0 or more, e.g. error-cost=2',
    ko: '틀린 답 하나의 비용(미국 달러, 0 이상), 예: error-cost=2',
  },
  'current-model': {
    en: 'the model used today, e.g. current-model=gpt-6-astra',
    ko: '지금 쓰는 모델, 예: current-model=gpt-6-astra',
  },
  candidates: {
    en: 'one to six models separated by commas, e.g. candidates=gpt-6-luna,claude-haiku-5-5',
    ko: '쉼표로 나눈 모델 1~6개, 예: candidates=gpt-6-luna,claude-haiku-5-5',
  },
  only: {
    en: 'yes or no: are the candidates compared as they are, without a cascade, tuning or the like made of them',
    ko: 'yes 또는 no: 캐스케이드나 미세조정 같은 조합 없이 후보 모델만 비교할지',
  },
  latency: {
    en: 'the longest acceptable time for a whole answer, e.g. latency=1500ms or latency=2s',
    ko: '허용하는 최대 응답 시간, 예: latency=1500ms 또는 latency=2초',
  },
  region: { en: 'where it runs, e.g. region=KOR', ko: '실행 지역, 예: region=KOR' },
  budget: {
    en: 'US dollars a month, more than 0, e.g. budget=500',
    ko: '월 예산(미국 달러, 0 초과), 예: budget=500',
  },
  hosting: { en: 'one of api, self-host, either', ko: 'api, self-host, either 중 하나' },
  cache: {
    en: 'share of the prompt read from cache, 0 to 1 or 0% to 100%, e.g. cache=50%',
    ko: '캐시에서 읽는 입력 비율(0~1 또는 0%~100%), 예: cache=50%',
  },
  batch: { en: 'yes or no: may answers wait a day', ko: 'yes 또는 no: 답을 하루 기다릴 수 있는지' },
  data: {
    en: 'one of anywhere, no-training (the provider must not train on it), stays (it must not leave the company)',
    ko: 'anywhere, no-training(공급사가 학습에 쓰지 않음), stays(회사 밖으로 나가지 않음) 중 하나',
  },
  'price-factor': {
    en: 'what today’s token prices are multiplied by, more than 0 and at most 1,000, e.g. price-factor=1.3',
    ko: '현재 토큰 가격에 곱할 값(0 초과 1,000 이하), 예: price-factor=1.3',
  },
  residency: {
    en: 'EU or a country to which processing must be pinned, e.g. residency=EU',
    ko: '처리를 고정할 지역(EU 또는 국가), 예: residency=EU',
  },
  evaluation: {
    en: 'two models on the same items (or options by their ids) with counts that fit each other: each right, both right, and items, e.g. evaluation="gpt-6-astra=441 gpt-6-luna=430 both=410 items=500"',
    ko: '같은 문항에 대한 두 모델(또는 id로 적은 두 선택지)의 결과로, 서로 맞는 수(각각 맞힌 수, 둘 다 맞힌 수, 문항 수), 예: evaluation="gpt-6-astra=441 gpt-6-luna=430 both=410 items=500"',
  },
}

type Sentences = Readonly<{
  unknownKey: (key: string, nearest: readonly string[]) => string
  twice: (key: string) => string
  leftOver: (text: string) => string
  badValue: (key: Key, received: string) => string
  /** `nearest` names that are spelled alike; where none is, `all` of them if they are few. */
  unknownWord: (
    key: Key,
    received: string,
    nearest: readonly string[],
    all: readonly string[],
  ) => string
  /** An evaluation names what this request does not offer. */
  notOffered: (received: string, offered: readonly string[]) => string
  noPilot: string
}>

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    unknownKey: (key, nearest) =>
      `There is no "${key}".${nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : ''}`,
    twice: (key) => `"${key}" is given twice; give it once.`,
    leftOver: (text) =>
      `"${clip(text)}" is not a key=value pair; put values with spaces in quotes.`,
    badValue: (key, received) => `${key}: received "${clip(received)}", needs ${KEY_HELP[key].en}.`,
    unknownWord: (key, received, nearest, all) =>
      `${key}: "${clip(received)}" is not in the catalogue.${listed('Nearest', nearest) || listed('It has', all)}`,
    notOffered: (received, offered) =>
      `evaluation: "${clip(received)}" is no option of this request.${listed('It has', offered)}`,
    noPilot: 'No pilot is advised here: there are no two priced options to compare.',
  },
  ko: {
    unknownKey: (key, nearest) =>
      `"${key}" 항목은 없습니다.${nearest.length > 0 ? ` 혹시 ${nearest.join(' 또는 ')}입니까?` : ''}`,
    twice: (key) => `"${key}" 항목이 두 번 있습니다. 한 번만 입력해 주십시오.`,
    leftOver: (text) =>
      `"${clip(text)}" 부분은 key=value 형식이 아닙니다. 공백이 있는 값은 따옴표로 묶어 주십시오.`,
    badValue: (key, received) =>
      `${key}: "${clip(received)}" 값을 받았습니다. 필요한 값: ${KEY_HELP[key].ko}.`,
    unknownWord: (key, received, nearest, all) =>
      `${key}: "${clip(received)}" 항목은 카탈로그에 없습니다.${listed('비슷한 항목', nearest) || listed('있는 항목', all)}`,
    notOffered: (received, offered) =>
      `evaluation: "${clip(received)}" 항목은 이 요청의 선택지가 아닙니다.${listed('선택지', offered)}`,
    noPilot: '비교할 두 선택지의 가격이 없어 파일럿을 제안하지 않습니다.',
  },
}

/** The sentences about a request that cannot be read. */
export function requestSentences(language: Language): Sentences {
  return SENTENCES[language]
}

function listed(title: string, names: readonly string[]): string {
  return names.length > 0 ? ` ${title}: ${names.join(', ')}.` : ''
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
