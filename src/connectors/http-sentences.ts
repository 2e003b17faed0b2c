import type { Bilingual } from '../language/language.ts'
import type { Expected } from './exact-json.ts'

/** Whom a sentence is about: the name people know, and the variable that holds its key. */
export type Service = Readonly<{ name: string; keyName: string }>

const EXPECTED: Readonly<Record<Expected | 'string' | 'boolean' | 'array' | 'object', Bilingual>> =
  {
    count: { en: 'a whole number of at least 0', ko: '0 이상의 정수' },
    quantity: { en: 'a number', ko: '숫자' },
    amount: { en: 'an amount of money', ko: '금액' },
    'decimal text': { en: 'an amount as text', ko: '글자로 된 금액' },
    day: { en: 'the beginning of a UTC day', ko: 'UTC 하루의 시작' },
    currency: { en: 'a currency code such as USD', ko: 'USD 같은 통화 코드' },
    string: { en: 'text', ko: '글자' },
    boolean: { en: 'true or false', ko: 'true 또는 false' },
    array: { en: 'a list', ko: '목록' },
    object: { en: 'an object', ko: '객체' },
  }
const UNKNOWN: Bilingual = { en: 'something else', ko: '다른 값' }

/** A key that was not taken; what the service wrote is not repeated, because it may hold the key. */
export function refusedKey({ name, keyName }: Service, status: number): Bilingual {
  return {
    en: `${name} refused the key (status ${status}). It may have expired or lack the right to read costs; set a valid one in ${keyName}.`,
    ko: `${name}: 키가 거부되었습니다(상태 ${status}). 만료되었거나 비용을 읽을 권한이 없을 수 있으니 ${keyName}에 올바른 키를 설정해 주십시오.`,
  }
}

export function unexpectedStatus({ name }: Service, status: number): Bilingual {
  return status >= 300 && status < 400
    ? {
        en: `${name} answered with a redirect (status ${status}), which is not followed because it could carry the key elsewhere; set the final base address.`,
        ko: `${name}: 다른 주소로 넘기는 응답(상태 ${status})을 받았습니다. 키가 다른 곳으로 전달될 수 있어 따라가지 않으니 최종 주소를 설정해 주십시오.`,
      }
    : {
        en: `${name} answered with status ${status}; check its base address and whether it offers this report.`,
        ko: `${name}: 상태 ${status} 응답을 받았습니다. 기본 주소와 이 보고서의 제공 여부를 확인해 주십시오.`,
      }
}

export function busy({ name }: Service, seconds: number | undefined): Bilingual {
  const [en, ko] =
    seconds === undefined
      ? ['', '']
      : [` and asks to wait ${seconds} seconds`, `(${seconds}초 대기 요청)`]
  return {
    en: `${name} is limiting requests${en}; the next poll tries again.`,
    ko: `${name}: 요청이 제한되고 있습니다${ko}. 다음 조회 때 다시 시도합니다.`,
  }
}

export function failing({ name }: Service, status: number): Bilingual {
  return {
    en: `${name} failed on its side (status ${status}) at every attempt; the next poll tries again.`,
    ko: `${name}: 시도할 때마다 서버 오류(상태 ${status})가 발생했습니다. 다음 조회 때 다시 시도합니다.`,
  }
}

export function noAnswer({ name }: Service): Bilingual {
  return {
    en: `${name} did not answer in time at any attempt; check the network and its base address.`,
    ko: `${name}: 시도할 때마다 제시간에 응답이 없었습니다. 네트워크와 기본 주소를 확인해 주십시오.`,
  }
}

export function notJson({ name }: Service): Bilingual {
  return {
    en: `${name} answered with text that is not whole JSON at every attempt; nothing of it was kept.`,
    ko: `${name}: 시도할 때마다 온전하지 않은 JSON 응답을 받았습니다. 아무것도 반영하지 않았습니다.`,
  }
}

export function stopped({ name }: Service): Bilingual {
  return { en: `Reading ${name} was stopped.`, ko: `${name}: 읽기가 중단되었습니다.` }
}

/** A field of an answer that is not what it was; `received` is undefined where it is missing. */
export function changedField(
  { name }: Service,
  path: string,
  expected: string,
  received: Bilingual | undefined,
): Bilingual {
  const wanted = (EXPECTED as Readonly<Record<string, Bilingual>>)[expected] ?? UNKNOWN
  return received === undefined
    ? {
        en: `${name} left out the field "${path}", which should be ${wanted.en}; nothing of the answer was kept.`,
        ko: `${name}: "${path}" 필드가 없습니다. 필요한 값: ${wanted.ko}. 응답을 반영하지 않았습니다.`,
      }
    : {
        en: `${name} changed the field "${path}": it should be ${wanted.en} and is ${received.en}; nothing of the answer was kept.`,
        ko: `${name}: "${path}" 필드의 값이 바뀌었습니다. 필요한 값: ${wanted.ko}. 받은 값: ${received.ko}. 응답을 반영하지 않았습니다.`,
      }
}

export function endlessPages({ name }: Service): Bilingual {
  return {
    en: `${name} sent pages that do not come to an end (a page named one that was read before, or none, as the next); nothing of them was kept.`,
    ko: `${name}: 페이지가 끝나지 않습니다(이미 읽은 페이지를 다음으로 가리키거나 다음 페이지가 없음). 아무것도 반영하지 않았습니다.`,
  }
}

export function twoVersions({ name }: Service, day: string): Bilingual {
  return {
    en: `${name} sent ${day} twice with different contents; nothing was kept, so that no day is counted twice.`,
    ko: `${name}: ${day} 내용이 서로 다르게 두 번 왔습니다. 이중 계산을 막기 위해 아무것도 반영하지 않았습니다.`,
  }
}

export function repeatedDays({ name }: Service, days: number): Bilingual {
  return {
    en: `${name} sent ${days} days a second time with the same contents; each was taken once.`,
    ko: `${name}: 같은 내용이 두 번 온 날이 ${days}일 있어 한 번만 반영했습니다.`,
  }
}

export function missingDays({ name }: Service, days: readonly string[]): Bilingual {
  const [first = '', last = first] = [days[0], days.at(-1)]
  return {
    en: `${name} said nothing of ${days.length} of the days between ${first} and ${last}; they stay unknown, and what was stored of them stays.`,
    ko: `${name}: ${first}~${last} 중 ${days.length}일에 대한 응답이 없습니다. 그날들은 알 수 없음으로 남고 저장된 내용은 유지됩니다.`,
  }
}

/** The reason for an item of a day that nobody asked for. */
export function notAsked(day: string): Bilingual {
  return {
    en: `${day} lies outside the days that were asked for.`,
    ko: `${day}: 요청한 기간에 들지 않는 날입니다.`,
  }
}

/** A key that is not there or cannot be one. */
export function unreadableKey(name: string): Bilingual {
  return {
    en: `${name} cannot be used: its file cannot be read, or it is empty or has blanks in it. Check ${name} or ${name}_FILE.`,
    ko: `${name} 값을 쓸 수 없습니다. 파일을 읽을 수 없거나 값이 비었거나 공백이 들어 있습니다. ${name} 또는 ${name}_FILE 설정을 확인해 주십시오.`,
  }
}
