import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { lastOf, readDockerfile } from '../../scripts/image/dockerfile.ts'
import { ConfigSchema } from '../../src/config.ts'

const FOLDER = 'deploy/kubernetes'
const manifests = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) =>
    parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8'), { merge: true }).map((document) => {
      expect(document.errors).toEqual([])
      return { file, ...document.toJS() }
    }),
  )
const of = (kind: string) => manifests.find((manifest) => manifest.kind === kind)
const compose = parse(readFileSync('compose.yaml', 'utf8'))
const final = readDockerfile(readFileSync('Dockerfile', 'utf8')).at(-1) ?? { image: '', steps: [] }
const user = Number(lastOf(final, 'user')?.user.split(':')[0])
const unknown = (names: readonly string[]) => names.filter((name) => !(name in ConfigSchema.shape))

/** A memory size of Kubernetes or Compose in megabytes. */
function megabytes(size: string): number {
  const [, number, unit = ''] = /^(\d+)(Mi|Gi|g|m)$/.exec(size) ?? []
  return Number(number) * (/g/i.test(unit) ? 1024 : 1)
}

describe('the Kubernetes example', () => {
  const pod = of('Deployment').spec.template.spec
  const [bot] = pod.containers
  it('applies every file but the example of a secret', () => {
    const { resources } = of('Kustomization')
    const files = manifests.map(({ file }) => file)
    const apart = ['kustomization.yaml', 'secret.example.yaml']
    expect([...resources].sort()).toEqual(files.filter((file) => !apart.includes(file)).sort())
  })
  it('runs the version of this tree', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(of('Kustomization').images[0]).toMatchObject({ name: bot.image, newTag: version })
  })
  it('keeps two replicas, of which a drain of nodes leaves one', () => {
    expect(of('Deployment').spec.replicas).toBe(2)
    expect(of('PodDisruptionBudget').spec.minAvailable).toBe(1)
    expect(of('Deployment').spec.strategy.rollingUpdate.maxUnavailable).toBe(0)
  })
  it('names variables that the product reads, and a secret without any value', () => {
    const secret = of('Secret')
    const names = bot.env.map(({ name }: { name: string }) => name)
    expect(unknown([...names, ...Object.keys(secret.stringData)])).toEqual([])
    expect(new Set(Object.values(secret.stringData))).toEqual(new Set(['']))
    expect(secret.data).toBeUndefined()
    expect(bot.envFrom).toEqual([{ secretRef: { name: secret.metadata.name } }])
  })
  it('probes where the product tells its health, from outside its loopback', () => {
    const value = (wanted: string) =>
      bot.env.find(({ name }: { name: string }) => name === wanted)?.value
    const ports = new Map<string, number>(
      bot.ports.map((p: { name: string; containerPort: number }) => [p.name, p.containerPort]),
    )
    expect(String(ports.get('operation'))).toBe(value('METRICS_PORT'))
    expect(ports.get('http')).toBe(ConfigSchema.shape.PORT.parse(undefined))
    expect(value('METRICS_HOST')).toBe('0.0.0.0')
    const asked = [bot.startupProbe, bot.livenessProbe, bot.readinessProbe].map((p) => p.httpGet)
    expect(asked).toEqual([
      { path: '/healthz', port: 'operation' },
      { path: '/healthz', port: 'operation' },
      { path: '/readyz', port: 'operation' },
    ])
  })
  it("is not root, may become nothing more, and writes to the image's volume alone", () => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: user,
      fsGroup: user,
    })
    expect(user).toBeGreaterThan(0)
    expect(bot.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(bot.volumeMounts).toEqual([
      { name: 'data', mountPath: lastOf(final, 'volume')?.names[0] },
    ])
    expect(pod.automountServiceAccountToken).toBe(false)
  })
  it('asks for the memory that was measured, and leaves room for a large import', () => {
    const text = readFileSync('docs/benchmarks.md', 'utf8')
    const answering = Number(/memory of a replica, warm \| (\d+) MB/.exec(text)?.[1])
    const importing = Number(
      /import to stored daily groups \|.*\| (\d+) \| [\d,]+ \|/.exec(text)?.[1],
    )
    expect(megabytes(bot.resources.requests.memory)).toBeGreaterThan(answering)
    expect(megabytes(bot.resources.limits.memory)).toBeGreaterThan(answering + importing)
    expect(megabytes(compose.services.bot.deploy.resources.limits.memory)).toBeGreaterThan(
      answering + importing,
    )
  })
  it('gives work under way the time to finish', () => {
    const drain = Number(ConfigSchema.shape.DRAIN_SECONDS.parse(undefined))
    const wait = bot.lifecycle.preStop.sleep.seconds
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(wait + 2 * drain)
    expect(Number.parseInt(compose.services.bot.stop_grace_period, 10)).toBeGreaterThan(2 * drain)
  })
  it('selects the same pods everywhere, and lets in what the ports are for', () => {
    const { labels } = of('Deployment').spec.template.metadata
    const policy = of('NetworkPolicy').spec
    expect(of('Service').spec.selector).toEqual(labels)
    expect(of('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels)
    expect(policy.podSelector.matchLabels).toEqual(labels)
    const named = bot.ports.map(({ name }: { name: string }) => name)
    const admitted = policy.ingress.flatMap((rule: { ports: { port: string }[] }) => rule.ports)
    expect(admitted.map(({ port }: { port: string }) => port)).toEqual(named)
    expect(named).toContain(of('Service').spec.ports[0].targetPort)
  })
})

describe('the Compose file', () => {
  const { bot, database, proxy } = compose.services
  it('runs two replicas once PostgreSQL answers, with its data in a volume', () => {
    expect(bot.deploy.replicas).toBe(2)
    expect(bot.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(database.healthcheck.test).toContain('pg_isready')
    expect(database.volumes[0].split(':')[0] in compose.volumes).toBe(true)
  })
  it('names variables that the product reads', () =>
    expect(unknown(Object.keys(bot.environment))).toEqual([]))
  it('holds no secret: the password comes from .env, and its absence is told', () => {
    expect(database.environment.POSTGRES_PASSWORD).toMatch(
      /^\$\{POSTGRES_PASSWORD:\?set .* in \.env/,
    )
    expect(bot.environment.DATABASE_URL).toMatch(
      /:\$\{POSTGRES_PASSWORD\}@database:5432\/rightsize$/,
    )
    expect(bot.env_file).toBe('.env')
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env')
  })
  it.each(['database', 'bot', 'proxy'])('keeps the file system of %s read-only', (name) => {
    expect(compose.services[name].read_only).toBe(true)
    expect(compose.services[name].security_opt).toEqual(['no-new-privileges:true'])
  })
  it('publishes one port, on the loopback, and only where events come over HTTP', () => {
    expect(proxy.profiles).toEqual(['http'])
    expect(proxy.ports).toEqual(['127.0.0.1:8080:8080'])
    expect([bot.ports, database.ports]).toEqual([undefined, undefined])
  })
  it("sends to the bot's port what Slack sends, and nothing else", () => {
    const nginx = readFileSync('deploy/nginx.conf', 'utf8')
    expect(nginx).toMatch(/set \$bot bot;\n\s+proxy_pass http:\/\/\$bot:3000;/)
    expect(bot.environment.PORT).toBe(3000)
    expect(nginx.match(/location .*/g)).toEqual(['location /slack/ {', 'location / {'])
    expect(nginx).toContain(`listen ${proxy.ports[0].split(':').at(-1)};`)
  })
})
