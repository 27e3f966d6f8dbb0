# The bot with nothing but what it runs on. docs/deploy.md walks through it.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY local-discord/package.json local-discord/
COPY scripts/install.mjs scripts/
COPY src/lib/operator-language.mjs src/lib/
RUN node scripts/install.mjs --omit=dev

FROM node:24-bookworm-slim
# Whoever the container runs as may write here, and nowhere else.
WORKDIR /data
RUN chmod 1777 .
VOLUME /data
WORKDIR /app
COPY --from=packages /app ./
COPY data/palabras_es.csv data/textos_es.csv data/
COPY data/sample data/sample
COPY etl etl
COPY local-discord local-discord
COPY bin bin
COPY commands commands
COPY src src
ENV NODE_ENV=production RAW_DIR=/data/raw PARQUET_DIR=/data/parquet STATE_DIR=/data/state PORT=8080
USER node
EXPOSE 8080
# Liveness: an unhealthy container may be restarted, which helps nobody while Discord is down. The first start makes the
# tables of the sample before anything answers.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/run.mjs", "bin/bot.ts"]
