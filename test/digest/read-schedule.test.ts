import { describe, expect, it } from 'vitest'
import { readSchedule } from '../../src/digest/read-schedule.ts'

const weekly = { cadence: 'weekly', day: 1, hour: 9, zone: 'Asia/Seoul' } as const
const daily = { ...weekly, cadence: 'daily', day: 0, hour: 8 } as const
const monthly = { ...weekly, cadence: 'monthly' } as const

describe('when a digest comes, in words', () => {
  it.each([
    ['Monday 09:00 Asia/Seoul', weekly],
    ['mon 9 asia/seoul', weekly],
    ['Asia/Seoul every Monday at 9am', weekly],
    ['월요일 9시 Asia/Seoul', weekly],
    ['매주 월요일마다 오전 9시에 Asia/Seoul', weekly],
    ['월요일 오후 3시 Asia/Seoul', { ...weekly, hour: 15 }],
    ['sunday 12pm UTC', { ...weekly, day: 7, hour: 12, zone: 'UTC' }],
    ['daily 08:00 Asia/Seoul', daily],
    ['매일 8시 Asia/Seoul', daily],
    ['monthly 1 09:00 Asia/Seoul', monthly],
    ['monthly 09:00 Asia/Seoul', monthly],
    ['매월 28일 9시 Asia/Seoul', { ...monthly, day: 28 }],
    ['monthly 15th 9 Asia/Seoul', { ...monthly, day: 15 }],
    ['weekday=monday hour=9 zone=Asia/Seoul', weekly],
    ['weekday=1 hour=9 zone=Asia/Seoul', weekly],
    ['cadence=monthly day=3 hour=9 zone=Asia/Seoul', { ...monthly, day: 3 }],
    ['Monday 9:00 Asia/Kolkata', { ...weekly, zone: 'Asia/Kolkata' }],
    ['월요일 9시 Asia/Seoul 영어 usd', { ...weekly, language: 'en', currency: 'USD' }],
    ['fri 9 Asia/Seoul ko KRW', { ...weekly, day: 5, language: 'ko', currency: 'KRW' }],
    [
      'weekday=mon hour=9 zone=Asia/Seoul language=en currency=eur',
      { ...weekly, language: 'en', currency: 'EUR' },
    ],
  ])('%s', (text, settings) => expect(readSchedule(text)).toEqual({ settings }))

  it.each([
    [
      'Monday 03:00 Asia/Seoul',
      'The hour must be a whole number from 5 to 23, because clocks change at night; received "03:00".',
    ],
    [
      'Monday 24:00 Asia/Seoul',
      'The hour must be a whole number from 5 to 23, because clocks change at night; received "24:00".',
    ],
    [
      'Monday 12am Asia/Seoul',
      'The hour must be a whole number from 5 to 23, because clocks change at night; received "am 12".',
    ],
    [
      'hour=nine weekday=monday zone=Asia/Seoul',
      'The hour must be a whole number from 5 to 23, because clocks change at night; received "nine".',
    ],
    ['Monday 09:30 Asia/Seoul', 'Digests come on the hour; received "09:30".'],
    ['Monday Asia/Seoul', 'The hour is missing; add a time such as 09:00.'],
    [
      'Monday 09:00',
      'The time zone is missing; add an IANA zone such as Asia/Seoul or Europe/Paris.',
    ],
    [
      'Monday 09:00 Asia/Soul',
      'The time zone must be an IANA zone; received "Asia/Soul". Did you mean Asia/Seoul?',
    ],
    [
      'Monday 09:00 KST',
      'The time zone must be an IANA zone; received "KST". Did you mean Asia/Seoul?',
    ],
    [
      'Monday 09:00 seoul',
      'The time zone must be an IANA zone; received "seoul". Did you mean Asia/Seoul?',
    ],
    [
      'Monday 09:00 Pariss',
      'The time zone must be an IANA zone; received "Pariss". Did you mean Europe/Paris?',
    ],
    [
      '09:00 Asia/Seoul',
      'The day is missing; add a weekday such as Monday, or daily, or monthly with a day such as 1.',
    ],
    [
      'weekday=someday hour=9 zone=UTC',
      'The weekday must be a day such as Monday; received "someday".',
    ],
    [
      'monthly 31 09:00 UTC',
      'The day of the month must be from 1 to 28, which every month has; received "31".',
    ],
    ['Monday 09:00 UTC please', '"please" was not understood; leave it out.'],
    ['Monday 09:00 UTC currency=ABC', '"currency=ABC" was not understood; leave it out.'],
  ])('%s is refused', (text, sentence) => {
    const read = readSchedule(text)
    expect('problems' in read && read.problems.map((p) => p.en)).toEqual([sentence])
  })
  it('says everything that is wrong at once, in Korean too', () => {
    const read = readSchedule('weekday=어제 hour=3 zone=서울')
    expect('problems' in read && read.problems.map((p) => p.ko)).toEqual([
      '요일은 월요일 같은 요일이어야 합니다. 받은 값: "어제"',
      '시각은 5부터 23까지의 정수여야 합니다(밤에는 시계가 바뀝니다). 받은 값: "3"',
      '시간대는 IANA 시간대여야 합니다. 받은 값: "서울". 혹시 Asia/Seoul입니까?',
    ])
  })
  it('never throws, whatever was typed', () => {
    for (const text of [
      '',
      '   ',
      '<#C1|x>',
      '='.repeat(500),
      '월'.repeat(300),
      'zone=../../etc 9',
    ])
      expect(readSchedule(text)).toHaveProperty('problems')
  })
})
