import { codeOf, DatabaseError, DatabaseFaultError, reasonOf } from './database-error.ts'

/** Codes of the system, and classes of PostgreSQL's own, of a server that cannot be reached or will not serve. */
const AWAY = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN).*|57P0[1-5]|08.{3}|53300)$/
/** What the driver says of a lost connection without giving a code. */
const LOST = /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/
const UNANSWERED = 'Query read timeout'
const DISK_FULL = '53100'

/** An error of the driver as a sentence where the server is away or full; any other as it is. */
export function postgresFault(error: unknown): unknown {
  const reason = reasonOf(error)
  if (codeOf(error) === DISK_FULL)
    return new DatabaseFaultError({
      en: `PostgreSQL has no space left (${reason}). Nothing of this was stored; make room on the server, it then goes on by itself.`,
      ko: `PostgreSQL 서버에 남은 공간이 없습니다(${reason}). 이번 내용은 저장되지 않았습니다. 서버에 공간을 마련하면 저절로 이어집니다.`,
    })
  if (AWAY.test(codeOf(error)) || LOST.test(reason) || isUnanswered(error))
    return new DatabaseFaultError({
      en: `The PostgreSQL database is away (${reason}). See that the server runs and can be reached; work goes on by itself once it answers.`,
      ko: `PostgreSQL 데이터베이스에 닿을 수 없습니다(${reason}). 서버가 실행 중이고 연결할 수 있는지 확인해 주십시오. 응답하면 저절로 이어집니다.`,
    })
  return error
}

/** Whether a statement was given up whose answer may still come. */
export function isUnanswered(error: unknown): error is Error {
  return reasonOf(error) === UNANSWERED
}

/** The same of an attempt to connect: a server that answers, but not to this address. */
export function connectingFault(error: unknown): unknown {
  const fault = postgresFault(error)
  return fault instanceof DatabaseError
    ? fault
    : new DatabaseError({
        en: `PostgreSQL cannot be used at this address (${reasonOf(error)}). Check user, password, host and the name of the database.`,
        ko: `이 주소로는 PostgreSQL을 쓸 수 없습니다(${reasonOf(error)}). 사용자, 비밀번호, 호스트, 데이터베이스 이름을 확인해 주십시오.`,
      })
}
