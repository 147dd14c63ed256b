/**
 * The yardstick: a bare node:http server that makes one durable insert of one answer per request with better-sqlite3, and does
 * nothing else. No form is parsed, no questionnaire known, nothing sealed, no receipt given.
 */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Sqlite from 'better-sqlite3'

const db = new Sqlite(process.argv[2] ?? '')
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table answers (id text primary key, body text not null) without rowid')
const insert = db.prepare('insert into answers values (?, ?)')

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    body += chunk
  })
  request.on('end', () => {
    insert.run(randomBytes(16).toString('hex'), body)
    response.writeHead(303, { location: '/done' }).end()
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }))
})
