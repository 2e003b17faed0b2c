ARG NODE=24

FROM node:${NODE}-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY knowledge ./knowledge
COPY src ./src
RUN node scripts/build.mjs
# What only development needs goes; the list of what stays is written from what lies there.
RUN npm prune --omit=dev --no-audit --no-fund \
  && npm pkg delete devDependencies \
  && npm sbom --sbom-format cyclonedx > sbom.json
# Optional packages that failed to install would be missed only in use; here they are missed at once.
RUN node --input-type=module -e "for (const name of ['libsql', 'pg', 'hnswlib-node', '@duckdb/node-api', '@resvg/resvg-js']) await import(name)" \
  && mkdir data

# Runs no command of its own, so nothing can be installed here.
FROM node:${NODE}-bookworm-slim
LABEL org.opencontainers.image.title=Rightsize \
  org.opencontainers.image.description="A Slack app that explains AI investment trade-offs" \
  org.opencontainers.image.licenses=Apache-2.0
# Temporary files lie in the volume too: it is the only place that is written to.
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  METRICS_HOST=127.0.0.1 \
  METRICS_PORT=9464 \
  DATA_DIR=/data \
  TMPDIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/sbom.json ./
COPY LICENSE ./
COPY assets/fonts ./assets/fonts
COPY --from=build /app/knowledge ./knowledge
COPY --from=build /app/dist ./dist
COPY --from=build --chown=1000:1000 /app/data /data
# The base image's user "node", as a number so that an orchestrator can see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
